"""What the page 我的 tells somebody of the own membership and record."""

import datetime
from dataclasses import dataclass

from members import rules
from members.models import Application, Correction, Member
from members.reporting.corrections import lines
from members.reporting.standing import Standing, standing

TOLD_DAYS = 90  # how long an answer stands on the page


@dataclass(frozen=True)
class Affairs:
    """Membership, the application that runs or was last decided, corrections."""

    standing: Standing
    application: Application | None
    join: rules.Ruling
    leave: rules.Ruling
    move: rules.Ruling
    corrections: list


def affairs(member_id, user, today):
    """The Affairs of one person; reads the record with what belongs to it."""
    rows = Member.objects.with_memberships().with_applications()
    member = rows.in_bulk([member_id])[member_id]
    since = today - datetime.timedelta(days=TOLD_DAYS)
    told = Correction.objects.of(member).told_since(since).newest_first()
    may = {
        kind.value: rules.application_new(user, member, kind)
        for kind in Application.Kind
    }
    return Affairs(
        standing=standing(member, user, today),
        application=_told(member, since),
        **may,
        corrections=lines(told, member),
    )


def _told(member, since):
    """The application under way, or the last that was decided since a day."""
    if (running := member.open_application) is not None:
        return running
    decided = [
        a for a in member.applications.all() if a.is_decided and a.decided_on >= since
    ]
    return max(decided, key=lambda a: a.decided_at, default=None)
