"""One rendering of a form makes one row."""

import pytest
from django.db import IntegrityError

from plans.models import Plan
from tests import make_members

pytestmark = pytest.mark.django_db


def plan(title="工会计划", key="one-rendering", **values):
    return Plan(title=title, year=2026, form_key=key, **values)


def test_the_same_words_again_are_the_same_row():
    first = plan().save_once()

    assert plan().save_once().pk == first.pk
    assert Plan.objects.count() == 1


def test_other_words_are_a_row_of_their_own():
    plan().save_once()

    assert plan("教代会计划").save_once().form_key is None
    assert Plan.objects.count() == 2


def test_other_words_may_be_asked_to_find_the_row():
    first = plan().save_once()

    assert plan("教代会计划").save_once(same=False) == first


def test_the_key_of_somebody_else_finds_nothing():
    one, other = make_members.user(), make_members.user()
    plan(drafted_by=one).save_once(drafted_by=one)

    own = plan(drafted_by=other)

    assert own.save_once(drafted_by=other) is own
    assert Plan.objects.count() == 2


def test_rows_without_a_key_are_never_the_same():
    plan(key=None).save_once()
    plan(key=None).save_once()

    assert Plan.objects.count() == 2


def test_a_row_against_the_law_is_still_refused():
    with pytest.raises(IntegrityError):
        plan(start_month=13).save_once()
