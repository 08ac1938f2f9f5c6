"""资料检查: what is found on a record, and where it is mended."""

import datetime

import pytest

from members import idnumber, pinyin, quality
from members.models import Member
from tests import make_members as make

DAY = datetime.date
TODAY = DAY(2026, 3, 20)
GOOD = {"phone": "13800000000"}


def number(birth="19850520", serial="002"):
    first = f"110101{birth}{serial}"
    return next(
        first + check
        for check in idnumber.CHECKS
        if not idnumber.problem(first + check)
    )


def person(name="周明", **values):
    """Somebody with nothing wrong but what is said."""
    kept = {"group": make.group(), "department": make.department(), **GOOD}
    return make.member(name=name, **(kept | values))


def kinds(today=TODAY):
    return [one.kind.code for one in quality.findings(today)]


def test_a_record_in_order_gives_no_finding(db):
    person(id_number=number())

    assert kinds() == []


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        ({"phone": ""}, "no_phone"),
        ({"id_number": number()[:-1] + "?"}, "bad_id"),
        ({"id_number": number(serial="001")}, "id_sex"),
        ({"id_number": number(birth="19850521")}, "id_birthday"),
        ({"birth_date": None}, "no_birthday"),
        ({"sex": ""}, "no_sex"),
        ({"group": None}, "no_group"),
        ({"department": None}, "no_department"),
        ({"birth_date": DAY(1965, 1, 1)}, "beyond"),
        ({"joined_union_on": DAY(2000, 9, 1)}, "membership"),
        ({"joined_union_on": DAY(2026, 9, 1)}, "membership"),
    ],
)
def test_each_check_finds_its_fault(db, wrong, kind):
    person(**wrong)

    assert kinds() == [kind]


def test_who_joined_after_retiring_is_looked_at(db):
    person(work_status="retired", retired_on=DAY(2009, 9, 1))

    (found,) = quality.findings(TODAY)

    assert found.says == "退休以后才入会。"
    assert found.url == f"/members/{found.member}/"


def test_a_rehired_person_may_work_beyond_the_age(db):
    person(birth_date=DAY(1960, 1, 1), employment="rehired")

    assert kinds() == []


def test_a_retired_person_needs_a_day_and_a_kept_membership(db):
    retired = person(work_status="retired", department=None)

    assert kinds() == ["no_retirement"]
    retired.memberships.update(kept_on=None, kept_for="")
    assert kinds() == ["no_retirement", "membership"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {}),
        (
            {"birth_date": DAY(1985, 1, 1), "phone": "139"},
            {"birth_date": DAY(1986, 1, 1), "phone": "139"},
        ),
        (
            {"id_number": number(), "name": "周明"},
            {"id_number": number()[:6] + number()[8:17], "name": "周敏"},
        ),
    ],
)
def test_two_records_of_one_person_are_found_once(db, first, second):
    older, younger = person(**first), person(**second)

    found = [one for one in quality.findings(TODAY) if one.kind.code == "double"]

    assert [(one.member, one.other) for one in found] == [(older.pk, younger.pk)]
    assert found[0].url == f"/members/{older.pk}/merge/{younger.pk}/"


def test_namesakes_are_no_doubles(db):
    person(birth_date=DAY(1985, 1, 1), phone="138")
    person(birth_date=DAY(1986, 1, 1), phone="139")

    assert kinds() == []


def test_a_crowd_of_one_kind_is_a_default_and_no_doubles(db):
    for _ in range(7):
        person()

    assert kinds() == []


def test_the_page_narrows_orders_and_leads_to_the_mending(as_chair, chair):
    lacking = person(name="缺手机", phone="")
    person(name="缺小组", group=None)
    address = "/members/lists/quality/"

    whole = as_chair.get(address, {"order": "name"})
    narrow = as_chair.get(address, {"kind": "no_phone", "q": "缺手机"})

    names = [one.name for one in whole.context["page"]]
    assert names == sorted(names, key=pinyin.keys)
    assert [one.name for one in narrow.context["page"]] == ["缺手机"]
    assert f'href="/members/{lacking.pk}/edit/"' in narrow.content.decode()


def test_a_membership_that_runs_on_after_its_work_is_found(db):
    gone = person()
    Member.objects.filter(pk=gone.pk).update(work_status="left", phone="", group=None)

    assert kinds() == ["membership"]


def test_no_number_stands_on_the_page_or_in_the_sheet(as_chair):
    wrong = number()[:-1] + "?"
    person(id_number=wrong)

    page = as_chair.get("/members/lists/quality/").content.decode()

    assert "身份证号有误" in page
    assert wrong[6:14] not in page


@pytest.mark.parametrize("count", [1, 60])
def test_the_page_costs_the_same_for_one_and_for_many(
    as_chair, django_assert_num_queries, count
):
    for _ in range(count):
        make.member(phone="")
    as_chair.get("/members/lists/quality/")

    with django_assert_num_queries(10):
        answer = as_chair.get("/members/lists/quality/")

    assert len(answer.context["page"]) == min(3 * (count + 1), 50)


def test_a_membership_kept_for_a_retirement_that_is_none_is_found(db):
    somebody = person(joined_union_on=DAY(2010, 9, 1))
    somebody.memberships.update(kept_on=DAY(2026, 1, 1), kept_for="retired")

    assert kinds() == ["membership"]
