from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("members", "0025_applications_and_corrections")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="list_columns",
            field=models.JSONField(default=dict, editable=False),
        ),
    ]
