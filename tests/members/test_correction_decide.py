"""The office accepts or refuses each field; several at once."""

import datetime

import pytest
from django.utils import timezone

from members import reporting
from members.models import AuditEntry, Correction, Member
from members.proposable import FIELDS, Proposable
from tests import make_members as make

NUMBER = "11010519491231002X"


@pytest.fixture
def record(db):
    return make.member(name="赵一", title="二级教师", phone="19900001234")


def address(member):
    return f"/members/{member.pk}/corrections/"


def answered(client, member, version=1, **answers):
    return client.post(address(member), {"version": version, **answers})


def states(member):
    rows = Correction.objects.filter(member=member).order_by("pk")
    return [(row.state, row.reason) for row in rows]


def test_one_is_taken_another_refused_a_third_waits(as_committee, record):
    title = make.correction(record, "title", "一级教师")
    phone = make.correction(record, "phone", "19900005678")
    make.correction(record, "education", "本科")

    answer = answered(
        as_committee,
        record,
        **{
            f"answer_{title.pk}": "accept",
            f"answer_{phone.pk}": "refuse",
            f"reason_{phone.pk}": "少一位",
        },
    )

    record.refresh_from_db()
    assert answer.url == "/members/corrections/"
    assert (record.title, record.phone, record.version) == (
        "一级教师",
        "19900001234",
        2,
    )
    assert states(record) == [("accepted", ""), ("refused", "少一位"), ("open", "")]


def test_days_choices_names_and_numbers_are_written_as_what_they_are(
    as_committee, record
):
    new = {
        "birth_date": "1949-12-31",
        "sex": "女",
        "name": "曾一",
        "id_number": NUMBER,
    }
    rows = [make.correction(record, field, text) for field, text in new.items()]

    answered(as_committee, record, **{f"answer_{row.pk}": "accept" for row in rows})

    record.refresh_from_db()
    assert record.birth_date == datetime.date(1949, 12, 31)
    assert (record.name, record.id_number) == ("曾一", NUMBER)
    assert Member.objects.search("zengyi").get() == record
    changes = AuditEntry.objects.get(action="member.edited").details["changes"]
    assert changes["name"] == ["赵一", "曾一"]
    assert changes["id_number"] == changes["birth_date"] == ["已隐去", "已隐去"]


def test_a_value_brings_along_what_follows_from_it(as_committee, record, monkeypatch):
    told = Proposable("title", also=(("post", "教师"),))
    monkeypatch.setitem(FIELDS, "title", told)
    row = make.correction(record, "title", "一级教师")

    answered(as_committee, record, **{f"answer_{row.pk}": "accept"})

    record.refresh_from_db()
    assert (record.title, record.post) == ("一级教师", "教师")


@pytest.mark.parametrize(
    ("field", "new", "said"),
    [
        ("id_number", NUMBER, "这个身份证号已经登记在另一个人名下，请核对。"),
        ("title", "长" * 41, "最多 40 个字，现在有 41 个字。"),
    ],
)
def test_what_the_record_cannot_take_is_told(as_committee, record, field, new, said):
    make.member(id_number=NUMBER)
    row = make.correction(record, field, new)

    answer = answered(as_committee, record, **{f"answer_{row.pk}": "accept"})

    errors = answer.context["form"].errors[f"answer_{row.pk}"]
    assert errors == [said]
    assert states(record) == [("open", "")]


def test_a_day_before_the_birth_is_refused(as_committee, record):
    row = make.correction(record, "joined_school_on", "1980-01-01")

    answer = answered(as_committee, record, **{f"answer_{row.pk}": "accept"})

    assert answer.status_code == 200
    assert "要晚于出生日期" in answer.content.decode()
    assert states(record) == [("open", "")]


def test_no_answer_and_no_reason_are_asked_for(as_committee, record):
    row = make.correction(record)

    empty = answered(as_committee, record)
    silent = answered(as_committee, record, **{f"answer_{row.pk}": "refuse"})

    assert empty.context["form"].non_field_errors() == ["还没有答复任何一项。"]
    assert list(silent.context["form"].errors) == [f"reason_{row.pk}"]


def test_a_record_that_changed_meanwhile_is_shown_and_nothing_is_lost(
    as_committee, record
):
    row = make.correction(record, "title", "一级教师")
    Member.objects.filter(pk=record.pk).update(version=2, title="三级教师")

    told = answered(as_committee, record, **{f"answer_{row.pk}": "accept"})
    page = told.content.decode()
    again = answered(as_committee, record, 2, **{f"answer_{row.pk}": "accept"})

    record.refresh_from_db()
    assert told.status_code == 409
    assert "别人改过赵一的资料" in page
    assert "提出的时候这一项是「二级教师」" in page
    assert 'name="version" value="2"' in page
    assert again.status_code == 302
    assert record.title == "一级教师"


def test_an_answer_to_what_was_withdrawn_is_told(as_committee, record):
    row = make.correction(record)
    make.correction(record, "education", "本科")
    row.advance("withdrawn", decided_at=timezone.now(), decided_by=make.user())

    answer = answered(as_committee, record, **{f"answer_{row.pk}": "accept"})

    assert "有一项刚才已经撤回或答复过了" in answer.content.decode()
    assert states(record)[0] == ("withdrawn", "")


@pytest.mark.parametrize(
    ("field", "new", "said"),
    [
        ("birth_date", "1985-05-21", "身份证号里的生日与出生日期不同，请核对。"),
        ("sex", "男", "身份证号表示的性别与登记的不同，请核对。"),
        ("birth_date", "1949-12-31", None),
    ],
)
def test_what_contradicts_the_id_number_is_marked(as_committee, field, new, said):
    record = make.member(id_number=NUMBER, birth_date=datetime.date(1949, 12, 31))
    row = make.correction(record, field, new)

    line = reporting.lines([row], record)[0]

    assert (line.doubt or None) == said


def test_the_office_is_told_how_many_and_until_when(db, record, committee):
    make.correction(record)
    make.correction(record, "education", "本科")
    today = timezone.localdate()

    found = [t for t in reporting.todo(committee, today) if "更正" in t.title]

    assert [(t.count, (t.due - today).days) for t in found] == [(2, 14)]


def test_with_nothing_left_the_page_says_so(as_chair, record):
    assert "没有在等核对的更正" in as_chair.get(address(record)).content.decode()


def test_a_day_that_is_told_completes_a_birth_month(as_committee, record):
    Member.objects.filter(pk=record.pk).update(birth_day_known=False)
    born = make.correction(record, "birth_date", "1985-05-20")

    answered(as_committee, record, **{f"answer_{born.pk}": "accept"})

    record.refresh_from_db()
    assert record.birth_text == "1985-05-20"
