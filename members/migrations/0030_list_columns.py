from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("members", "0004_first_memberships")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="list_columns",
            field=models.JSONField(default=dict, editable=False),
        ),
    ]
