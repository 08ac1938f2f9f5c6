"""insert_many writes what bulk_create would, and seals each value for itself."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from members.models import Department, Member, Membership
from members.services.inserting import insert_many
from tests import make_members as make

DAY = datetime.date(1985, 5, 20)


def people(count, letter="N", **values):
    told = {"birth_date": DAY, "id_number": "110101198505200029"} | values
    return [Member(staff_no=f"{letter}{n}", name="周明", **told) for n in range(count)]


def columns(row):
    names = (f.name for f in Member._meta.concrete_fields)
    return {n: getattr(row, n) for n in names if n not in ("id", "staff_no")}


@pytest.mark.parametrize("count", [0, 1, 700])
def test_rows_have_the_keys_under_which_they_are_found(db, count):
    make.member()

    rows = insert_many(people(count))

    found = Member.objects.in_bulk([row.pk for row in rows])
    assert [found[row.pk].staff_no for row in rows] == [r.staff_no for r in rows]


def test_it_writes_what_bulk_create_writes(db):
    department = make.department()
    (told,) = people(1, "M", department=department, phone="138")
    Member.objects.bulk_create([told])

    (row,) = insert_many(people(1, department=department, phone="138"))

    found = Member.objects.get(pk=row.pk)
    assert columns(found) == columns(Member.objects.get(pk=told.pk))


def test_the_next_row_gets_the_next_key(db):
    (row,) = insert_many(people(1))

    assert make.member().pk > row.pk


def test_equal_numbers_are_sealed_differently(db):
    insert_many(people(2))

    stored = Member.objects.filter(name="周明").values_list("id_number", flat=True)
    assert len({one.stored for one in stored}) == 2


def test_a_row_points_to_one_that_was_saved_since(db):
    department = Department(name="新组")
    rows = people(1, department=department)
    department.save()

    insert_many(rows)

    assert Member.objects.get(pk=rows[0].pk).department == department


def test_the_laws_of_the_table_hold(db):
    member = make.member()
    twice = [Membership(member=member, joined_on=DAY) for _ in range(2)]

    with pytest.raises(IntegrityError), transaction.atomic():
        insert_many(twice)
