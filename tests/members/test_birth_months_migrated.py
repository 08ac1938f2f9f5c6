"""What the migration says of people who were here before the new columns."""

import datetime
from importlib import import_module

import pytest
from django.apps import apps

from members.models import Member
from tests import make_members as make

first = datetime.date(1980, 5, 1)
migration = import_module("members.migrations.0006_birth_months_and_papers")


@pytest.mark.parametrize(
    ("born", "number", "known"),
    [
        (first, "", False),
        (first, "990101198005010026", True),
        (first.replace(day=2), "", True),
        (None, "", True),
    ],
)
def test_a_first_that_no_number_tells_is_a_month(db, born, number, known):
    member = make.member(birth_date=born, id_number=number)

    migration.tell_months(apps, None)

    member.refresh_from_db()
    assert member.birth_day_known is known


def test_a_number_that_is_no_residents_was_another_documents(db):
    for staff_no, number in (
        ("A1", "E12345678"),
        ("A2", "990101198505200022"),
        ("A3", ""),
    ):
        make.member(staff_no=staff_no, id_number=number)

    migration.tell_papers(apps, None)

    kinds = Member.objects.order_by("staff_no").values_list("id_kind", flat=True)
    assert list(kinds) == ["other", "resident", "resident"]
