"""A delegate scans the code in the hall, looks, and confirms."""

import datetime

import pytest
from django.utils import timezone

from congress import reporting
from plans import hallcode
from tests import make_congress as make
from tests import make_members as people


@pytest.fixture
def own(member_user):
    return make.entry(member_user.member)


def path(entry, minutes=0):
    now = timezone.now() - datetime.timedelta(minutes=minutes)
    code = hallcode.token(f"sitting-{entry.sitting_id}", hallcode.window(now))
    return f"/congress/sittings/{entry.sitting_id}/scan/{code}/"


def test_a_good_code_signs_in(as_member, own):
    page = as_member.get(path(own))

    as_member.post(path(own), {"stamp": page.context["stamp"]})

    own.refresh_from_db()
    assert (own.signed_at is not None, own.way) == (True, "code")


def test_an_old_code_does_not_but_the_pass_of_a_good_one_does(as_member, own):
    old = as_member.get(path(own, minutes=5))
    stamp = as_member.get(path(own)).context["stamp"]
    as_member.post(path(own, minutes=5), {"stamp": stamp})

    own.refresh_from_db()
    assert old.status_code == 410
    assert own.signed_at is not None


def test_the_code_of_an_activity_of_that_number_is_no_code(as_member, own):
    now = hallcode.window(timezone.now())
    code = hallcode.token(own.sitting_id, now)

    answer = as_member.post(f"/congress/sittings/{own.sitting_id}/scan/{code}/")

    own.refresh_from_db()
    assert (answer.status_code, own.signed_at) == (410, None)


def test_who_is_not_expected_is_told(as_member, own, sign_in):
    other = sign_in(people.user("member"))

    answer = other.get(path(own))

    assert answer.status_code == 403
    assert "你不在这次会议的应到名册里" in answer.content.decode()


def test_the_page_of_the_code_shows_a_picture(as_committee, own):
    page = as_committee.get(f"/congress/sittings/{own.sitting_id}/code/")

    assert 'src="data:image/svg+xml' in page.content.decode()


def test_who_takes_part_online_counts_as_present(as_member, as_committee, own):
    stamp = as_member.get(path(own)).context["stamp"]

    as_member.post(path(own), {"stamp": stamp, "where": "online"})

    own.refresh_from_db()
    assert own.way == "online"
    told = reporting.sitting_figures(own.sitting)
    assert (told.present, told.online) == (1, 1)
    page = as_committee.get(own.sitting.get_absolute_url()).content.decode()
    assert "实到（线上 1）" in page
