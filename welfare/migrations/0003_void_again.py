"""A visit that was voided and came back (an edit was saved over it) is void again."""

from django.db import migrations


def void_again(apps, schema_editor):
    visits = apps.get_model("welfare", "Visit").objects
    visits.exclude(state="void").exclude(void_reason="").update(state="void")


class Migration(migrations.Migration):
    dependencies = [("welfare", "0002_first_lists")]
    operations = [migrations.RunPython(void_again, migrations.RunPython.noop)]
