"""The committee decides: the membership begins, or ends, that day."""

import datetime

import pytest

from members import reporting
from members.models import AuditEntry, Office
from tests import make_members as make
from tests.members.histories import TODAY, make_left, periods

DAY = datetime.date(2026, 3, 2)
SAID = {"outcome": "approved", "decided_on": "2026-3-18"}


@pytest.fixture
def advised(outsider):
    return make.application("advised", applicant=outsider, filed_on=DAY)


def address(row):
    return f"{row.get_absolute_url()}decide/"


def test_an_approval_begins_the_membership_and_gives_the_card(
    as_committee, committee, advised, outsider
):
    Office.objects.create(pk=1, card_prefix="GH", card_digits=4)
    make.member(card_no="GH0041")

    form = as_committee.get(address(advised)).context["form"]
    number = form["card_no"].value()
    as_committee.post(
        address(advised), {**SAID, "card_no": number, "document": "3月18日委员会"}
    )

    advised.refresh_from_db()
    outsider.refresh_from_db()
    assert number == outsider.card_no == "GH0042"
    assert periods(outsider) == [("2026-03-18", "joined", "", "", "", "")]
    assert outsider.joined_union_on == datetime.date(2026, 3, 18)
    assert (advised.state, advised.decided_by) == ("approved", committee.member)
    assert advised.period.document == "3月18日委员会"


def test_who_left_once_comes_back(as_chair, person):
    make_left(person)
    row = make.application("advised", applicant=person, filed_on=DAY)

    as_chair.post(address(row), SAID)

    assert periods(person)[-1] == ("2026-03-18", "rejoined", "", "", "", "")


@pytest.mark.parametrize(("kind", "why"), [("leave", "left"), ("move", "moved")])
def test_a_leaving_ends_the_membership(as_chair, person, kind, why):
    row = make.application("advised", applicant=person, kind=kind, filed_on=DAY)

    as_chair.post(address(row), {**SAID, "card_returned": "on"})

    row.refresh_from_db()
    assert periods(person) == [("2010-09-01", "joined", "", "", "2026-03-18", why)]
    assert (row.card_returned, row.period) == (True, person.memberships.get())


def test_a_refusal_says_why_and_changes_nothing(as_chair, advised, outsider):
    silent = as_chair.post(address(advised), {**SAID, "outcome": "refused"})
    as_chair.post(
        address(advised), {**SAID, "outcome": "refused", "reason": "试用期未满"}
    )

    advised.refresh_from_db()
    assert silent.context["form"].errors == {"reason": ["请写明原因，申请人会看到。"]}
    assert (advised.state, advised.reason) == ("refused", "试用期未满")
    assert periods(outsider) == []
    assert AuditEntry.objects.get(action="application.refused").object_label == "钱二"


@pytest.mark.parametrize(
    ("kind", "offered"),
    [
        ("join", ["approved", "refused"]),
        ("leave", ["approved"]),
        ("move", ["approved", "refused"]),
    ],
)
def test_a_leaving_cannot_be_refused(as_chair, spring, kind, offered):
    row = make.application("advised", kind=kind)

    form = as_chair.get(address(row)).context["form"]

    assert [value for value, _ in form.fields["outcome"].choices] == offered


@pytest.mark.parametrize("state", ["filed", "advised"])
def test_what_has_become_of_no_use_is_laid_aside(as_chair, outsider, state):
    row = make.application(state, applicant=outsider, filed_on=DAY)
    make.membership(outsider, DAY)

    form = as_chair.get(address(row)).context["form"]
    told = {"outcome": "moot", "decided_on": "2026-3-18", "reason": "已经登记入会"}
    as_chair.post(address(row), told)

    row.refresh_from_db()
    assert [value for value, _ in form.fields["outcome"].choices] == ["moot"]
    assert (row.state, row.reason) == ("moot", "已经登记入会")


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"decided_on": "2026-3-1"}, "decided_on", "批准日期不能早于申请日期。"),
        ({"decided_on": "2026-3-21"}, "decided_on", "批准日期还没有到，请核对。"),
        ({"card_no": "A7"}, "card_no", "A7 已经是周明的会员证号，请换一个。"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(as_chair, advised, changed, field, said):
    make.member(card_no="A7")

    answer = as_chair.post(address(advised), {**SAID, **changed})

    assert answer.context["form"].errors == {field: [said]}


def test_nobody_joins_on_a_day_of_an_earlier_membership(as_chair, outsider):
    make.membership(outsider, datetime.date(2020, 1, 1), datetime.date(2026, 3, 19))
    row = make.application("advised", applicant=outsider, filed_on=DAY)

    answer = as_chair.post(address(row), SAID)

    assert answer.context["form"].errors["decided_on"] == [
        "与 2020-01-01 至 2026-03-19 的会籍重叠，请核对日期。"
    ]


def test_what_another_decided_is_told_and_nothing_is_lost(as_chair, advised):
    as_chair.post(address(advised), SAID)

    late = as_chair.post(address(advised), {**SAID, "document": "另一次会议"})

    assert late.status_code == 409
    assert "没有保存：这份申请「已批准」。" in late.content.decode()
    assert "另一次会议" in late.content.decode()


def test_the_committee_is_told_until_when(advised, committee):
    found = reporting.todo(committee, TODAY)

    told = [(t.count, t.due - DAY) for t in found if t.title.startswith("批准")]
    assert told == [(1, datetime.timedelta(days=30))]
