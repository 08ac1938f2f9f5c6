"""What was entered wrongly is corrected."""

import datetime

import pytest

from members.models import AuditEntry
from tests import make_members as make
from tests.members.histories import address, make_left, periods

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
