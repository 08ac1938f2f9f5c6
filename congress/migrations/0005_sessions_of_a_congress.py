import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('congress', '0004_sessions_find_their_congress'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='session',
            options={'ordering': ['-congress__term', '-ordinal', '-pk'], 'verbose_name': '会次', 'verbose_name_plural': '会次'},
        ),
        migrations.RemoveConstraint(
            model_name='session',
            name='one_session_a_term_and_ordinal',
        ),
        migrations.RemoveConstraint(
            model_name='session',
            name='sessions_count_from_one',
        ),
        migrations.RemoveField(
            model_name='session',
            name='term',
        ),
        migrations.AlterField(
            model_name='session',
            name='congress',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='congress.congress', verbose_name='届'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.UniqueConstraint(fields=('congress', 'ordinal'), name='one_session_a_congress_and_ordinal', violation_error_message='这一届这一次的会议已经建立过了。'),
        ),
        migrations.AddConstraint(
            model_name='session',
            constraint=models.CheckConstraint(condition=models.Q(('ordinal__range', (1, 99))), name='sessions_count_from_one', violation_error_message='次要填 1 到 99 的数。'),
        ),
    ]
