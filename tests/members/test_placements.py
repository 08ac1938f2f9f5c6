"""Who was where on any day; the columns of the record say what the history says."""

import datetime
import importlib

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from members.models import Department, Member, Placement, UnionGroup
from members.services import placements
from tests import make_members as make
from unionoffice.states import StateError

FIRST = datetime.date(2024, 1, 1)


def day(number):
    return FIRST + datetime.timedelta(number)


def move(member, place, number, **told):
    return placements.member_move(
        [member], place, by=None, moved_on=day(number), **told
    )


def stays(member):
    rows = member.placements.of_kind("group").order_by("pk")
    return list(rows.values_list("group__name", "began_on", "ended_on"))


def test_any_past_day_is_asked(db):
    one, two = make.group("甲组"), make.group("乙组")
    member = make.member(group=one)
    move(member, two, 10)

    found = [
        list(Member.objects.in_group_on(group, day(number)))
        for group in (one, two)
        for number in (0, 9, 10, 99)
    ]

    assert found == [[member], [member], [], [], [], [], [member], [member]]
    member.refresh_from_db()
    assert (member.group, member.version) == (two, 2)
    assert not Member.objects.misplaced().exists()


def test_departments_have_a_history_of_their_own(db):
    old, new = make.department("语文组"), make.department("数学组")
    member = make.member(department=old, group=make.group("甲组"))

    move(member, new, 5, document="校务会")

    assert [*Member.objects.in_department_on(old, day(4))] == [member]
    assert [*Member.objects.in_department_on(new, day(5))] == [member]
    assert stays(member) == [("甲组", None, None)]
    assert new.placements.get().document == "校务会"


def test_two_moves_on_a_day_leave_the_last(db):
    one, two, three = (make.group(name) for name in ("甲", "乙", "丙"))
    member = make.member(group=one)

    move(member, two, 5)
    move(member, three, 5)

    assert stays(member) == [("甲", None, day(5)), ("丙", day(5), None)]


def test_history_is_only_written_on(db):
    member, two = make.member(group=make.group("甲")), make.group("乙")
    move(member, two, 5)

    with pytest.raises(StateError, match="周明的工会小组在这一天以后已经变动过"):
        move(member, make.group("丙"), 4)

    assert len(stays(member)) == 2


def test_a_closed_place_takes_nobody_in(db):
    with pytest.raises(StateError, match="已经撤销"):
        move(make.member(), make.group("甲", is_active=False), 0)


def test_who_is_there_already_is_not_moved(db):
    group = make.group()

    assert move(make.member(group=group), group, 3) == 0


@pytest.mark.parametrize("column", ["department", "group"])
def test_nobody_is_in_two_places_of_a_kind(db, column):
    places = {"department": make.department, "group": make.group}
    member = make.member(**{column: places[column]()})

    with pytest.raises(IntegrityError), transaction.atomic():
        Placement.objects.create(member=member, **{column: places[column]()})


@pytest.mark.parametrize("values", [{}, {"group": 1, "department": 1}, {"ended_on": 1}])
def test_a_stay_is_at_one_place_and_ends_after_it_begins(db, values):
    made = {"group": make.group(), "department": make.department()}
    told = {name: made[name] for name in values if name in made}
    if "ended_on" in values:
        told = {"group": made["group"], "began_on": day(2), "ended_on": day(1)}

    with pytest.raises(IntegrityError), transaction.atomic():
        Placement.objects.create(member=make.member(), **told)


def test_the_consistency_query_finds_who_is_elsewhere(db):
    fine, lost = make.member(group=make.group()), make.member(group=make.group())
    Member.objects.filter(pk=lost.pk).update(group=fine.group)
    unplaced = make.member(department=make.department())
    unplaced.placements.all().delete()

    assert {*Member.objects.misplaced()} == {lost, unplaced}

    placements.placements_follow(Member.objects.all(), day(9))
    assert not Member.objects.misplaced().exists()


def test_many_people_follow_in_as_many_queries_as_one(db):
    one, two = make.group(), make.group()
    people = [make.member(group=one) for _ in range(4)]

    def asked(members):
        for member in members:
            member.group = two
            member.save()
        with CaptureQueriesContext(connection) as taken:
            placements.placements_follow(members, day(3))
        return len(taken)

    assert asked(people[:1]) == asked(people[1:])


class Histories(TestCase):
    """Random moves against a plain list of who was told to be where."""

    @settings(max_examples=25, deadline=None)
    @given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 2)), max_size=8))
    def test_every_day_is_answered_as_a_list_of_moves_would(self, moves):
        groups = [UnionGroup.objects.create(name=f"组{n}") for n in range(3)]
        member = make.member(group=groups[0])
        told = {}
        for number, place in sorted(moves, key=lambda pair: pair[0]):
            move(member, groups[place], number)
            told[number] = place

        for number in range(-1, 22):
            before = [n for n in told if n <= number]
            wanted = told[max(before)] if before else 0
            found = [
                n
                for n, group in enumerate(groups)
                if Member.objects.in_group_on(group, day(number)).exists()
            ]
            assert found == [wanted]
        assert not Member.objects.misplaced().exists()


def test_the_first_migration_places_everybody(db):
    leader = make.member(department=make.department())
    group = make.group(leader=leader)
    leader.placements.all().delete()
    group.leadings.all().delete()

    migration = importlib.import_module("members.migrations.0011_first_placements")
    migration.begin(apps, None)
    migration.begin(apps, None)  # again: nothing twice

    assert not Member.objects.misplaced().exists()
    assert not UnionGroup.objects.out_of_step().exists()
    assert not Department.objects.out_of_step().exists()
