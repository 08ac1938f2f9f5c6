"""A term is approved, prolonged, and ended without a successor."""

import datetime

import pytest

from members.models import AuditEntry, Term
from members.services import bodies as services
from tests import make_members as make
from unionoffice.states import StateError

DAY = datetime.date(2026, 3, 1)


def values(term, **told):
    return {
        "number": term.number,
        "elected_on": "2024-3-1",
        "years": "5",
        "ends_on": "2029-3-1",
        "version": "1",
        **told,
    }


def test_the_approval_is_added_later(as_committee):
    term = make.term()
    page = as_committee.get(term.body.get_absolute_url()).content.decode()
    assert "还没有登记上级工会的批复" in page

    as_committee.post(
        f"/members/terms/{term.pk}/edit/",
        values(term, approved_by="区教育工会", approved_on="2024-3-20"),
    )

    page = as_committee.get(term.body.get_absolute_url()).content.decode()
    assert "还没有登记上级工会的批复" not in page
    assert "区教育工会 2024年3月20日批复" in page
    told = AuditEntry.objects.get(action="term.edited").details["changes"]
    assert told["approved_by"] == ["", "区教育工会"]


@pytest.mark.parametrize(
    ("told", "ends"), [({"ends_on": ""}, "2027-03-01"), ({}, "2030-01-01")]
)
def test_the_end_is_reckoned_or_told(as_chair, told, ends):
    term = make.term()
    told = {"ends_on": ends, "years": 3, **told}

    as_chair.post(f"/members/terms/{term.pk}/edit/", values(term, **told))

    assert str(Term.objects.get().ends_on) == ends


def test_the_second_of_two_editors_sees_both_texts(as_chair):
    term = make.term()
    Term.objects.update(document="甲", version=2)

    answer = as_chair.post(
        f"/members/terms/{term.pk}/edit/", values(term, document="乙")
    )

    assert answer.status_code == 409
    assert ("批复文号", "乙", "甲") in answer.context["conflict"]


def test_a_term_ends_and_everybody_leaves(as_chair):
    seat = make.seat()

    as_chair.post(f"/members/terms/{seat.term_id}/close/", {"closed_on": "2026-3-1"})

    seat.refresh_from_db()
    assert (seat.ended_on, seat.ended_by, seat.term.closed_on) == (DAY, "term", DAY)
    late = as_chair.post(f"/members/terms/{seat.term_id}/close/", {"closed_on": ""})
    assert (late.status_code, "已经结束了" in late.content.decode()) == (409, True)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2099-1-1", "还没有到"),
        ("2024-2-1", "还没有选举"),
        ("2026-2-1", "以后还有人任职"),
    ],
)
def test_the_day_of_the_end_fits_the_history(as_chair, day, said):
    term = make.term()
    make.seat(term, began_on=DAY)

    answer = as_chair.post(f"/members/terms/{term.pk}/close/", {"closed_on": day})

    assert said in str(answer.context["form"].errors)
    assert Term.objects.open().count() == 1


def test_a_term_ends_once(db):
    term = make.term()
    services.term_close(term, by=None, closed_on=DAY)

    with pytest.raises(StateError, match="已经结束了"):
        services.term_close(term, by=None, closed_on=DAY)
