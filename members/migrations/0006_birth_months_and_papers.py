"""What the new columns say of the people who are here already.

A roster that told only the month left the first of it. Who was born on a first and has
no number to tell the day is shown by the month, until somebody says better. A number
that is none of a 居民身份证 was some other document's.
"""

import re

from django.db import migrations

RESIDENT = re.compile(r"\d{17}[\dX]")


def tell_months(apps, schema_editor):
    members = apps.get_model("members", "Member").objects
    members.filter(birth_date__day=1, id_index=None).update(birth_day_known=False)


def tell_papers(apps, schema_editor):
    members = apps.get_model("members", "Member").objects
    numbered = members.exclude(id_index=None).only("pk", "id_number")
    others = [
        m.pk for m in numbered.iterator(2000) if not RESIDENT.fullmatch(m.id_number)
    ]
    members.filter(pk__in=others).update(id_kind="other")


class Migration(migrations.Migration):
    dependencies = [("members", "0005_personal_records")]
    operations = [
        migrations.RunPython(tell_months, migrations.RunPython.noop),
        migrations.RunPython(tell_papers, migrations.RunPython.noop),
    ]
