"""Who may file, advise, decide and withdraw an application (domain.md 4.1)."""

from members import roles
from members.models import Application
from members.rules.ruling import ALLOWED, office_only, only, refused

Kind, State = Application.Kind, Application.State
NO_PERSON = "这个账号没有对应的会员记录，请先说明账号是谁的。"


def applicable(member, kind):
    """Whether this person's affairs allow such an application at all.

    `member` is read with memberships and applications.
    """
    if member.open_application is not None:
        return refused("已有一份申请在办理。", late=True)
    is_member = member.running_membership is not None
    if kind != Kind.JOIN:
        return ALLOWED if is_member else refused("现在不是会员。")
    if is_member:
        return refused("已经是会员，不用再申请入会。")
    if member.is_gone:
        return refused("入会的对象是在职教职工。")
    return ALLOWED


def application_new(user, member, kind):
    """File the own application."""
    if user.member_id != member.pk:
        return refused("申请由本人提出。")
    return applicable(member, kind)


def application_enter(user, member, kind=None):
    """File one that came on paper, for somebody; before a kind is chosen, any."""
    ruling = office_only(user)
    if not ruling:
        return ruling
    rulings = [applicable(member, one) for one in ([kind] if kind else Kind.values)]
    return next((one for one in rulings if one), rulings[0])


def application_list(user):
    return only(user, *roles.OFFICE, roles.GROUP_LEADER)


def application_advise(user, application):
    """The group's opinion: its leader; the office where the leader cannot."""
    if user.member_id is None:
        return refused(NO_PERSON)
    if user.member_id == application.member_id:
        return refused("自己的申请，小组意见由别人写。")
    if not (leads(user, application.member) or user.has_role(*roles.OFFICE)):
        return refused("小组意见由本组组长写，没有组长的由工会主席、工会委员代写。")
    if application.state != State.FILED:
        return refused(f"这份申请「{application.get_state_display()}」。", late=True)
    return ALLOWED


def leads(user, member):
    """Whether this is the leader of the member's group."""
    return (
        user.has_role(roles.GROUP_LEADER)
        and member.group_id is not None
        and member.group.leader_id is not None
        and member.group.leader_id == user.member_id
    )


def application_decide(user, application, member):
    """Approve, refuse, or lay aside; `member` is read with memberships."""
    ruling = only(user, *roles.OFFICE, deed="入会和退会由{}批准。")
    if not ruling:
        return ruling
    if user.member_id is None:
        return refused(NO_PERSON)
    if user.member_id == application.member_id:
        return refused("自己的申请由别人批准。")
    if not application.is_open:
        return refused(f"这份申请「{application.get_state_display()}」。", late=True)
    if application.state == State.FILED and not application.is_moot(member):
        return refused("先要有小组意见，才能批准。")
    return ALLOWED


def application_withdraw(user, application):
    """The applicant, until it is decided; of a paper the office for the applicant."""
    is_own = user.member_id is not None and user.member_id == application.member_id
    for_another = application.is_paper and user.has_role(*roles.OFFICE)
    if not (is_own or for_another):
        return refused("申请由本人撤回。")
    if not application.is_open:
        return refused(f"这份申请「{application.get_state_display()}」。", late=True)
    return ALLOWED
