"""任职 on a day: who sits where, whether it fits the rules, when terms end."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.urls import reverse

from members import composition, rules
from members.models import (
    Body,
    BodyRule,
    Department,
    Leading,
    Member,
    Seat,
    Term,
    UnionGroup,
)
from members.models.terms import SOON, months_after
from members.reporting.kinds import Moment, Todo
from members.seatcolumns import seat_columns
from unionoffice import lists


@dataclass(frozen=True)
class Sitting:
    """A body on a day: its term, who sits in it, what its rules say of that."""

    body: Body
    term: Term | None
    seats: list
    findings: list

    @property
    def doubts(self):
        return [finding for finding in self.findings if not finding.fits]


@dataclass(frozen=True)
class InOffice:
    """One office and who holds it; `place` is where its body stands among all."""

    place: int
    body: str
    title: str
    member: Member
    began_on: datetime.date | None
    url: str = ""
    portfolio: str = ""
    how: str = ""
    term: Term | None = None


def sittings(day):
    """A Sitting for each body in use, in their order."""
    terms = {term.body_id: term for term in Term.objects.on(day).with_bodies()}
    seats, laws = defaultdict(list), defaultdict(list)
    for seat in Seat.objects.on(day).with_people().in_order():
        seats[seat.body_id].append(seat)
    for rule in BodyRule.objects.valid_on(day).select_related("body", "other"):
        laws[rule.body_id].append(rule)
    leaving = defaultdict(list)
    for seat in Seat.objects.on(day).to_be_left().with_people():
        leaving[seat.body_id].append(seat)
    people = Member.objects.on_roll(day)
    counts = {"members": people.count(), "women": people.women().count()}
    return [
        Sitting(
            body,
            terms.get(body.pk),
            seats[body.pk],
            [
                *composition.departures(leaving[body.pk]),
                *composition.findings(laws[body.pk], seats[body.pk], counts, seats),
            ],
        )
        for body in Body.objects.open()
    ]


def sitting(body, day):
    """The Sitting of one body; of one no longer in use without findings."""
    found = (one for one in sittings(day) if one.body.pk == body.pk)
    return next(found, None) or Sitting(body, None, [], [])


def group_leaders(day):
    """Who leads which group on the day."""
    led = Leading.objects.on(day).of_kind("group").with_people().with_places()
    return sorted(led, key=lambda one: (one.group.order, one.group.name))


def past_terms(body):
    return list(body.terms.newest_first())


def past_seats(body):
    """Who left an office of the body, the last first."""
    return list(body.seats.over().with_people().newest_first()[:100])


def offices_of(member):
    """Every office that the person holds or held, the present ones first."""
    return list(member.seats.with_people().newest_first())


def terms_due(user, today):
    """To-dos for each term that ends within six months, or is over its time."""
    if not rules.seat_write(user):
        return []
    ending = Term.objects.ending_by(months_after(today, SOON)).with_bodies()
    return [
        Todo(
            f"准备{term.body}换届",
            1,
            term.body.get_absolute_url(),
            due=term.ends_on,
            detail=term.left,
        )
        for term in ending.order_by("ends_on")
    ]


def changes_due(user):
    """To-dos for offices and groups whose people are gone."""
    if not rules.seat_write(user):
        return []
    seats = Seat.objects.to_be_left().count()
    places = sum(
        table.objects.led_by_the_gone().count() for table in (UnionGroup, Department)
    )
    found = []
    if seats:
        detail = f"{seats} 人调出、去世或退休，还登记着任职"
        url = reverse("members:seat_list")
        found.append(Todo("登记卸任", 1, url, detail=detail))
    if places:
        detail = f"{places} 处的组长或负责人已调出或去世"
        url = reverse("members:place_list")
        found.append(Todo("登记组长、负责人变动", 1, url, detail=detail))
    return found


def moments(member):
    """Offices, leaderships and moves of a person, for the timeline."""
    for seat in member.seats.with_people():
        told = f"{seat.body}{seat.title}"
        yield Moment(seat.began_on, f"任{told}", seat.body.get_absolute_url(), "任职")
        if seat.ended_on:
            yield Moment(seat.ended_on, f"卸任{told}", app="任职")
    for stay in member.leadings.with_places().told():
        told = f"{stay.place}{stay.place.HEAD}"
        for on, verb in ((stay.began_on, "任"), (stay.ended_on, "卸任")):
            if on:
                yield Moment(on, f"{verb}{told}", app="任职")
    for stay in member.placements.with_places().told():
        if stay.began_on:
            yield Moment(stay.began_on, f"到{stay.place}", app="会员")


def in_office(sittings, day):
    """An InOffice for each seat of the sittings, then for each leader of a group."""
    seats = [
        InOffice(
            place=place,
            body=one.body.name,
            url=one.body.get_absolute_url(),
            title=seat.title,
            member=seat.member,
            began_on=seat.began_on,
            portfolio=seat.portfolio,
            how=seat.get_begun_by_display(),
            term=one.term,
        )
        for place, one in enumerate(sittings)
        for seat in one.seats
    ]
    return seats + [
        InOffice(
            place=len(sittings),
            body="工会小组",
            title=f"{led.group}组长",
            member=led.member,
            began_on=led.began_on,
        )
        for led in group_leaders(day)
    ]


def seats_sheet(day):
    """任职名单: who holds which office on the day."""
    rows = in_office(sittings(day), day)
    told = f"{day.year}年{day.month}月{day.day}日在任的人"
    return lists.sheet("任职名单", seat_columns(linked=False), rows, notes=(told,))
