"""One step, one winner; one row, nobody's words lost."""

import pytest
from django.core.exceptions import PermissionDenied

from members.models import Member
from tests import make_members as make
from unionoffice.states import Conflict, StateError, Stateful


class Light(Stateful):
    NEXT = {"red": {"green"}}

    class Meta:
        abstract = True


def test_only_the_steps_of_the_table_are_taken():
    light = Light.__new__(Light)
    light.state = "red"

    assert light.can_become("green")
    assert not light.can_become("blue")


@pytest.mark.django_db
def test_the_second_to_save_is_told_and_sees_what_the_first_wrote():
    member = make.member()
    mine, theirs = Member.objects.get(pk=member.pk), Member.objects.get(pk=member.pk)
    theirs.remarks = "first"
    theirs.save_version(theirs.version, ["remarks"])
    mine.remarks = "second"

    with pytest.raises(Conflict) as conflict:
        mine.save_version(mine.version, ["remarks"])

    assert conflict.value.theirs.remarks == "first"
    assert Member.objects.get(pk=member.pk).remarks == "first"


@pytest.mark.django_db
def test_a_save_that_nobody_disturbed_counts_the_version_up():
    member = make.member()
    member.remarks = "new"

    member.save_version(member.version, ["remarks"])

    assert Member.objects.get(pk=member.pk).version == 2


def test_a_state_error_is_a_refusal():
    assert issubclass(StateError, PermissionDenied)
