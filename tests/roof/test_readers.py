"""The page 我的 tells who sees what; each line is held against its rule."""

import pytest

from members import roles
from members import rules as members
from members.models import Application, Correction, Member
from plans import rules as plans
from tests import make_members as make
from tests import make_plans, make_welfare
from unionoffice.pages import rules as pages
from unionoffice.pages.readers import READERS
from welfare import rules as welfare
from welfare.models import Visit

WORDS = {
    roles.CHAIR: "工会主席",
    roles.COMMITTEE: "工会委员",
    roles.GROUP_LEADER: "本组小组长",
    roles.AUDITOR: "经审委员",
    roles.HANDLER: "承办部门",
    roles.LEADER: "校领导",
    roles.SYSADMIN: "系统管理员",
}


def workbook(user):
    """The year-end workbook, with the roster and the retirees."""
    return pages.year_export(user)


def the_record(user, member):
    return Member.objects.visible_to(user).filter(pk=member.pk).exists()


def the_visit(user, member):
    visit = make_welfare.visit(member)
    return Visit.objects.visible_to(user).filter(pk=visit.pk).exists()


def the_amount(user, member):
    return welfare.visit_amount(user, make_welfare.visit(member))


def the_activity(user, member):
    activity = make_plans.activity(state="held")
    make_plans.attendance(activity=activity, member=member)
    return plans.activity_file(
        user, make_plans.file(activity=activity), activity.attendees.all()
    )


def the_application(user, member):
    row = make.application(applicant=member, kind="leave")
    return Application.objects.visible_to(user).filter(pk=row.pk).exists()


def the_correction(user, member):
    row = make.correction(member)
    return Correction.objects.visible_to(user).filter(pk=row.pk).exists()


HELD_AGAINST = {
    "性别、部门": the_record,
    "卸任的原": lambda u, m: members.seat_write(u),
    "离会、保": members.member_private,
    "手机（隐": lambda u, m: members.member_private(u, m) or workbook(u),
    "出生年份": lambda u, m: members.member_reveal(u, m) or workbook(u),
    "完整手机": members.member_reveal,
    "入会、转": the_application,
    "提出的资": the_correction,
    "收到的慰": the_visit,
    "慰问的金": the_amount,
    "慰问的备": lambda u, m: welfare.visit_remarks(u),
    "体检是否": lambda u, m: welfare.health_list(u),
    "参加过的": the_activity,
    "报名活动": lambda u, m: plans.sheet_read(u, make_plans.activity()),
    "账号、身": lambda u, m: members.account_list(u),
}


@pytest.mark.django_db
@pytest.mark.parametrize("start", HELD_AGAINST)
def test_a_line_names_whom_the_rule_lets_see_it(start):
    sentence = next(who for what, who in READERS if what.startswith(start))

    seen = set()
    for code in WORDS:
        user = make.user(roles.MEMBER, code)
        member = make.member(group=make.group(leader=user.member))
        if HELD_AGAINST[start](user, member):
            seen.add(code)

    assert {code for code, words in WORDS.items() if words in sentence} == seen


@pytest.mark.django_db
@pytest.mark.parametrize("code", roles.ROLES)
def test_everybody_is_offered_names(code):
    assert READERS[0][1].startswith("所有有账号的人")
    assert members.member_suggest(make.user(code))


@pytest.mark.django_db
@pytest.mark.parametrize("code", roles.ROLES)
def test_everybody_sees_who_is_in_office(code):
    sentence = next(who for what, who in READERS if what.startswith("任职"))

    assert sentence == "所有有账号的人"
    assert members.seat_list(make.user(code))


def test_no_line_is_forgotten():
    told = {what[:4] for what, _ in READERS}
    elsewhere = {
        "姓名、工",
        "任职（机",
        "提案的编",
        "提案的正",
    }  # above, and tests/congress

    assert told - elsewhere == {start[:4] for start in HELD_AGAINST}
