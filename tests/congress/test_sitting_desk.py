"""The desk: one field, Enter; who it is; Enter again takes it back."""

import pytest
from django.db import IntegrityError, connection, transaction

from congress.models import RollEntry
from congress.services import sittings as services
from members.models import AuditEntry
from tests import make_congress as make
from tests import make_members as people
from unionoffice.states import StateError


@pytest.fixture
def sitting(db):
    return make.sitting("open")


@pytest.fixture
def roll(sitting):
    """Two of one name, one other, one who sits in."""
    return [
        make.entry(people.member(name=name, staff_no=staff_no), sitting=sitting, **more)
        for name, staff_no, more in (
            ("王芳", "T1", {"delegation": "第一代表团"}),
            ("王芳", "T2", {}),
            ("曾敏", "T3", {}),
            ("贾婷", "T4", {"kind": "invited"}),
        )
    ]


def typed(client, sitting, text, **more):
    """The page after Enter."""
    path = f"/congress/sittings/{sitting.pk}/desk/"
    return client.post(path, {"typed": text, **more}, follow=True)


def signed():
    rows = RollEntry.objects.present().order_by("pk")
    return [(row.member.staff_no, row.way) for row in rows]


@pytest.mark.parametrize("text", ["曾敏", "zm", "zengmin", "cm", "T3", "t3", " 曾敏 "])
def test_a_name_pinyin_initials_or_number_signs_in(as_committee, sitting, roll, text):
    page = typed(as_committee, sitting, text)

    assert signed() == [("T3", "desk")]
    assert page.context["done"] == roll[2]
    assert "实到 1 / 应到 3" in page.content.decode()
    entry = AuditEntry.objects.get(action="sitting.signed")
    assert entry.details == {"who": "曾敏", "way": "desk"}


def test_enter_again_takes_it_back(as_committee, sitting, roll):
    page = typed(as_committee, sitting, "曾敏")
    last = page.context["done"].pk

    page = typed(as_committee, sitting, "", last=last)

    assert signed() == []
    assert page.context["back"] == roll[2]


def test_namesakes_are_offered_and_a_digit_chooses(as_committee, sitting, roll):
    page = typed(as_committee, sitting, "王芳")
    offered = " ".join(str(one.pk) for one in page.context["found"])

    after = typed(as_committee, sitting, "2", offered=offered)

    assert [one.member.staff_no for one in page.context["found"]] == ["T2", "T1"]
    assert signed() == [("T1", "desk")]
    assert after.context["done"] == roll[0]


def test_a_whole_name_goes_before_a_longer_one(as_committee, sitting, roll):
    make.entry(people.member(name="曾敏敏"), sitting=sitting)

    typed(as_committee, sitting, "曾敏")

    assert signed() == [("T3", "desk")]


@pytest.mark.parametrize("text", ["路人", "9", "%"])
def test_who_is_not_on_the_roll_is_said(as_committee, sitting, roll, text):
    people.member(name="路人")

    page = typed(as_committee, sitting, text)

    assert signed() == []
    assert "应到名册里没有" in page.content.decode()


def test_many_are_not_offered(as_committee, sitting):
    for number in range(12):
        make.entry(people.member(name=f"王{number}"), sitting=sitting)

    page = typed(as_committee, sitting, "王")

    assert page.context["found"] == []
    assert "有很多人，请多写几个字" in page.content.decode()


def test_who_is_there_already_is_told_when(as_committee, sitting, roll):
    typed(as_committee, sitting, "曾敏")

    page = typed(as_committee, sitting, "曾敏")

    assert page.context["again"] == roll[2]
    assert "已经在" in page.content.decode()
    assert AuditEntry.objects.filter(action="sitting.signed").count() == 1


def test_of_two_desks_at_once_one_signs(committee, chair, roll):
    same = RollEntry.objects.get(pk=roll[2].pk)

    told = [
        services.entry_sign(row, by=by, way="desk")
        for row, by in ((roll[2], committee), (same, chair))
    ]

    assert told == [True, False]
    assert RollEntry.objects.get(pk=same.pk).signed_by == committee


def test_a_reload_signs_nobody_a_second_time(as_committee, sitting, roll):
    page = typed(as_committee, sitting, "曾敏")

    as_committee.get(page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"])

    assert AuditEntry.objects.filter(action="sitting.signed").count() == 1


def test_an_entry_of_another_sitting_is_not_signed_here(as_committee, sitting, roll):
    other = make.entry(people.member(name="方梅"))

    typed(as_committee, sitting, "1", offered=str(other.pk))
    typed(as_committee, sitting, "", back=str(other.pk))

    assert signed() == []


def test_after_the_end_nobody_signs_in_or_out(committee, sitting, roll):
    services.entry_sign(roll[0], by=committee, way="desk")
    services.sitting_close(sitting, by=committee)

    with pytest.raises(StateError):
        services.entry_sign(roll[1], by=committee, way="desk")
    with pytest.raises(StateError):
        services.entry_unsign(roll[0], by=committee)


def test_the_database_keeps_time_and_way_together(roll):
    with pytest.raises(IntegrityError), transaction.atomic():
        RollEntry.objects.filter(pk=roll[0].pk).update(way="desk")


@pytest.mark.parametrize("count", [3, 60])
def test_a_sign_in_costs_the_same_for_few_and_for_many(
    as_committee, sitting, django_assert_num_queries, count
):
    for number in range(count):
        make.entry(people.member(staff_no=f"N{number:03d}"), sitting=sitting)
    path = f"/congress/sittings/{sitting.pk}/desk/"

    # PostgreSQL takes a lock for the chain of the trail; SQLite has one anyway.
    with django_assert_num_queries(18 + (connection.vendor == "postgresql")):
        as_committee.post(path, {"typed": "N001"})
    with django_assert_num_queries(9):
        as_committee.get(path, {"done": sitting.roll.present().get().pk})


def test_a_sign_that_no_database_takes_is_nothing(as_committee, sitting, roll):
    page = typed(as_committee, sitting, "\0")

    assert (page.status_code, signed()) == (200, [])
