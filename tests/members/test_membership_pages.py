"""会籍 on the member's page and in its forms: begin, keep, end, correct."""

import datetime

import pytest
from django.utils import timezone

from members.models import AuditEntry, Membership
from tests import make_members as make

TODAY = datetime.date(2026, 3, 20)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *args: TODAY)


def address(member, deed):
    return f"/members/{member.pk}/membership/{deed}/"


def periods(member):
    rows = member.memberships.order_by("joined_on")
    columns = ("joined_on", "begun_by", "kept_on", "kept_for", "ended_on", "ended_by")
    return [
        tuple(str(value or "") for value in row) for row in rows.values_list(*columns)
    ]


def text(client, member):
    return client.get(member.get_absolute_url()).content.decode()


@pytest.fixture
def person(db):
    return make.member(name="赵一", joined_union_on=datetime.date(2010, 9, 1))


@pytest.fixture
def outsider(db):
    return make.member(name="钱二", joined_union_on=None)


def test_somebody_joins(as_committee, outsider):
    form = as_committee.get(address(outsider, "begin")).context["form"]
    answer = as_committee.post(
        address(outsider, "begin"),
        {"joined_on": "2026-3-1", "begun_by": "transferred", "document": "委员会"},
    )

    assert form["joined_on"].value() == TODAY
    assert "autofocus" in str(form["joined_on"])
    assert form["begun_by"].value() == "joined"
    assert answer.url == outsider.get_absolute_url()
    assert periods(outsider) == [("2026-03-01", "transferred", "", "", "", "")]
    assert AuditEntry.objects.filter(action="membership.begun").count() == 1


def test_who_left_joins_again(as_committee, person):
    make_left(person)

    form = as_committee.get(address(person, "begin")).context["form"]
    as_committee.post(
        address(person, "begin"), {"joined_on": "2022-1-1", "begun_by": "rejoined"}
    )

    assert form["begun_by"].value() == "rejoined"
    assert periods(person) == [
        ("2010-09-01", "joined", "", "", "2020-01-01", "left"),
        ("2022-01-01", "rejoined", "", "", "", ""),
    ]


def make_left(person):
    person.memberships.update(ended_on=datetime.date(2020, 1, 1), ended_by="left")


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2019-1-1", "与 2010-09-01 至 2020-01-01 的会籍重叠，请核对日期。"),
        ("2026-3-21", "入会日期还没有到，请核对。"),
        ("", "请填写这一项。"),
    ],
)
def test_a_beginning_that_cannot_be_is_told_at_its_field(as_chair, person, day, said):
    make_left(person)

    answer = as_chair.post(
        address(person, "begin"), {"joined_on": day, "begun_by": "rejoined"}
    )

    assert answer.context["form"].errors == {"joined_on": [said]}
    assert len(periods(person)) == 1


def test_nobody_joins_before_birth(as_chair, outsider):
    answer = as_chair.post(
        address(outsider, "begin"), {"joined_on": "1985-5-20", "begun_by": "joined"}
    )

    assert answer.context["form"].errors == {
        "joined_on": ["入会日期在出生日期之后，请核对。"]
    }


def test_the_retired_are_offered_to_be_kept(as_committee, person):
    person.work_status, person.retired_on = "retired", datetime.date(2025, 8, 1)
    person.save()

    page = text(as_committee, person)
    form = as_committee.get(address(person, "keep")).context["form"]
    as_committee.post(
        address(person, "keep"), {"kept_on": "2025-8-1", "kept_for": "retired"}
    )

    assert "退休人员保留会籍" in page
    assert (form["kept_on"].value(), form["kept_for"].value()) == (
        datetime.date(2025, 8, 1),
        "retired",
    )
    assert periods(person) == [
        ("2010-09-01", "joined", "2025-08-01", "retired", "", "")
    ]
    page = text(as_committee, person)
    assert "退休人员保留会籍" not in page
    assert '<span class="chip chip-progress">保留会籍</span>' in page
    assert "2025年8月1日</time> 起保留会籍（退休）" in page


@pytest.mark.parametrize(
    ("status", "why"), [("working", None), ("left", "moved"), ("dead", "dead")]
)
def test_the_gone_are_offered_to_be_ended(as_committee, person, status, why):
    person.work_status = status
    person.save()

    page = text(as_committee, person)
    form = as_committee.get(address(person, "end")).context["form"]
    as_committee.post(
        address(person, "end"), {"ended_on": "2026-3-20", "ended_by": why or "lapsed"}
    )

    assert ("会籍还没有结束" in page) == (status != "working")
    assert (form["ended_on"].value(), form["ended_by"].value() or None) == (TODAY, why)
    person.refresh_from_db()
    assert person.left_union_on == TODAY
    assert '<span class="chip chip-draft">非会员</span>' in text(as_committee, person)


@pytest.mark.parametrize(
    ("deed", "values", "said"),
    [
        (
            "end",
            {"ended_on": "2009-1-1", "ended_by": "left"},
            "离会日期不能早于入会日期。",
        ),
        ("end", {"ended_on": "2062-3-1", "ended_by": "left"}, "这一天太远了"),
        ("end", {"ended_on": "2026-3-1"}, "请选择一项。"),
        (
            "keep",
            {"kept_on": "2009-1-1", "kept_for": "other"},
            "保留会籍的日期不能早于入会日期。",
        ),
        ("keep", {"kept_on": "", "kept_for": "other"}, "请填写这一项。"),
    ],
)
def test_what_cannot_be_is_told(as_chair, person, deed, values, said):
    answer = as_chair.post(address(person, deed), values)

    assert said in str(answer.context["form"].errors)
    assert periods(person) == [("2010-09-01", "joined", "", "", "", "")]


