"""The record's further columns: birth months, documents, family, home."""

import datetime

import pytest
from django.db import connection

from members.models import AuditEntry, Member
from tests import make_members as make

FAMILY = {
    "marriage": "married",
    "children": "2016，2012年",
    "address": "江州市学府路 8 号",
    "emergency_name": "钱二",
    "emergency_phone": "13800138000",
}


def values(**changed):
    return {
        "staff_no": "A1",
        "name": "赵一",
        "sex": "女",
        "ethnicity": "汉族",
        "work_status": "working",
        "version": "1",
        **changed,
    }


def entered(client, **changed):
    answer = client.post("/members/new/", values(**changed))
    assert answer.status_code == 302, answer.context["form"].errors
    return Member.objects.get(staff_no="A1")


@pytest.mark.parametrize("written", ["1980年5月", "1980-5", "1980.05", "1980/5"])
def test_a_birth_month_is_kept_and_shown_as_a_month(as_committee, written):
    member = entered(as_committee, birth_date=written)

    page = as_committee.get(member.get_absolute_url()).content.decode()
    form = as_committee.get(f"/members/{member.pk}/edit/").context["form"]

    assert (member.birth_text, member.birth_day_known) == ("1980-05", False)
    assert "1980年5月" in page
    assert "1980年5月1日" not in page
    assert form["birth_date"].value() == "1980-05"


def test_the_day_may_be_told_later(as_committee):
    member = entered(as_committee, birth_date="1980-05")
    changed = values(birth_date="1980-5-1", id_kind="resident")
    as_committee.post(f"/members/{member.pk}/edit/", changed)

    member.refresh_from_db()
    assert member.birth_text == "1980-05-01"
    entry = AuditEntry.objects.get(action="member.edited")
    assert entry.details["changes"] == {"birth_date": ["已隐去", "已隐去"]}


def test_a_month_does_not_contradict_the_number_of_a_day_in_it(as_committee):
    number = "990101198505200022"

    assert entered(as_committee, birth_date="1985-5", id_number=number)


def test_the_check_digit_counts_for_resident_numbers_only(as_committee):
    member = entered(as_committee, id_kind="passport", id_number="E12345678")

    assert (member.get_id_kind_display(), member.id_number) == ("护照", "E12345678")


def test_the_family_is_sealed_in_the_database(as_committee):
    member = entered(as_committee, **FAMILY)

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT children, address, emergency_name, emergency_phone"
            " FROM members_member WHERE id = %s",
            [member.pk],
        )
        stored = str(cursor.fetchone())
    assert member.children == "2012、2016"
    for text in ("2012", "学府路", "钱二", "13800138000"):
        assert text not in stored


def test_a_form_shows_stars_and_stars_change_nothing(as_committee):
    member = entered(as_committee, **FAMILY)

    form = as_committee.get(f"/members/{member.pk}/edit/").context["form"]
    sent = {name: form[name].value() for name in FAMILY}
    as_committee.post(f"/members/{member.pk}/edit/", values(**sent, title="高级教师"))

    assert sent["address"] == sent["children"] == "********"
    member.refresh_from_db()
    assert (member.title, member.address) == ("高级教师", FAMILY["address"])
    assert member.children == "2012、2016"


@pytest.mark.parametrize(
    ("written", "said"),
    [("两个", "请写出生年份，例如 2012、2016。"), ("2098", "2098 年还没有到。")],
)
def test_children_are_years(as_committee, written, said):
    answer = as_committee.post("/members/new/", values(children=written))

    assert answer.context["form"].errors["children"] == [said]


def test_years_of_work_end_with_retirement_and_the_age_is_counted_down(db):
    day = datetime.date(2026, 3, 8)
    member = make.member(
        birth_date=datetime.date(1968, 1, 10),
        sex="男",
        working_since=datetime.date(1990, 9, 1),
    )

    assert member.working_years_on(day) == 35
    assert member.retires_on == datetime.date(2028, 11, 10)
    assert member.days_to_retirement(day) == 978
    member.work_status, member.retired_on = "retired", datetime.date(2020, 9, 1)
    assert (member.working_years_on(day), member.days_to_retirement(day)) == (30, None)


def test_the_shared_admin_shows_nothing_sealed(as_chair):
    member = make.member(address="江州市学府路 8 号", marriage="married")

    page = as_chair.get(f"/admin/members/member/{member.pk}/change/").content.decode()

    for name in ("address", "children", "emergency_phone", "marriage", "id_number"):
        assert f'name="{name}"' not in page
