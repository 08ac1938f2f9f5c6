"""Tables of people: the roster, groups and departments, accounts, the audit trail."""

from members.models.accounts import User
from members.models.applications import Application
from members.models.bodies import Body, BodyRule, Post
from members.models.corrections import Correction
from members.models.imports import HeadMapping, MemberImport
from members.models.lists import ArchiveCheck, ListCustom, SettledFinding
from members.models.memberships import Membership
from members.models.notices import Notice
from members.models.office import Office
from members.models.places import Department, UnionGroup
from members.models.roster import Member
from members.models.seats import Seat
from members.models.stays import Leading, Placement
from members.models.terms import Term
from members.models.trail import AuditEntry

__all__ = [
    "Application",
    "ArchiveCheck",
    "AuditEntry",
    "Body",
    "BodyRule",
    "Correction",
    "Department",
    "HeadMapping",
    "Leading",
    "ListCustom",
    "Member",
    "MemberImport",
    "Membership",
    "Notice",
    "Office",
    "Placement",
    "Post",
    "Seat",
    "SettledFinding",
    "Term",
    "UnionGroup",
    "User",
]
