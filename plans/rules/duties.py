"""Who may do what with standing duties, and why not."""

from members import roles
from members.rules import ALLOWED, office_only, refused


def duty_write(user):
    """Adding, changing and filling in the usual ones."""
    return office_only(user)


def duty_do(user, duty):
    """The office, and the member who answers for it."""
    if user.has_role(*roles.OFFICE):
        return ALLOWED
    if user.member_id and duty.lead_id == user.member_id:
        return ALLOWED
    return refused("由工会主席、工会委员或这项工作的负责人登记。")


def duty_reopen(user):
    """A record made by mistake is taken back by the office."""
    return office_only(user)
