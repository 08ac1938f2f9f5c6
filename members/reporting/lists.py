"""What the page 名单 and the workbench tell of the office's lists."""

import calendar
from dataclasses import dataclass

from django.urls import reverse

from members import rules
from members.lists import LISTS
from members.models import ArchiveCheck, ListCustom, Member, UnionGroup
from members.quality import unsettled_count
from members.reporting.kinds import Todo
from members.retiring import retirement_days


@dataclass(frozen=True)
class Entry:
    """One line of the page 名单."""

    title: str
    url: str
    about: str
    count: int | None  # None: not counted here, the page tells
    unit: str = "人"


# What the apps above add: functions of (user, today) that answer Entries.
MORE = []


def tell(more):
    """Add the lists of another app."""
    if more not in MORE:
        MORE.append(more)


def entries(user, today):
    """The lists this person may have, each with its count: a constant number of
    queries."""
    roster = reverse("members:member_list")
    found = [_entry(one, user, today) for one in LISTS.values() if one.rule(user)]
    if rules.retirement_list(user):
        due = retirement_days(
            Member.objects.visible_to(user),
            today.replace(month=1, day=1),
            today.replace(month=12, day=31),
        )
        url = f"{reverse('members:retirement_list')}?year={today.year}"
        found.append(Entry("今年退休", url, "今年到法定退休年龄的人。", len(due)))
    if rules.member_list(user):
        rows = Member.objects.visible_to(user)
        count = rows.unjoined(today).count()
        about = "在职，还没有入会。"
        found.append(Entry("没有入会", f"{roster}?roll=unjoined", about, count))
        url, count = reverse("members:place_list"), UnionGroup.objects.count()
        about = "各小组的组长和会员。"
        found.append(Entry("按小组", url, about, count, "个小组"))
    if rules.quality_list(user):
        url, count = reverse("members:quality_list"), unsettled_count(today)
        about = "缺的、对不上的、可能重复的资料。"
        found.append(Entry("资料检查", url, about, count, "处"))
    return found + [entry for more in MORE for entry in more(user, today)]


def _entry(one, user, today):
    opened = one.opened(user, {}, today)
    url = reverse("members:list_detail", args=[one.code])
    return Entry(one.title, url, one.about, opened.rows.count())


def archive_due(today):
    """The first day of the month in which the archive should have been gone through
    last, if nobody has done it since; else None."""
    begun = [
        today.replace(year=year, month=month, day=1)
        for year in (today.year - 1, today.year)
        for month in ListCustom.load().months
    ]
    since = max(day for day in begun if day <= today)
    done = ArchiveCheck.objects.filter(checked_on__gte=since).exists()
    return None if done else since


def list_todos(user, today):
    """The women's archive, in the months when it is gone through."""
    if not rules.archive_check(user):
        return []
    since = archive_due(today)
    if since is None or not Member.objects.working().women().exists():
        return []
    last = calendar.monthrange(since.year, since.month)[1]
    due = since.replace(day=last) if ArchiveCheck.objects.exists() else None
    url = reverse("members:list_detail", args=["women"])
    detail = f"{since.year}年{since.month}月的还没有核对"
    return [Todo("核对女职工档案", 1, url, due=due, detail=detail)]
