"""A seat ends, with its reason; a by-election fills it; the history stays."""

import pytest
from django.db import IntegrityError, transaction

from congress.models import Delegate
from congress.services import delegates as services
from members.models import AuditEntry
from tests import make_congress as make
from tests import make_members as people
from unionoffice.states import StateError


@pytest.fixture
def delegate(db):
    return make.delegate(people.member(name="曾敏"), elected_on=make.days(-100))


def ended(client, delegate, **more):
    values = {"ended_on": make.days(-1), "end_reason": "moved", "end_note": "", **more}
    return client.post(f"/congress/delegates/{delegate.pk}/end/", values, follow=True)


def test_a_seat_ends_and_the_base_shrinks(as_committee, delegate):
    ended(as_committee, delegate)

    delegate.refresh_from_db()
    assert (delegate.ended_on, delegate.end_reason) == (make.days(-1), "moved")
    assert delegate.congress.base(make.days(0)) == 0
    entry = AuditEntry.objects.get(action="delegate.ended")
    assert entry.details["why"] == "调离或离职"


@pytest.mark.parametrize(
    ("changes", "name", "told"),
    [
        (
            {"end_reason": "recalled"},
            "end_note",
            "撤换代表，请写明原选举单位表决的日期和票数。",
        ),
        ({"ended_on": "2020-1-1"}, "ended_on", "结束日期不能早于当选日期。"),
    ],
)
def test_an_end_that_cannot_be_is_said(as_committee, delegate, changes, name, told):
    answer = ended(as_committee, delegate, **changes)

    assert answer.context["form"].errors == {name: [told]}
    assert Delegate.objects.get().ended_on is None


def test_who_comes_second_is_told_and_keeps_what_was_typed(as_committee, delegate):
    ended(as_committee, delegate)

    answer = ended(as_committee, delegate, end_note="我写的")

    assert answer.status_code == 409
    page = answer.content.decode()
    assert "代表资格已经结束" in page
    assert "我写的" in page


def test_of_two_who_end_at_once_one_wins(committee, delegate):
    same = Delegate.objects.get(pk=delegate.pk)
    told = {"by": committee, "ended_on": make.days(-1), "end_reason": "moved"}
    services.delegate_end(delegate, **told)

    with pytest.raises(StateError):
        services.delegate_end(same, **told)


def test_a_by_election_fills_the_seat(as_committee, delegate):
    ended(as_committee, delegate)
    people.member(name="贾婷")
    values = {"member": "贾婷", "elected_on": make.days(0), "electorate": "30"}
    values |= {"turnout": "28", "votes": "14"}

    answer = as_committee.post(
        f"/congress/delegates/{delegate.pk}/replace/", values, follow=True
    )

    made = Delegate.objects.get(replaces=delegate)
    assert (made.member.name, made.constituency) == ("贾婷", delegate.constituency)
    page = answer.content.decode()
    assert "已登记贾婷接替曾敏" in page
    assert "得票 14，选区 30 人，不到 1/2" in page


def test_a_seat_is_filled_once(as_committee, committee, delegate):
    ended(as_committee, delegate)
    delegate.refresh_from_db()
    first, second = people.member(name="贾婷"), people.member(name="方梅")
    told = {"by": committee, "elected_on": make.days(0)}
    services.delegate_replace(delegate, first, **told)

    with pytest.raises(StateError, match="已经补选"):
        services.delegate_replace(delegate, second, **told)
    page = as_committee.get(f"/congress/delegates/{delegate.pk}/replace/")
    assert "已经补选过了" in page.content.decode()


@pytest.mark.parametrize(
    "values",
    [
        {"ended_on": make.days(-200), "end_reason": "moved"},
        {"ended_on": make.days(0)},
        {"constituency": None},
        {"electorate": 10, "turnout": 11},
        {"turnout": 10, "votes": 11},
    ],
)
def test_the_database_keeps_the_law(delegate, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        Delegate.objects.filter(pk=delegate.pk).update(**values)


def test_nobody_sits_twice_but_may_come_back(delegate):
    with pytest.raises(IntegrityError), transaction.atomic():
        make.delegate(delegate.member)
    Delegate.objects.update(ended_on=make.days(-1), end_reason="resigned")

    assert make.delegate(delegate.member).pk
