"""Who may propose, withdraw and answer a correction of a record."""

from members.rules.ruling import ALLOWED, office_only, refused


def correction_new(user, member):
    """Say what should stand in the own record."""
    if user.member_id != member.pk:
        return refused("更正由本人提出。")
    return ALLOWED


def correction_withdraw(user, correction):
    if user.member_id is None or user.member_id != correction.member_id:
        return refused("更正由本人撤回。")
    if not correction.is_open:
        state = correction.get_state_display()
        return refused(f"这条更正「{state}」，不能再撤回。", late=True)
    return ALLOWED


def correction_list(user):
    return office_only(user)


def correction_decide(user):
    """Accept and refuse: who keeps the record."""
    return office_only(user)


def correction_reveal(user):
    """See the whole numbers in the proposals, with a reason, as on the record."""
    return office_only(user)
