"""One record: who sees what of it."""

import datetime

import pytest

from members.models import AuditEntry
from tests import make_members as make

NUMBER = "990101198505200022"


@pytest.fixture
def person(db):
    return make.member(
        name="赵一",
        id_number=NUMBER,
        phone="19900001234",
        birth_date=datetime.date(1985, 5, 20),
    )


def test_the_number_is_sealed_in_the_database(person):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT id_number, id_index FROM members_member")
        stored = str(cursor.fetchall())

    assert NUMBER not in stored
    person.refresh_from_db()
    assert person.id_number == NUMBER


def test_the_office_sees_masks_until_it_gives_a_reason(as_committee, person):
    page = as_committee.get(f"/members/{person.pk}/").content.decode()

    assert "990101************" in page
    assert "199****1234" in page
    assert NUMBER not in page
    assert "19900001234" not in page


def test_with_a_reason_the_numbers_show_and_it_is_recorded(
    as_committee, proved, person
):
    answer = proved(as_committee).post(
        f"/members/{person.pk}/reveal/", {"reason": "办理医保续保"}
    )

    assert NUMBER in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"
    entry = AuditEntry.objects.get(action="member.revealed")
    assert (entry.object_label, entry.details) == ("赵一", {"reason": "办理医保续保"})


def test_without_a_reason_nothing_shows(as_committee, person):
    answer = as_committee.post(f"/members/{person.pk}/reveal/", {"reason": ""})

    assert answer.status_code == 400
    assert NUMBER not in answer.content.decode()
    assert not AuditEntry.objects.filter(action="member.revealed").exists()


def test_the_sysadmin_sees_the_place_but_nothing_private(as_sysadmin, person):
    page = as_sysadmin.get(f"/members/{person.pk}/").content.decode()
    refused = as_sysadmin.post(f"/members/{person.pk}/reveal/", {"reason": "看看"})

    assert "赵一" in page
    assert "0022" not in page
    assert "1234" not in page
    assert refused.status_code == 403


def test_a_group_leader_sees_the_birthday_without_its_year(
    as_group_leader, group_leader, person
):
    person.group = make.group(leader=group_leader.member)
    person.save()

    page = as_group_leader.get(f"/members/{person.pk}/").content.decode()

    assert "5月20日" in page
    assert "1985" not in page
    assert "0022" not in page


def test_a_stranger_does_not_learn_that_a_record_exists(as_member, person):
    assert as_member.get(f"/members/{person.pk}/").status_code == 404
    assert as_member.get("/members/987654/").status_code == 404


def test_the_newest_of_a_life_comes_first(as_chair):
    member = make.member(
        joined_school_on=datetime.date(2009, 9, 1),
        retired_on=datetime.date(2025, 9, 1),
        card_no="GH-0042",
        post_kind="manager",
    )

    page = as_chair.get(member.get_absolute_url())

    titles = [moment.title for moment in page.context["moments"]]
    assert titles == ["退休", "加入工会", "来校工作"]
    text = page.content.decode()
    assert "<dt>会员证号</dt><dd>GH-0042</dd>" in text
    assert "<dt>岗位类别</dt><dd>管理</dd>" in text
