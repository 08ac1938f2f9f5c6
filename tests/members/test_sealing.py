"""Sealed columns: opened when they are read, and only then."""

import pytest
from cryptography.exceptions import InvalidTag
from django.db import connection

from members import sealing
from members.models import Member
from tests import make_members as make

NUMBER = "990101198505200022"


@pytest.fixture
def opened(monkeypatch):
    """The contexts of everything that was unsealed."""
    seen, unseal = [], sealing.unseal

    def watched(stored, context):
        seen.append(context)
        return unseal(stored, context)

    monkeypatch.setattr(sealing, "unseal", watched)
    return seen


def test_a_list_opens_no_number_that_it_does_not_show(as_chair, opened):
    make.member(name="赵一", id_number=NUMBER)

    page = as_chair.get("/members/").content.decode()

    assert "赵一" in page
    assert opened == []


def test_a_number_is_opened_once_for_a_row(db, opened):
    make.member(id_number=NUMBER)

    row = Member.objects.get()

    assert [row.id_number, row.id_number] == [NUMBER, NUMBER]
    assert opened == ["members.member.id_number"]


def test_a_row_that_was_read_and_saved_keeps_its_number(db):
    make.member(id_number=NUMBER)

    Member.objects.get().save()

    assert Member.objects.defer("id_number").get().id_number == NUMBER


def test_a_number_that_was_changed_below_us_is_not_shown(db):
    row = make.member(id_number=NUMBER)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE members_member SET id_number = %s", [sealing.seal(NUMBER, "else")]
        )

    row = Member.objects.get(pk=row.pk)

    with pytest.raises(InvalidTag):
        _ = row.id_number
