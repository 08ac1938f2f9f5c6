"""评优 had the colour of 民主管理; where nobody chose another, it gets its own."""

from django.db import migrations


def part(apps, schema_editor):
    category = apps.get_model("plans", "Category")
    category.objects.filter(name="评优", colour=1).update(colour=13)


class Migration(migrations.Migration):
    dependencies = [("plans", "0004_a_thirteenth_colour")]
    operations = [migrations.RunPython(part, migrations.RunPython.noop)]
