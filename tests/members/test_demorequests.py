"""What people of the demo school ask of the office."""

from django.utils import timezone

from members import demorequests, reporting, roles
from members.models import Application, Correction
from tests import make_members as make


def test_something_waits_for_each_who_must_act(db):
    officer = make.user(roles.MEMBER, roles.COMMITTEE)
    group = make.group("一年级小组")
    leader = make.user(roles.MEMBER, roles.GROUP_LEADER, member_values={"group": group})
    group.leader = leader.member
    group.save()
    mover = make.member(group=group)
    make.member(staff_no=demorequests.NEWCOMER, joined_union_on=None)
    values = {"post": "语文教师", "education": "大专", "phone": "19900001234"}
    teacher = make.user(roles.MEMBER, member_values=values)

    demorequests.seed()

    today = timezone.localdate()
    told = {u: {t.title for t in reporting.todo(u, today)} for u in (officer, leader)}
    states = Correction.objects.of(teacher.member).order_by("field")
    assert "写小组意见" in told[leader]
    assert {"批准入会、退会申请", "核对会员提出的资料更正"} <= told[officer]
    assert Application.objects.get(kind="move").member == mover
    assert [(c.field, c.state) for c in states] == [
        ("education", "refused"),
        ("phone", "open"),
        ("post", "accepted"),
    ]
