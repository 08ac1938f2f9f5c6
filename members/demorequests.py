"""What people of the demo school ask of the office: applications and corrections."""

import datetime

from django.utils import timezone

from members import roles
from members.forms.applications import PaperForm
from members.forms.corrections import CorrectionForm
from members.models import Application, Member, User
from members.services import applications, corrections

NEWCOMER = "T1048"  # works here, and is no member yet (members.demo)
Kind = Application.Kind


def seed():
    """Two applications on their way, a correction that waits and two that were
    answered; needs the accounts of the cast."""
    today = timezone.localdate()
    officer = User.objects.with_role(roles.COMMITTEE).first()
    leader = User.objects.with_role(roles.GROUP_LEADER).first().member
    _joins(Member.objects.get(staff_no=NEWCOMER), officer, today)
    _moves(leader, officer, today)
    plain = User.objects.with_role(roles.MEMBER).with_people()
    _corrects(next(a for a in plain if a.role_codes == {roles.MEMBER}), officer)


def _enter(member, officer, filed_on, **values):
    told = {"filed_on": filed_on, **values}
    row = Application(member=member)
    form = PaperForm(told, instance=row, kinds=list(Kind))
    form.full_clean()
    return applications.application_enter(member, form, by=officer)


def _joins(member, officer, today):
    """A newcomer's paper, with the group's opinion, waits for the committee."""
    row = _enter(
        member,
        officer,
        today - datetime.timedelta(days=6),
        kind=Kind.JOIN,
        words="到学校工作以来得到同事很多帮助，我自愿加入工会，请批准。",
    )
    words = "小组会上讨论过，工作认真，同意。"
    applications.application_advise(row, by=officer, advice="agree", words=words)


def _moves(leader, officer, today):
    """Somebody of the leader's group goes to another school; the leader is asked."""
    group = Member.objects.in_group(leader.group).working().order_by("staff_no")
    cast = set(User.objects.values_list("member", flat=True))
    member = next(m for m in group if m.joined_union_on and m.pk not in cast)
    _enter(
        member,
        officer,
        today - datetime.timedelta(days=1),
        kind=Kind.MOVE,
        moves_to="江州市第二实验小学",
        words="因工作调动，请把我的工会会籍转到新单位。",
    )


def _corrects(account, officer):
    """A post was put right, a degree refused, a phone waits."""
    post = f"{account.member.post}、班主任"
    made = _propose(account, post=post, education="博士研究生")
    by_field = {row.field: row for row in made}
    corrections.correction_decide(
        account.member,
        by=officer,
        version=account.member.version,
        accepted=[by_field["post"]],
        refused=[(by_field["education"], "请把学历证书拿给工会办公室看一下。")],
    )
    _propose(account, phone="19900009999", remark="换了新号码。")


def _propose(account, **changed):
    empty = CorrectionForm(member=account.member)
    came = {name: empty[name].value() for name in empty.fields}
    form = CorrectionForm(came | changed, member=account.member)
    form.full_clean()
    return corrections.correction_new(account.member, form, by=account)
