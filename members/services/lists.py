"""Deeds on lists: taken out, gone through, a finding settled."""

from django.db import transaction
from django.utils import timezone

from members import audit
from members.models import Member, Office, SettledFinding


@transaction.atomic
def archive_check(form, *, by):
    """Record that the women's archive was gone through; `form` is valid."""
    check = form.save(commit=False)
    check.checked_by = by
    check.people = Member.objects.working().women().count()
    check.save()
    audit.record(by, "archive.checked", check, people=check.people)
    return check


@transaction.atomic
def finding_settle(finding, *, by):
    """Somebody looked, and nothing is wrong: it stays away until the data change."""
    row, fresh = SettledFinding.objects.get_or_create(
        member_id=finding.member,
        kind=finding.kind.code,
        digest=finding.digest,
        defaults={"settled_by": by, "settled_on": timezone.localdate()},
    )
    if fresh:
        audit.record(by, "finding.settled", row.member, kind=finding.kind.title)
    return row


@transaction.atomic
def statistics_export(*, by, query, count):
    """Record that statistics went out; `count` people were counted."""
    audit.record(by, "statistics.exported", Office.load(), query=query, people=count)
