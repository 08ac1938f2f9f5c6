"""A roster that still names the 工号 of a merged record means the one that stayed."""

import pytest

from tests import make_members as make
from tests.members.imports import rosters
from tests.members.imports.test_people import applied
from tests.members.merging.merges import merged

pytestmark = pytest.mark.django_db
HEADS = ("工号", "姓名", "职称")


def test_the_old_number_changes_the_record_that_stayed():
    kept, gone = make.member(staff_no="A1"), make.member(staff_no="B2")
    merged(kept, gone)

    applied(rosters.roster(("B2", "周明", "高级教师"), heads=HEADS))

    kept.refresh_from_db()
    gone.refresh_from_db()
    assert (kept.staff_no, kept.title) == ("A1", "高级教师")
    assert (gone.staff_no, gone.title) == ("B2", "")


def test_both_numbers_in_one_file_are_one_person_too_many():
    kept, gone = make.member(staff_no="A1"), make.member(staff_no="B2")
    merged(kept, gone)
    rows = [("A1", "周明", "一级教师"), ("B2", "周明", "高级教师")]

    found = rosters.preview(rosters.roster(*rows, heads=HEADS))

    ((number, name, problems),) = rosters.told(found, "error")
    assert (number, name) == (3, "周明")
    assert "都认作 周明（A1）" in problems[0][1]
