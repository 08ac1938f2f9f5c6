"""Which personal data this floor keeps: what for, on what ground, for whom, how long."""

from members.personal.around import AROUND
from members.personal.histories import HISTORIES
from members.personal.kinds import (
    CLOSE,
    CONSENT,
    DUTY,
    ENTERED,
    EVERYBODY,
    INTERNAL,
    LEVELS,
    NOBODY,
    OFFICE,
    PERSONAL,
    SELF,
    SENSITIVE,
    SEPARATE,
    THREE_YEARS,
    Personal,
    of,
)
from members.personal.record import MEMBER

__all__ = [
    "CLOSE",
    "CONSENT",
    "DUTY",
    "ENTERED",
    "EVERYBODY",
    "FIELDS",
    "INTERNAL",
    "LEVELS",
    "NOBODY",
    "NOTHING",
    "OFFICE",
    "PERSONAL",
    "SELF",
    "SENSITIVE",
    "SEPARATE",
    "THREE_YEARS",
    "Personal",
    "of",
]
FIELDS = (*MEMBER, *HISTORIES, *AROUND)
# Columns that look personal and are not.
NOTHING = {
    "members.department.name",
    "members.uniongroup.name",
    "members.body.name",
    "members.term.approved_by",  # the higher union
    "members.office.school_name",
    "members.office.union_name",
    "members.office.seal_text",
    "members.office.card_prefix",
    "members.office.card_digits",
    "members.headmapping.heads",
    "members.headmapping.fields",
    "members.memberimport.sheet",
    "members.memberimport.counts",
}
