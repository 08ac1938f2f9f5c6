"""The demo school's fifth congress: units, delegates, a recall and a by-election."""

import datetime

from congress.models import Congress, Constituency, Delegate, Delegation
from congress.services import delegates as services
from members.models import Department, Member, User

TERM = 5
SHARE = 3  # one delegate of so many staff
PER_DELEGATION = 3  # units


def seed(chair, today):
    """Two years ago all units elected; since then one left, one was recalled."""
    begun = datetime.date(today.year - 2, 12, 12)
    congress = Congress.objects.create(
        term=TERM,
        begins_on=begun,
        ends_on=datetime.date(begun.year + 5, begun.month, begun.day),
    )
    made = []
    for number, department in enumerate(_departments()):
        made += _elect(congress, number, department, chair, begun)
    _heads(congress)
    _guests(congress, made, chair, begun)
    _changes(congress, made, chair, today)
    return congress


def _departments():
    rows = Department.objects.filter(is_active=True).order_by("order", "pk")
    return [one for one in rows if one.members.working().count() >= SHARE]


def _elect(congress, number, department, chair, day):
    known = User.objects.filter(is_demo=True).values_list("member", flat=True)
    people = sorted(
        department.members.working(),
        key=lambda one: (one.pk not in set(known), one.staff_no),
    )
    name = f"第{'一二三四五六七八九'[number // PER_DELEGATION]}代表团"
    place = Delegation.objects.get_or_create(
        congress=congress, name=name, defaults={"order": number // PER_DELEGATION}
    )[0]
    unit = Constituency.objects.create(
        congress=congress,
        name=department.name,
        order=number,
        quota=max(1, len(people) // SHARE),
        delegation=place,
    )
    unit.departments.add(department)
    return services.delegates_add(
        congress,
        people[: unit.quota],
        by=chair,
        kind=Delegate.Kind.FULL,
        elected_on=day,
        unit=unit,
        electorate=len(people),
        turnout=len(people) - len(people) // 8,
    )


def _heads(congress):
    for place in congress.delegations.all():
        place.head = place.delegates.order_by("pk").first()
        place.save()


def _guests(congress, made, chair, day):
    """Three who sit in, and one retired colleague who is invited."""
    taken = [one.member_id for one in made]
    free = Member.objects.working().exclude(pk__in=taken).order_by("-staff_no")
    invited = Member.objects.retired().order_by("staff_no")[:1]
    for kind, people in (("nonvoting", free[:3]), ("invited", invited)):
        services.delegates_add(
            congress, list(people), by=chair, kind=kind, elected_on=day
        )


def _changes(congress, made, chair, today):
    """One was recalled and replaced; one moved away, the seat is empty."""
    units = {}
    for one in made:
        units.setdefault(one.constituency_id, []).append(one)
    large = sorted(units.values(), key=len, reverse=True)
    recalled, moved = large[0][-1], large[1][-1]
    services.delegate_end(
        recalled,
        by=chair,
        ended_on=today - datetime.timedelta(days=200),
        end_reason=Delegate.EndReason.RECALLED,
        end_note="长期外借，原选举单位 15 人中 11 人同意。",
    )
    taken = congress.delegates.values("member")
    people = recalled.constituency.departments.get().members.working()
    other = people.exclude(pk__in=taken).order_by("staff_no").first()
    services.delegate_replace(
        recalled,
        other,
        by=chair,
        elected_on=today - datetime.timedelta(days=180),
        electorate=15,
        turnout=14,
        votes=12,
    )
    services.delegate_end(
        moved,
        by=chair,
        ended_on=today - datetime.timedelta(days=40),
        end_reason=Delegate.EndReason.MOVED,
    )
