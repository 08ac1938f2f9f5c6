"""Tables of people: the roster, groups and departments, accounts, the audit trail."""

from members.models.accounts import User
from members.models.applications import Application
from members.models.corrections import Correction
from members.models.imports import MemberImport
from members.models.memberships import Membership
from members.models.office import Office
from members.models.places import Department, UnionGroup
from members.models.roster import Member
from members.models.trail import AuditEntry

__all__ = [
    "Application",
    "AuditEntry",
    "Correction",
    "Department",
    "Member",
    "MemberImport",
    "Membership",
    "Office",
    "UnionGroup",
    "User",
]
