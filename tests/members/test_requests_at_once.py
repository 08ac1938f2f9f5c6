"""Requests that meet another: sent twice, or overtaken behind the form's back."""

import datetime

import pytest
from django.utils import timezone

from members.forms.applications import ApplicationForm
from members.forms.corrections import CorrectionForm
from members.models import Application, Correction, Member
from members.services import applications, corrections
from tests import make_members as make
from unionoffice.states import StateError


def application_form(member, kind="leave", words="我自愿退出工会，请办理。"):
    row = Application(member=member, kind=kind)
    told = {"words": words, "signed_as": member.name, "moves_to": "实验中学"}
    form = ApplicationForm(told, instance=row, school="本校")
    assert form.is_valid()
    return form


def test_an_application_sent_twice_behind_the_rule_is_one(db, member_user):
    member = member_user.member
    first, second = (
        applications.application_new(member, application_form(member), by=member_user)
        for _ in range(2)
    )

    assert first == second


def test_another_one_under_way_is_not_overwritten(db, member_user):
    member = member_user.member
    applications.application_new(member, application_form(member), by=member_user)
    other = application_form(member, "move")

    with pytest.raises(StateError, match="已有一份申请在办理"):
        applications.application_new(member, other, by=member_user)

    assert Application.objects.get().kind == "leave"


def test_a_membership_that_ended_meanwhile_cannot_end_again(db, chair):
    row = make.application("advised", kind="leave")
    row.member.memberships.update(
        ended_on=datetime.date(2020, 1, 1), ended_by="expelled"
    )

    with pytest.raises(StateError, match="刚才已经有人登记过了"):
        applications.application_decide(
            row, by=chair, outcome="approved", decided_on=row.filed_on
        )


def correction_form(member, **changed):
    empty = CorrectionForm(member=member)
    came = {name: empty[name].value() for name in empty.fields}
    form = CorrectionForm(came | changed, member=member)
    assert form.is_valid()
    return form


def test_corrections_sent_twice_behind_the_form_are_made_once(db, member_user):
    member = member_user.member
    for _ in range(2):
        form = correction_form(member, title="一级教师", post="教师")
        corrections.correction_new(member, form, by=member_user)

    assert Correction.objects.count() == 2


def test_another_text_for_a_field_that_waits_is_refused(db, member_user):
    member = member_user.member
    forms = [correction_form(member, title=t) for t in ("一级教师", "二级教师")]
    corrections.correction_new(member, forms[0], by=member_user)

    with pytest.raises(StateError, match="职称已经有一条更正在等核对"):
        corrections.correction_new(member, forms[1], by=member_user)


def test_a_correction_that_became_impossible_changes_nothing(db, chair):
    row = make.correction(field="joined_school_on", new="2001-09-01")
    Member.objects.filter(pk=row.member_id).update(
        birth_date=timezone.localdate(), joined_union_on=None
    )
    member = Member.objects.get(pk=row.member_id)

    with pytest.raises(StateError, match="要晚于出生日期"):
        corrections.correction_decide(
            member, by=chair, version=member.version, accepted=[row]
        )

    row.refresh_from_db()
    assert row.is_open
