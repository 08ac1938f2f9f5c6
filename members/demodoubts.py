"""What is not in order in the demo school: findings, and one person entered twice."""

import datetime

from members import idnumber
from members.models import ArchiveCheck, Member
from members.services import memberships, placements

TWICE = "T1131"  # the second 工号 of somebody


def seed(today):
    """Spoil a few records as rosters are spoilt, by 工号 and so always the same."""
    people = {m.staff_no: m for m in Member.objects.with_places()}
    people["T1038"].phone = people["T1052"].phone = ""
    people["T1044"].id_number = wrong(people["T1044"].id_number)
    people["T1057"].birth_date += datetime.timedelta(days=10)
    people["T1063"].group = None
    people["R105"].retired_on = None
    people["T1066"].education, people["T1067"].education = "大学（函授）", "电大"
    people["T1068"].education = "在职研究生"
    born = people["T1030"].birth_date
    people["T1069"].teaching_since = datetime.date(today.year - 30, 9, 1)
    people["T1069"].birth_date = born.replace(year=today.year - 53)
    people["T1069"].id_number = ""
    spoilt = ("T1038", "T1052", "T1044", "T1057", "T1063", "T1066", "T1067", "T1068")
    for staff_no in (*spoilt, "T1069", "R105"):
        people[staff_no].save()
    placements.placements_follow([people["T1063"]], today)
    _twice(people["T1034"])


def wrong(number):
    """The number with another check digit."""
    return number[:-1] + next(d for d in idnumber.CHECKS if d != number[-1])


def _twice(person):
    """Somebody came in again with a second roster, under a new number."""
    double = Member(
        staff_no=TWICE,
        name=person.name,
        sex=person.sex,
        birth_date=person.birth_date,
        phone=person.phone,
        department=person.department,
        title="一级教师",
        teaching_since=person.teaching_since,
        joined_union_on=person.joined_union_on + datetime.timedelta(days=300),
    )
    double.save()
    memberships.memberships_begin([double])
    placements.placements_begin([double])


def seed_checks(today, by):
    """The archive was last gone through in the spring."""
    day = datetime.date(today.year if today.month >= 4 else today.year - 1, 4, 18)
    ArchiveCheck.objects.create(
        checked_on=day, checked_by=by, people=Member.objects.working().women().count()
    )
