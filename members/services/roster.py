"""Deeds on the roster."""

from django.db import transaction

from members import audit
from members.services import memberships


@transaction.atomic
def member_new(form, *, by):
    """Enter a new person, with the membership; `form` is a valid MemberForm."""
    form.instance.joined_union_on = form.cleaned_data["joined_union_on"]
    member = audit.save_form(form, by=by, verb="member.added")
    memberships.memberships_begin([member])
    return member


@transaction.atomic
def member_edit(member, form, *, by):
    """Save a valid MemberForm over the version it was read at.

    Raises Conflict when somebody saved in between.
    """
    changes = audit.changed_fields(form)
    member.derive()
    fields = [*form.columns, "spelling", "id_index"]
    member.save_version(form.cleaned_data["version"], fields)
    audit.record(by, "member.edited", member, changes=changes)
    return member


@transaction.atomic
def member_reveal(member, *, by, reason):
    """Record that `by` sees the sealed fields, and hand them over."""
    audit.record(by, "member.revealed", member, reason=reason)
    return {"id_number": member.id_number, "phone": member.phone}


@transaction.atomic
def member_export(*, by, office, query, columns, count):
    """Record that a list of members went out, with these headings."""
    told = {"query": query, "columns": columns, "rows": count}
    audit.record(by, "member.exported", office, **told)
