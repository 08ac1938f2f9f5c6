"""Tables of people: the roster, groups and departments, accounts, the audit trail."""

from members.models.accounts import User
from members.models.imports import MemberImport
from members.models.lists import ArchiveCheck, ListCustom, SettledFinding
from members.models.memberships import Membership
from members.models.office import Office
from members.models.places import Department, UnionGroup
from members.models.roster import Member
from members.models.trail import AuditEntry

__all__ = [
    "ArchiveCheck",
    "AuditEntry",
    "Department",
    "ListCustom",
    "Member",
    "MemberImport",
    "Membership",
    "Office",
    "SettledFinding",
    "UnionGroup",
    "User",
]
