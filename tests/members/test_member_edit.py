"""Entering and changing a record."""

import datetime

import pytest
from django.utils import timezone

from members.models import AuditEntry, Member
from tests import make_members as make

NUMBER = "990101198505200022"


def values(**changed):
    return {
        "staff_no": "A1",
        "name": "赵一",
        "sex": "女",
        "birth_date": "1985-5-20",
        "work_status": "working",
        "version": "1",
        **changed,
    }


def test_a_new_person_is_entered_and_recorded(as_committee):
    answer = as_committee.post("/members/new/", values(id_number=NUMBER.lower()))

    member = Member.objects.get(staff_no="A1")
    assert answer.url == f"/members/{member.pk}/"
    assert (member.name, member.id_number) == ("赵一", NUMBER)
    assert AuditEntry.objects.get(action="member.added").object_label == "赵一"


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"id_number": "12345"}, "id_number", "身份证号应是 18 位，最后一位可以是 X。"),
        (
            {"id_number": NUMBER[:-1] + "1"},
            "id_number",
            "身份证号的最后一位与前面的数字对不上，请核对。",
        ),
        (
            {"id_number": "990101198513200022"},
            "id_number",
            "身份证号里的出生日期不存在，请核对第 7 到 14 位。",
        ),
        ({"staff_no": "有空格 1"}, "staff_no", "工号只能用数字、字母和短横。"),
        (
            {"id_number": NUMBER, "sex": "男"},
            "sex",
            "身份证号表示女，与这里不同。核对后勾选末尾的确认再保存。",
        ),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(as_committee, changed, field, said):
    answer = as_committee.post("/members/new/", values(**changed))

    assert answer.context["form"].errors[field] == [said]
    assert answer.context["form"]["name"].value() == "赵一"
    assert not Member.objects.filter(staff_no="A1").exists()


def test_a_doubt_may_be_confirmed(as_committee):
    as_committee.post(
        "/members/new/",
        values(id_number=NUMBER, sex="男", contradictions_seen="on"),
    )

    assert Member.objects.get(staff_no="A1").sex == "男"


def test_two_people_cannot_share_an_id_number(as_committee):
    make.member(id_number=NUMBER)

    answer = as_committee.post("/members/new/", values(id_number=NUMBER))

    assert answer.context["form"].errors["id_number"] == [
        "这个身份证号已经登记在另一个人名下，请核对。"
    ]


def test_the_second_editor_sees_both_texts_and_loses_nothing(as_committee):
    member = make.member(name="赵一", staff_no="A1", title="一级教师")
    as_committee.post(f"/members/{member.pk}/edit/", values(title="高级教师"))

    told = as_committee.post(f"/members/{member.pk}/edit/", values(title="正高级教师"))
    page = told.content.decode()
    again = as_committee.post(
        f"/members/{member.pk}/edit/", values(title="正高级教师", version="2")
    )

    assert told.status_code == 409
    assert ("职称", "正高级教师", "高级教师") in told.context["conflict"]
    assert 'name="version" value="2"' in page
    assert again.status_code == 302
    assert Member.objects.get(pk=member.pk).title == "正高级教师"


def test_a_change_is_recorded_with_old_and_new(as_committee):
    member = make.member(name="赵一", staff_no="A1", title="一级教师")

    as_committee.post(f"/members/{member.pk}/edit/", values(title="高级教师"))

    changes = AuditEntry.objects.get(action="member.edited").details["changes"]
    assert changes["title"] == ["一级教师", "高级教师"]


def test_an_id_number_never_reaches_the_trail(as_committee):
    member = make.member(name="赵一", staff_no="A1")

    as_committee.post(f"/members/{member.pk}/edit/", values(id_number=NUMBER))

    entry = AuditEntry.objects.get(action="member.edited")
    assert entry.details["changes"]["id_number"] == ["已隐去", "已隐去"]
    assert NUMBER not in str(entry.details)


@pytest.fixture
def private(db):
    """Somebody with numbers that nobody sees without a reason."""
    return make.member(
        name="赵一", staff_no="A1", id_number=NUMBER, phone="19900001234"
    )


@pytest.mark.parametrize(
    "path", ["/members/{}/edit/", "/admin/members/member/{}/change/"]
)
def test_the_form_shows_no_whole_number(as_committee, private, path):
    page = as_committee.get(path.format(private.pk)).content.decode()

    assert 'value="赵一"' in page
    assert NUMBER not in page
    assert "19900001234" not in page


def test_masks_that_come_back_change_nothing(as_committee, private):
    form = as_committee.get(f"/members/{private.pk}/edit/").context["form"]
    masks = {name: form[name].value() for name in ("id_number", "phone")}

    as_committee.post(f"/members/{private.pk}/edit/", values(title="高级教师", **masks))

    private.refresh_from_db()
    assert masks == {"id_number": "990101************", "phone": "199****1234"}
    assert (private.id_number, private.phone) == (NUMBER, "19900001234")
    entry = AuditEntry.objects.get(action="member.edited")
    assert not {"id_number", "phone"} & entry.details["changes"].keys()


def test_a_number_can_be_written_anew_or_emptied(as_committee, private):
    as_committee.post(
        f"/members/{private.pk}/edit/", values(id_number="", phone="0990-1234567")
    )

    private.refresh_from_db()
    assert (private.id_number, private.phone) == ("", "0990-1234567")


def test_half_a_mask_is_no_number(as_committee, private):
    answer = as_committee.post(
        f"/members/{private.pk}/edit/", values(phone="1990000*234")
    )

    assert answer.context["form"].errors["phone"] == [
        "号码里有星号。要改就写完整号码，不改就保持原样。"
    ]


