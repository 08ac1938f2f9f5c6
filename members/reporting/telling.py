"""What the workbench, the year, a timeline and quick find tell of people."""

from django.urls import reverse
from django.utils import timezone

from members import rules
from members.models import Member, Office
from members.reporting import bodies
from members.reporting.applications import application_todo
from members.reporting.corrections import correction_todo
from members.reporting.kinds import HITS, Figure, Hit, Moment, Todo, last_day
from members.reporting.lists import list_todos


def todo(user, today):
    """What the office's own data lacks, for those who can mend it."""
    found = []
    if (
        rules.office_edit(user)
        and not Office.objects.exclude(school_name="本校").exists()
    ):
        title = "填写学校和工会的名称"
        found.append(Todo(title, 1, reverse("members:office_edit")))
    found += _whose_account(user)
    found += bodies.terms_due(user, today)
    found += bodies.changes_due(user)
    found += [*application_todo(user), *correction_todo(user)]
    if rules.account_list(user):
        lacking = Member.objects.without_account(today).count()
        if lacking:
            title = "给会员建立账号"
            url = reverse("members:account_list")
            found.append(Todo(title, 1, url, detail=f"{lacking} 人还没有账号"))
    if rules.member_write(user):
        lacking = Member.objects.on_roll(today).working().filter(group=None).count()
        if lacking:
            title, url = "给会员分工会小组", reverse("members:member_list")
            url += "?group=none&roll=in"
            found.append(Todo(title, 1, url, detail=f"{lacking} 人没有小组"))
        found += _memberships_due()
    return found + list_todos(user, today)


def _memberships_due():
    """People who retired, left or died, and nobody said so of their membership."""
    due = Member.objects.membership_due().count()
    url = reverse("members:member_list") + "?roll=due"
    detail = f"{due} 人退休、调出或去世"
    return [Todo("登记会籍变动", 1, url, detail=detail)] if due else []


def _whose_account(user):
    """The first chair's account stands for nobody until it is said for whom."""
    if user.member_id is None and rules.account_link(user, user):
        url = reverse("members:account_detail", args=[user.pk])
        detail = "审查提案、批准计划都要留下姓名"
        return [Todo("说明这个账号是谁的", 1, url, detail=detail)]
    return []


def figures(year, user):
    """Members at the end of the year, women, kept, retired, joined in the year."""
    if not rules.member_list(user):
        return []
    day = last_day(year, timezone.localdate())
    rows = Member.objects.visible_to(user)
    on_roll = rows.on_roll(day)
    address = reverse("members:member_list")
    roll = f"{address}?roll=in&day={day}"
    retired = f"{address}?retired=yes&day={day}"
    return [
        Figure("在册会员", on_roll.count(), roll, "人"),
        Figure("其中女会员", on_roll.filter(sex="女").count(), f"{roll}&sex=女", "人"),
        Figure(
            "其中保留会籍",
            rows.kept_on(day).count(),
            f"{address}?roll=kept&day={day}",
            "人",
        ),
        Figure("离退休教职工", rows.retired_by(day).count(), retired, "人"),
        Figure(
            "本年入会",
            rows.joined_in(year).count(),
            f"{address}?joined={year}",
            "人",
        ),
    ]


BEGUN = {"joined": "加入工会", "transferred": "转入会籍", "rejoined": "再次加入工会"}


def timeline(member, user):
    """Joined the school and the union, held offices, moved, left: newest first."""
    dates = [(member.joined_school_on, "来校工作"), (member.retired_on, "退休")]
    for period in member.memberships.all():
        dates += [
            (period.joined_on, BEGUN[period.begun_by]),
            (period.kept_on, "保留会籍"),
            (period.ended_on, "离开工会"),
        ]
    found = [Moment(on, title, app="会员") for on, title in dates if on]
    found += bodies.moments(member)
    return sorted(found, key=lambda moment: moment.on, reverse=True)


def search(words, user):
    """Members the person may see, by name, pinyin, initials or 工号."""
    rows = Member.objects.visible_to(user).search(words).with_places()
    return [
        Hit(
            f"{m.name}（{m.staff_no}）",
            m.get_absolute_url(),
            "会员",
            str(m.group or m.department or ""),
        )
        for m in rows.in_roster_order()[: HITS + 1]
    ]


def suggestions(words):
    """Up to twelve people whose name may be meant."""
    if not words.replace("\0", "").strip():
        return []
    return list(Member.objects.working_or_retired().search(words).with_places()[:12])
