"""Who may: each rule answers with a Ruling, and a refusal says why."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied

from members import roles


@dataclass(frozen=True)
class Ruling:
    """Yes, or no with a sentence that a person understands."""

    allowed: bool
    reason: str = ""

    def __bool__(self):
        return self.allowed


ALLOWED = Ruling(True)


def refused(reason):
    return Ruling(False, reason)


def require(ruling):
    """Raise PermissionDenied with the reason unless the ruling allows."""
    if not ruling:
        raise PermissionDenied(ruling.reason)


def only(user, *codes):
    """Allowed for holders of one of these roles."""
    if user.has_role(*codes):
        return ALLOWED
    names = "、".join(roles.ROLES[code].name for code in codes)
    return refused(f"这件事由{names}办理。")


def office_only(user):
    return only(user, *roles.OFFICE)
