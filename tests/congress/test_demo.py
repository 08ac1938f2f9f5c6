"""The demo school's congress shows every state and opens on every page."""

import random

import pytest

from congress import demo
from congress.models import Proposal, Session
from congress.reporting import todo
from members import demo as people
from members import roles
from members.models import User
from tests import make_congress as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    rng = random.Random(2026)  # noqa: S311
    people.seed(rng)
    people.seed_accounts()
    demo.seed(rng)


def test_a_session_is_over_and_one_is_calling(school):
    new, old = Session.objects.all()

    assert (old.state, new.state) == ("closed", "open")
    assert new.is_calling(make.days(0))
    assert set(old.proposals.values_list("state", flat=True)) == {"rated"}
    assert set(new.proposals.values_list("state", flat=True)) == set(
        Proposal.State.values
    )


def test_numbers_follow_the_days(school):
    for session in Session.objects.all():
        rows = session.proposals.received().order_by("number")
        numbers = [row.number for row in rows]
        moments = [row.submitted_at for row in rows]

        assert numbers == list(range(1, len(rows) + 1))
        assert moments == sorted(moments)


def test_every_role_finds_something_to_do(school):
    def waiting(role):
        account = User.objects.filter(groups__name=role).order_by("pk").first()
        return len(todo(account, make.days(0)))

    assert waiting(roles.CHAIR) == 5
    assert waiting(roles.HANDLER) == 3
    ordinary = [
        user
        for user in User.objects.order_by("pk")
        if user.role_codes == {roles.MEMBER} and user.has_usable_password()
    ]
    assert len(todo(ordinary[0], make.days(0))) == 3


def test_every_page_opens_for_author_and_office(school, sign_in):
    chair = User.objects.filter(groups__name=roles.CHAIR).get()
    for row in Proposal.objects.select_related("author__user"):
        for user in {row.author.user, chair}:
            answer = sign_in(user).get(row.get_absolute_url())
            is_draft = row.number is None and not row.seeks_seconders
            expected = 404 if is_draft and user == chair else 200
            assert answer.status_code == expected
