"""Who may look at and change departments and groups."""

from members import roles
from members.rules.ruling import ALLOWED, office_only, only, refused


def place_list(user):
    return only(user, *roles.STAFF, roles.GROUP_LEADER)


def place_members(user, place):
    """Open a place and the list of its people: a group leader only the own group."""
    if user.has_role(*roles.STAFF):
        return ALLOWED
    leads = place.leader_id is not None and place.leader_id == user.member_id
    if leads and place.COLUMN == "group" and user.has_role(roles.GROUP_LEADER):
        return ALLOWED
    return refused("组长只能查看本组会员。")


def place_write(user):
    """Add departments and groups, and change what they are called."""
    return office_only(user)


def place_close(user, place):
    ruling = _in_use(user, place)
    if ruling and place.members.working_or_retired().exists():
        return refused(f"{place.WORD}里还有人，先把他们移走，再撤销。")
    if ruling and place.has_open_parts:
        return refused(f"下面还有没撤销的{place.WORD}，先撤销它们。")
    return ruling


def place_open(user, place):
    ruling = office_only(user)
    if ruling and place.is_active:
        return refused(f"{place}没有撤销。", late=True)
    return ruling


def leader_change(user, place):
    return _in_use(user, place)


def member_move(user, place):
    """Move people out of a place, or into it."""
    return office_only(user)


def _in_use(user, place):
    ruling = office_only(user)
    if ruling and not place.is_active:
        return refused(f"{place}已经撤销了。", late=True)
    return ruling
