"""Deeds on the roster."""

from django.db import transaction
from django.utils import timezone

from members import audit
from members.models import Member, Office
from members.services import memberships, placements

# What a page masks until somebody says why they look.
SEALED = (
    "phone",
    "id_number",
    "children",
    "address",
    "emergency_name",
    "emergency_phone",
)


@transaction.atomic
def member_new(form, *, by):
    """Enter a new person, with the membership; `form` is a valid MemberForm."""
    form.instance.joined_union_on = form.cleaned_data["joined_union_on"]
    member = audit.save_form(form, by=by, verb="member.added")
    memberships.memberships_begin([member])
    placements.placements_begin([member])
    return member


@transaction.atomic
def member_edit(member, form, *, by):
    """Save a valid MemberForm over the version it was read at.

    Raises Conflict when somebody saved in between.
    """
    changes = audit.changed_fields(form)
    member.derive()
    fields = [*form.columns, "birth_day_known", "spelling", "id_index"]
    member.save_version(form.cleaned_data["version"], fields)
    placements.placements_follow([member])
    audit.record(by, "member.edited", member, changes=changes)
    if "work_status" in form.changed_data:
        memberships.membership_follow(member, by=by, today=timezone.localdate())
    return member


@transaction.atomic
def member_reveal(member, *, by, reason):
    """Record that `by` sees the sealed fields, and hand them over."""
    audit.record(by, "member.revealed", member, reason=reason)
    return {name: getattr(member, name) for name in SEALED}


@transaction.atomic
def member_identify(number, *, by):
    """The Member with this ID number, or None; that it was asked is recorded.

    The number itself stands in no trail.
    """
    member = Member.objects.numbered(number)
    if member is None:
        audit.record(by, "member.identified", Office.load(), found=False)
    else:
        audit.record(by, "member.identified", member, found=True)
    return member
