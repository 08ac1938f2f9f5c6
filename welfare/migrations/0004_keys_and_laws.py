# Health rounds are made once; a visit's day and reason go with its state.

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('welfare', '0003_void_again'),
    ]

    operations = [
        migrations.AddField(
            model_name='healthround',
            name='form_key',
            field=models.CharField(default=None, editable=False, max_length=43, null=True, unique=True),
        ),
        migrations.RemoveConstraint(
            model_name='visit',
            name='paid_visits_have_a_day',
        ),
        migrations.RemoveConstraint(
            model_name='visit',
            name='void_visits_have_a_reason',
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'visited'), ('visited_on__isnull', False)), models.Q(('state', 'planned'), ('visited_on__isnull', True)), ('state', 'void'), _connector='OR'), name='paid_visits_have_a_day', violation_error_message='已走访的要写走访日期，待走访的不写。'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'void'), models.Q(('void_reason', ''), _negated=True)), models.Q(models.Q(('state', 'void'), _negated=True), ('void_reason', '')), _connector='OR'), name='void_visits_have_a_reason', violation_error_message='作废要写原因。'),
        ),
    ]
