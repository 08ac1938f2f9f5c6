"""Reminders of the congress, told by `manage.py daily`.

Each is told once a period: its key names the row and the period, so that running the
command again on the same day, or after days without it, tells nobody twice.
"""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from congress.models import Proposal, Round, Seconding
from members import roles
from members.models import User
from members.services.notices import notify

# Days. A school that wants other ones changes them here.
SECONDING_AFTER, SECONDING_EVERY = 2, 3
REVIEW_AFTER, REVIEW_EVERY = 3, 7
DUE_BEFORE = (7, 2)
OVERDUE_EVERY = 7
ESCALATE_AFTER = 3
APPROVAL_AFTER, APPROVAL_EVERY = 2, 3
RATING_AFTER, RATING_EVERY = 7, 7
PROMISE_EVERY = 14


@dataclass(frozen=True)
class Reminding:
    """One run; counts what was told."""

    today: datetime.date

    def since(self, moment, after, every):
        """The number of the period since a day or a moment; None before the first."""
        is_moment = isinstance(moment, datetime.datetime)
        day = timezone.localdate(moment) if is_moment else moment
        passed = (self.today - day).days
        return None if passed < after else (passed - after) // every

    def tell(self, members, key, title, url):
        return notify(members, key, title, url, on=self.today)


def remind(today):
    """Tell all that is to be told today; returns how many notices were new."""
    run = Reminding(today)
    told = (_seconding, _review, _due, _overdue, _approval, _rating, _promised)
    return sum(part(run) for part in told)


def _seconding(run):
    """Who was asked to second and has not answered."""
    rows = Seconding.objects.filter(
        state=Seconding.State.INVITED, proposal__state__in=Proposal.SECONDABLE
    ).select_related("proposal__author")
    count = 0
    for row in rows:
        period = run.since(row.invited_at, SECONDING_AFTER, SECONDING_EVERY)
        if period is not None:
            title = f"{row.proposal.author}请你附议《{row.proposal}》，还等你答复"
            url = row.proposal.get_absolute_url()
            key = f"second-{row.pk}-{period}"
            count += run.tell([row.member_id], key, title, url)
    return count


def _review(run):
    """What waits for the committee's decision."""
    rows = list(Proposal.objects.to_review().select_related(None))
    periods = [run.since(row.submitted_at, REVIEW_AFTER, REVIEW_EVERY) for row in rows]
    late = [
        row for row, period in zip(rows, periods, strict=True) if period is not None
    ]
    if not late:
        return 0
    week = run.today.isocalendar()
    title = f"有 {len(late)} 件提案提交 {REVIEW_AFTER} 天以上，还没有审查"
    url = reverse("congress:review_table")
    key = f"review-{week.year}-{week.week}"
    return run.tell(_holders(*roles.OFFICE), key, title, url)


def _holders(*codes):
    """Keys of members whose account has one of these roles."""
    users = User.objects.filter(groups__name__in=codes, member__isnull=False)
    return list(users.values_list("member", flat=True).distinct())


def _handlers(department_id):
    users = User.objects.filter(
        groups__name=roles.HANDLER, member__department=department_id
    )
    return list(users.values_list("member", flat=True))


def _running():
    """Rounds whose department is to answer."""
    rows = Round.objects.filter(
        replied_at__isnull=True, proposal__state=Proposal.State.ASSIGNED
    )
    return rows.select_related("proposal", "department", "leader")


def _due(run):
    count = 0
    for row in _running():
        left = (row.due_on - run.today).days
        passed = [days for days in DUE_BEFORE if 0 <= left <= days]
        if passed:
            title = f"提案《{row.proposal}》还有 {left} 天到答复期限"
            key = f"due-{row.pk}-{row.due_on}-{min(passed)}"
            url = row.proposal.get_absolute_url()
            count += run.tell(_handlers(row.department_id), key, title, url)
    return count


def _overdue(run):
    """The department every week, and after some days the leader in charge: where
    none was named, the chair."""
    count = 0
    for row in _running():
        period = run.since(row.due_on, 1, OVERDUE_EVERY)
        if period is None:
            continue
        late = (run.today - row.due_on).days
        title = f"{row.department}承办的提案《{row.proposal}》逾期 {late} 天没有答复"
        url, key = row.proposal.get_absolute_url(), f"late-{row.pk}-{row.due_on}"
        count += run.tell(_handlers(row.department_id), f"{key}-{period}", title, url)
        if late > ESCALATE_AFTER:
            above = [row.leader_id] if row.leader_id else _holders(roles.CHAIR)
            count += run.tell(above, f"{key}-{period}-up", title, url)
    return count


def _approval(run):
    """Answers that wait for the leader in charge."""
    rows = Round.objects.filter(
        replied_at__isnull=True, proposal__state=Proposal.State.CHECKING
    ).select_related("proposal")
    count = 0
    for row in rows:
        period = run.since(row.drafted_at, APPROVAL_AFTER, APPROVAL_EVERY)
        if period is not None:
            title = f"提案《{row.proposal}》的答复等你审阅"
            key = f"approve-{row.pk}-{row.drafted_at:%Y%m%d}-{period}"
            url = row.proposal.get_absolute_url()
            count += run.tell([row.leader_id], key, title, url)
    return count


def _rating(run):
    """Authors who have an answer and have not rated it."""
    rows = Round.objects.filter(
        replied_at__isnull=False, rating="", proposal__state=Proposal.State.REPLIED
    ).select_related("proposal")
    count = 0
    for row in rows:
        period = run.since(row.replied_at, RATING_AFTER, RATING_EVERY)
        if period is not None:
            title = f"你的提案《{row.proposal}》已有答复，请评价"
            url = row.proposal.get_absolute_url()
            key = f"rate-{row.pk}-{period}"
            count += run.tell([row.proposal.author_id], key, title, url)
    return count


def _promised(run):
    """Promises whose day has passed, to the department that made them."""
    states = [Proposal.State.REPLIED, Proposal.State.RATED]
    rows = Round.objects.promised().filter(proposal__state__in=states)
    count = 0
    for row in rows.filter(promised_on__lt=run.today).select_related("proposal"):
        period = run.since(row.promised_on, 1, PROMISE_EVERY)
        title = f"提案《{row.proposal}》答应的日期已过，请更新落实情况"
        key = f"promise-{row.pk}-{row.promised_on}-{period}"
        url = row.proposal.get_absolute_url()
        count += run.tell(_handlers(row.department_id), key, title, url)
    return count
