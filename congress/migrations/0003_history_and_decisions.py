# Some lines of a history are private.

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
    ]
