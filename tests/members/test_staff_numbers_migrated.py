"""What the migration says where two numbers differed by their case only."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.management.base import CommandError
from django.db import connection

from tests import make_members as make

migration = import_module("members.migrations.0041_staff_numbers_apart")
LAW = "staff_numbers_differ_by_more_than_case"


@pytest.fixture
def before(db):
    """The table as it was before the law, until the test is over."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX {LAW}")


def name_the_pairs():
    migration.name_the_pairs(apps, SimpleNamespace(connection=connection))


def test_it_names_the_numbers_that_are_in_the_way(before):
    for staff_no in ("A1", "a1", "B2", "T3", "t3"):
        make.member(staff_no=staff_no)

    with pytest.raises(CommandError, match="只差大小写：a1、t3。"):
        name_the_pairs()


def test_numbers_that_differ_pass(before):
    for staff_no in ("A1", "A2"):
        make.member(staff_no=staff_no)

    name_the_pairs()
