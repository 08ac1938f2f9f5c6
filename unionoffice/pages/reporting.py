"""Gathers what each app has to tell for the pages over all apps."""

import datetime
from dataclasses import dataclass
from itertools import starmap
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from congress import reporting as congress
from members import reporting as members
from members.models import Member, Notice
from members.reporting import HITS, Hit
from plans import festivals
from plans import reporting as plans
from unionoffice.pages.readers import READERS
from welfare import reporting as welfare

FIRST_YEAR = 1901
MOST_NOTICES = 8
APPS = (plans, members, congress, welfare)
NAMED = (
    ("计划与活动", plans),
    ("会员", members),
    ("教代会", congress),
    ("送温暖", welfare),
)


@dataclass(frozen=True)
class Workbench:
    """What the first page after login shows."""

    today: datetime.date
    todo: list
    notices: list
    month: list
    signups: list
    festivals: list
    figures: list


# Where all of a kind are listed, and by which filter.
LISTS = {
    "会员": ("members:member_list", "q"),
    "活动": ("plans:activity_list", "q"),
    "提案": ("congress:proposal_list", "words"),
}


@dataclass(frozen=True)
class Kind:
    """What quick find found of one kind; `more` is a list where there are others."""

    name: str
    hits: list
    more: str


@dataclass(frozen=True)
class MyPage:
    """What concerns the person: record, membership, to-dos, history, who sees what."""

    member: object
    affairs: object
    todo: list
    proposals: list
    moments: list
    reads: list
    readers: list
    signups: list
    part: object
    to_rate: list


@dataclass(frozen=True)
class YearPage:
    """The figures of a calendar year, each with that of the year before or None."""

    year: int
    before: int | None
    after: int | None
    chapters: list


def todo(user, today):
    """Everything that waits for this person, what is due first first."""
    found = [item for app in APPS for item in app.todo(user, today)]
    return sorted(found, key=lambda item: (item.due is None, item.due or today))


def todo_count(user, today):
    return sum(item.count for item in todo(user, today))


def figures(year, user):
    """(name of the app, its figures) for each app that has any for this person."""
    gathered = [(name, app.figures(year, user)) for name, app in NAMED]
    return [(name, found) for name, found in gathered if found]


def workbench(user, today):
    return Workbench(
        today=today,
        todo=todo(user, today),
        notices=list(Notice.objects.unread_by(user)[:MOST_NOTICES]),
        month=list(plans.month_of(today)),
        signups=plans.open_sheets(user, timezone.now()),
        festivals=festivals.next_festivals(today, 4),
        figures=figures(today.year, user),
    )


def my_page(user, today):
    """The page 我的; an account without a member has only its to-dos."""
    member = Member.objects.with_places().filter(pk=user.member_id).first()
    return MyPage(
        member=member,
        affairs=members.affairs(member.pk, user, today) if member else None,
        todo=todo(user, today),
        proposals=congress.proposals_of(member) if member else [],
        moments=timeline(member, user) if member else [],
        reads=members.traces(member, reads_only=True) if member else [],
        readers=READERS,
        signups=plans.open_sheets(user, timezone.now()) if member else [],
        part=plans.part_in(user.member_id, today.year),
        to_rate=plans.to_rate(user.member_id, today.year) if member else [],
    )


def year_page(year, user, today):
    """Each figure of `year` with the same of the year before."""
    earlier = {
        (name, figure.label): figure
        for name, found in figures(year - 1, user)
        for figure in found
    }
    chapters = [
        (name, [(figure, earlier.get((name, figure.label))) for figure in found])
        for name, found in figures(year, user)
    ]
    after = year + 1 if year < today.year else None
    before = year - 1 if year > FIRST_YEAR else None
    return YearPage(year=year, before=before, after=after, chapters=chapters)


def timeline(member, user):
    """What every app knows of a member, newest first."""
    moments = [moment for app in APPS for moment in app.timeline(member, user)]
    return sorted(moments, key=lambda moment: moment.on, reverse=True)


def search(words, user):
    """A Kind for each kind of thing that was found in any app."""
    kinds = {}
    for name, app in NAMED:
        for hit in starmap(Hit, app.search(words, user)):
            kinds.setdefault(hit.kind or name, []).append(hit)
    return [_kind(name, hits, words) for name, hits in kinds.items()]


def _kind(name, hits, words):
    more = ""
    if name in LISTS and len(hits) > HITS:
        address, asked = LISTS[name]
        more = f"{reverse(address)}?{urlencode({asked: words})}"
    return Kind(name, hits[:HITS], more)
