# Health rounds are made once for one form.

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('welfare', '0002_first_lists'),
    ]

    operations = [
        migrations.AddField(
            model_name='healthround',
            name='form_key',
            field=models.CharField(default=None, editable=False, max_length=43, null=True, unique=True),
        ),
    ]
