"""What the page of a congress shows."""

from congress import rules
from congress.reporting.delegates import light, units

SMALL = 80  # staff; source: domain.md 1.1 (O32-15), Shanghai says 100


def congress_page(congress, user, today):
    office = rules.votes_read(user)
    found = units(congress, today) if congress.has_delegates else []
    staff = congress.staff(today).count()
    return {
        "congress": congress,
        "staff": staff,
        "units": found,
        "quota": sum(unit.row.quota for unit in found),
        "elected": sum(unit.elected for unit in found),
        "vacant": sum(unit.vacant for unit in found),
        "findings": light(congress, today) if congress.has_delegates else [],
        "gone": congress.delegates.gone_now().count() if office else 0,
        "delegations": congress.delegations.select_related("head__member"),
        "sessions": congress.sessions.all(),
        "is_small": congress.has_delegates and staff < SMALL,
        "edit": rules.congress_edit(user, congress),
        "write": rules.constituency_write(user, congress),
        "add": rules.delegate_add(user, congress),
        "new_session": rules.session_new(user),
    }