@pytest.mark.parametrize("name", ["id_number", "phone"])
def test_a_new_person_has_no_mask(as_committee, name):
    answer = as_committee.post("/members/new/", values(**{name: "****"}))

    assert name in answer.context["form"].errors


def test_two_texts_are_compared_by_their_masks(as_committee, private):
    Member.objects.filter(pk=private.pk).update(version=2)

    told = as_committee.post(
        f"/members/{private.pk}/edit/",
        values(id_number="990101************", phone="19900005678"),
    )

    assert told.status_code == 409
    assert ("手机", "199****5678", "199****1234") in told.context["conflict"]
    assert NUMBER not in told.content.decode()


@pytest.mark.parametrize(
    ("phone", "mask"),
    [
        ("19900001234", "199****1234"),
        ("88001234", "****1234"),
        ("6612", "****"),
        ("", ""),
    ],
)
def test_a_mask_hides_a_good_part_of_every_number(phone, mask):
    assert Member(phone=phone).masked_phone == mask


def test_a_new_person_becomes_a_member_on_the_day_that_is_told(as_committee):
    as_committee.post("/members/new/", values(joined_union_on="2010-9-1"))

    member = Member.objects.get(staff_no="A1")
    period = member.memberships.get()
    assert period.joined_on == member.joined_union_on == datetime.date(2010, 9, 1)
    assert (period.begun_by, period.is_running) == ("joined", True)


def test_who_is_entered_without_a_day_is_no_member(as_committee):
    as_committee.post("/members/new/", values())

    assert not Member.objects.get(staff_no="A1").memberships.exists()


def test_a_record_is_edited_without_the_days_of_membership(as_committee):
    member = make.member(name="赵一", staff_no="A1")
    asked = as_committee.get("/members/new/").context["form"]
    form = as_committee.get(f"/members/{member.pk}/edit/").context["form"]

    as_committee.post(
        f"/members/{member.pk}/edit/",
        values(joined_union_on="2020-1-1", left_union_on="2021-1-1", title="高级教师"),
    )

    member.refresh_from_db()
    assert "joined_union_on" in asked.fields
    assert {"joined_union_on", "left_union_on"}.isdisjoint(form.fields)
    assert (member.title, member.left_union_on) == ("高级教师", None)
    assert member.joined_union_on == datetime.date(2010, 9, 1)


def test_the_back_office_does_not_write_the_days_either(as_committee):
    member = make.member(name="赵一", staff_no="A1")

    page = as_committee.get(f"/admin/members/member/{member.pk}/change/")

    fields = page.context["adminform"].form.fields
    assert {"joined_union_on", "left_union_on"}.isdisjoint(fields)


@pytest.mark.parametrize(
    ("status", "voting", "on_roll"),
    [("retired", False, True), ("dead", False, False), ("left", False, False)],
)
def test_the_membership_follows_who_retires_leaves_or_dies(
    as_committee, status, voting, on_roll
):
    member = make.member(staff_no="A1", name="赵一")
    today = timezone.localdate()

    day = str(today) if status == "retired" else ""
    told = values(work_status=status, retired_on=day)
    as_committee.post(f"/members/{member.pk}/edit/", told)

    assert Member.objects.voting_on(today).filter(pk=member.pk).exists() == voting
    assert Member.objects.on_roll(today).filter(pk=member.pk).exists() == on_roll


@pytest.mark.parametrize(
    ("day", "words"),
    [("", "还不知道的，核对后勾选"), ("2999-1-1", "这一天还没有到。核对后勾选")],
)
def test_a_retirement_without_a_past_day_is_asked_about(as_committee, day, words):
    member = make.member(staff_no="A1", name="赵一")
    told = values(work_status="retired", retired_on=day)

    asked = as_committee.post(f"/members/{member.pk}/edit/", told)
    saved = as_committee.post(
        f"/members/{member.pk}/edit/", told | {"contradictions_seen": "on"}
    )

    assert words in asked.context["form"].errors["retired_on"][0]
    assert saved.status_code == 302


def test_a_retirement_taken_back_tells_that_the_membership_is_still_kept(as_committee):
    today = timezone.localdate()
    member = make.member(staff_no="A1", name="赵一", joined_union_on=today)
    address = f"/members/{member.pk}/edit/"
    as_committee.post(address, values(work_status="retired", retired_on=str(today)))
    member.refresh_from_db()

    back = as_committee.post(address, values(version=member.version), follow=True)

    assert "会籍还登记着因退休保留" in back.content.decode()


def test_another_day_of_retirement_tells_that_the_membership_has_the_old_one(
    as_committee,
):
    today = timezone.localdate()
    day = today - datetime.timedelta(days=30)
    member = make.member(staff_no="A1", name="赵一", joined_union_on=day)
    address, told = f"/members/{member.pk}/edit/", {"work_status": "retired"}
    as_committee.post(address, values(**told, retired_on=str(today)))
    member.refresh_from_db()
    told |= {"version": member.version, "retired_on": str(day)}

    later = as_committee.post(address, values(**told), follow=True)

    assert "会籍开始保留的日期不是退休日期" in later.content.decode()


def test_the_number_of_somebody_else_is_told_with_the_name(as_committee):
    make.member(staff_no="B7", name="钱二")
    member = make.member(staff_no="A1", name="赵一")

    answer = as_committee.post(f"/members/{member.pk}/edit/", values(staff_no="b7"))

    told = answer.context["form"].errors["staff_no"]
    assert told == ["工号 b7 是钱二的，请核对。"]


def test_a_mobile_number_with_a_digit_too_few_is_told(as_committee):
    member = make.member(staff_no="A1", name="赵一")

    answer = as_committee.post(
        f"/members/{member.pk}/edit/", values(phone="1390001000")
    )

    told = answer.context["form"].errors["phone"]
    assert told == ["手机号码是 11 位，这里是 10 位，请核对。"]
