from django.db import migrations, models

from members.models.sorting import RosterPlace


class Migration(migrations.Migration):

    dependencies = [
        ("members", "0032_office_year_from_february"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="member",
            index=models.Index(
                RosterPlace("work_status"),
                models.F("staff_no"),
                condition=models.Q(("merged_into__isnull", True)),
                name="roster_order",
            ),
        ),
    ]
