# Some lines of a history are private; a decision has somebody who took it.

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('congress', '0002_lists'),
    ]

    operations = [
        migrations.AddField(
            model_name='proposalstep',
            name='is_private',
            field=models.BooleanField(default=False, verbose_name='只给提案人和附议人看'),
        ),
        migrations.RemoveConstraint(
            model_name='proposal',
            name='a_decision_has_its_day',
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), ('state__in', ('accepted', 'advice', 'rejected', 'assigned', 'replied', 'rated', 'unsatisfied')), models.Q(('decision', ''), _negated=True)), models.Q(models.Q(('state__in', ('accepted', 'advice', 'rejected', 'assigned', 'replied', 'rated', 'unsatisfied')), _negated=True), ('decided_at__isnull', True), ('decided_by__isnull', True), ('decision', '')), _connector='OR'), name='a_decision_has_its_day', violation_error_message='审查决定要有结果、时间和审查人。'),
        ),
    ]
