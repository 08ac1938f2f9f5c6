"""Who may: each rule answers with a Ruling, and a refusal says why."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied

from members import roles


@dataclass(frozen=True)
class Ruling:
    """Yes, or no with a sentence that a person understands."""

    allowed: bool
    reason: str = ""
    # The person might have, but the row has moved on meanwhile.
    is_late: bool = False

    def __bool__(self):
        return self.allowed


ALLOWED = Ruling(True)
CHAIR = roles.ROLES[roles.CHAIR].name


def refused(reason, *, late=False):
    return Ruling(False, reason, late)


def require(ruling):
    """Raise PermissionDenied with the reason unless the ruling allows."""
    if not ruling:
        raise PermissionDenied(ruling.reason)


def in_time(request, ruling):
    """Whether a form goes on. What was typed too late is shown again, not thrown
    away: False then; otherwise raises PermissionDenied like `require`."""
    if request.method == "POST" and ruling.is_late:
        return False
    require(ruling)
    return True


def only(user, *codes, deed="这件事由{}办理。"):
    """Allowed for holders of one of these roles; `deed` says so to the others."""
    if user.has_role(*codes):
        return ALLOWED
    names = "、".join(roles.ROLES[code].name for code in codes)
    return refused(deed.format(names))


def office_only(user):
    return only(user, *roles.OFFICE)
