"""The account headings with which an office begins (工会会计制度 of 2021)."""

from django.db import migrations

HEADINGS = (
    "职工教育",
    "文体活动",
    "宣传活动",
    "职工集体福利",
    "其他职工活动",
    "职工服务",
    "维权支出",
    "业务支出",
    "资本性支出",
    "其他支出",
)


def fill(apps, schema_editor):
    heading = apps.get_model("plans", "AccountHeading")
    for order, name in enumerate(HEADINGS, 1):
        heading.objects.get_or_create(name=name, defaults={"order": order})


class Migration(migrations.Migration):
    dependencies = [("plans", "0010_signups_and_records")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