def test_a_death_before_the_keeping_takes_it_back(as_chair, person):
    person.memberships.update(kept_on=datetime.date(2026, 8, 1), kept_for="retired")

    as_chair.post(address(person, "end"), {"ended_on": "2026-3-1", "ended_by": "dead"})

    assert periods(person) == [("2010-09-01", "joined", "", "", "2026-03-01", "dead")]


def test_papers_fit_into_their_column(as_chair, person):
    person.memberships.update(document="甲" * 150)

    answer = as_chair.post(
        address(person, "end"),
        {"ended_on": "2026-3-1", "ended_by": "left", "document": "乙" * 60},
    )

    assert answer.context["form"].errors["document"] == ["依据太长了，请写短一点。"]


@pytest.mark.parametrize(
    ("deed", "ended", "said"),
    [
        ("begin", False, "已有一段会籍没有结束。"),
        ("keep", True, "现在不是会员。"),
        ("end", True, "现在不是会员。"),
    ],
)
def test_a_deed_that_is_too_late_is_told_and_shown_again(
    as_chair, person, deed, ended, said
):
    if ended:
        make_left(person)
    person.work_status = "retired"
    person.save()

    late = as_chair.post(address(person, deed), {"document": "我写的"})

    assert as_chair.get(address(person, deed)).status_code == 403
    assert late.status_code == 409
    page = late.content.decode()
    assert said in page
    assert "我写的" in page


def test_who_is_kept_is_not_kept_twice(as_chair, person):
    person.memberships.update(kept_on=TODAY, kept_for="other")

    assert as_chair.get(address(person, "keep")).status_code == 403
    assert address(person, "keep") not in text(as_chair, person)


CORRECT = {
    "joined_on": "2011-9-1",
    "begun_by": "joined",
    "document": "补登",
    "version": "1",
}


def test_a_slip_is_corrected_and_the_trail_tells_it(as_chair, person):
    period = person.memberships.get()

    answer = as_chair.post(address(person, period.pk), CORRECT)

    assert answer.url == person.get_absolute_url()
    person.refresh_from_db()
    assert person.joined_union_on == datetime.date(2011, 9, 1)
    changes = AuditEntry.objects.get(action="membership.corrected").details["changes"]
    assert changes["joined_on"] == ["2010-09-01", "2011-09-01"]


def test_the_second_to_correct_sees_both(as_chair, person):
    period = person.memberships.get()
    as_chair.post(address(person, period.pk), CORRECT)

    told = as_chair.post(
        address(person, period.pk), {**CORRECT, "joined_on": "2012-9-1"}
    )

    assert told.status_code == 409
    assert [pair[0] for pair in told.context["conflict"]] == ["入会日期"]
    assert periods(person)[0][0] == "2011-09-01"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"ended_on": ""}, "重叠"),
        ({"joined_on": "2027-1-1"}, "还没有到"),
        ({"ended_by": ""}, "离会要写明日期和原因。"),
    ],
)
def test_a_correction_that_cannot_be_is_told(as_chair, person, values, said):
    make_left(person)
    make.membership(person, datetime.date(2022, 1, 1))
    period = person.memberships.order_by("joined_on").first()
    sent = {**CORRECT, "ended_on": "2020-1-1", "ended_by": "left"} | values

    answer = as_chair.post(address(person, period.pk), sent)

    assert said in str(answer.context["form"].errors)
    assert len(periods(person)) == 2


def test_a_period_of_another_is_not_found(as_chair, person):
    other = make.member().memberships.get()

    assert as_chair.get(address(person, other.pk)).status_code == 404


def test_reasons_and_papers_are_not_for_the_sysadmin(as_sysadmin, as_chair, person):
    Membership.objects.update(ended_on=TODAY, ended_by="expelled", document="支部会议")

    seen, hidden = text(as_chair, person), text(as_sysadmin, person)

    assert "离会（开除会籍）" in seen
    assert "支部会议" in seen
    assert "2026年3月20日</time> 离会" in hidden
    assert "开除" not in hidden
    assert "支部会议" not in hidden
    assert "登记入会" not in hidden


def test_the_page_of_who_never_joined(as_chair, outsider):
    page = text(as_chair, outsider)

    assert "没有入会记录。" in page
    assert address(outsider, "begin") in page


@pytest.mark.parametrize("count", [1, 8])
def test_the_page_costs_the_same_for_any_history(
    as_chair, django_assert_num_queries, outsider, count
):
    for number in range(count):
        day = datetime.date(2000 + number, 1, 1)
        make.membership(outsider, day, day.replace(month=9))
    as_chair.get(outsider.get_absolute_url())

    with django_assert_num_queries(7):
        as_chair.get(outsider.get_absolute_url())


def test_the_dead_join_no_more(as_chair, outsider):
    outsider.work_status = "dead"
    outsider.save()

    assert as_chair.get(address(outsider, "begin")).status_code == 403
    assert address(outsider, "begin") not in text(as_chair, outsider)
