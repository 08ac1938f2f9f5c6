from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('members', '0011_first_placements'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='department',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_on__isnull', True), ('is_active', True)), models.Q(('closed_on__isnull', False), ('is_active', False)), _connector='OR'), name='departments_close_on_a_day'),
        ),
        migrations.AddConstraint(
            model_name='uniongroup',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_on__isnull', True), ('is_active', True)), models.Q(('closed_on__isnull', False), ('is_active', False)), _connector='OR'), name='uniongroups_close_on_a_day'),
        ),
    ]
