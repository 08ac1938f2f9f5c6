"""Each member's first membership, as the days of the record told it."""

from django.db import migrations
from django.utils import timezone

RETIRED = ("retired", "retired_cadre")
WHY_ENDED = {"dead": "dead", "left": "moved"}


def told_by(member, period, today):
    """Fill the period; who retired nobody knows when is kept from today."""
    period.member_id, period.joined_on = member.pk, member.joined_union_on
    if member.left_union_on:
        period.ended_on = member.left_union_on
        period.ended_by = WHY_ENDED.get(member.work_status, "left")
    if member.work_status in RETIRED:
        kept = max(member.retired_on or today, period.joined_on)
        if period.ended_on is None or kept <= period.ended_on:
            period.kept_on, period.kept_for = kept, "retired"
    return period


def begin(apps, schema_editor):
    Member = apps.get_model("members", "Member")
    Membership = apps.get_model("members", "Membership")
    joined = Member.objects.filter(joined_union_on__isnull=False, memberships=None)
    today = timezone.localdate()
    periods = [told_by(m, Membership(), today) for m in joined.iterator(2000)]
    Membership.objects.bulk_create(periods, batch_size=1000)


class Migration(migrations.Migration):
    dependencies = [("members", "0003_memberships")]
    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
