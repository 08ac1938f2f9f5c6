"""Who may look at and record the offices (任职)."""

from members.rules.ruling import ALLOWED, office_only, refused


def seat_list(user):
    """Who sits on the committee is told to everybody who signs in."""
    return ALLOWED


def seat_write(user):
    """Change what was recorded, and see why somebody left."""
    return office_only(user)


def term_new(user, body):
    ruling = _in_use(user, body)
    if ruling and not body.has_terms:
        return refused(f"{body}不按届选举。")
    return ruling


def term_close(user, term):
    ruling = office_only(user)
    if ruling and term.closed_on:
        return refused(f"{term}已经结束了。", late=True)
    return ruling


def seat_take(user, body):
    ruling = _in_use(user, body)
    if ruling and body.has_terms and not body.terms.open().exists():
        return refused("还没有登记这一届，先登记换届。")
    return ruling


def seat_leave(user, seat):
    ruling = office_only(user)
    if ruling and seat.ended_on:
        return refused(f"{seat.member}已经卸任了。", late=True)
    return ruling


def _in_use(user, body):
    ruling = office_only(user)
    if ruling and not body.is_active:
        return refused(f"{body}已经停用。")
    return ruling
