"""The usual custom of the lists, for the office to change."""

from django.db import migrations


def first(apps, schema_editor):
    apps.get_model("members", "ListCustom").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("members", "0020_lists_of_the_office")]
    operations = [migrations.RunPython(first, migrations.RunPython.noop)]
