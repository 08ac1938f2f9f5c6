"""Where everybody is and who leads: since when, nobody has written down."""

from django.db import migrations
from django.utils import timezone


def begin(apps, schema_editor):
    today = timezone.localdate()
    for name, column in (("Department", "department"), ("UnionGroup", "group")):
        places = apps.get_model("members", name).objects
        places.filter(is_active=False).update(closed_on=today)
        _place(apps, column)
    _lead(apps)


def _place(apps, column):
    Placement = apps.get_model("members", "Placement")
    known = Placement.objects.filter(**{f"{column}__isnull": False}).values("member")
    people = apps.get_model("members", "Member").objects.exclude(pk__in=known)
    people = people.filter(**{f"{column}__isnull": False})
    Placement.objects.bulk_create(
        [
            Placement(member_id=pk, **{f"{column}_id": place})
            for pk, place in people.values_list("pk", column)
        ],
        batch_size=1000,
    )


def _lead(apps):
    Leading = apps.get_model("members", "Leading")
    known = Leading.objects.filter(group__isnull=False).values("group")
    groups = apps.get_model("members", "UnionGroup").objects.exclude(pk__in=known)
    led = groups.filter(leader__isnull=False).values_list("pk", "leader")
    Leading.objects.bulk_create(
        [Leading(group_id=pk, member_id=leader) for pk, leader in led]
    )


class Migration(migrations.Migration):
    dependencies = [("members", "0010_places")]
    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
