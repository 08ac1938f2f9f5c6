"""Who may keep the school's calendar."""

from members.rules import office_only


def period_write(user):
    return office_only(user)
