"""资料更正: propose, withdraw, list, answer, reveal."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from members import handing, reporting, rules
from members.casecolumns import CORRECTIONS
from members.casefilters import CorrectionFilter
from members.entrance import require_presence
from members.forms import RevealForm
from members.forms.corrections import CorrectionDecideForm, CorrectionForm
from members.models import Correction, Member
from members.rules import require
from members.services import corrections as services
from unionoffice.forms import sent
from unionoffice.lists import Table
from unionoffice.states import Conflict

METHODS = ["GET", "HEAD", "POST"]


def _member(request, pk):
    rows = Member.objects.visible_to(request.user).with_places()
    return get_object_or_404(rows, pk=pk)


@require_http_methods(METHODS)
def correction_new(request):
    member = _member(request, request.user.member_id)
    require(rules.correction_new(request.user, member))
    waiting = reporting.waiting_for(member)
    form = CorrectionForm(
        sent(request), member=member, waiting=[r.field for r in waiting]
    )
    if form.is_valid():
        made = services.correction_new(member, form, by=request.user)
        messages.success(request, f"已提出 {len(made)} 项更正，工会核对后在这里答复。")
        return redirect("me")
    context = {"form": form, "lines": reporting.lines(waiting, member)}
    return render(request, "members/correction_new.html", context)


@require_POST
def correction_withdraw(request, pk):
    rows = Correction.objects.visible_to(request.user).with_people()
    correction = get_object_or_404(rows, pk=pk)
    require(rules.correction_withdraw(request.user, correction))
    services.correction_withdraw(correction, by=request.user)
    messages.success(request, "这条更正已撤回。")
    return redirect("me")


def _listed(request):
    """The corrections as asked for, without the values."""
    require(rules.correction_list(request.user))
    found = CorrectionFilter(request.GET, reporting.corrections(request.user))
    return Table(request, "corrections", CORRECTIONS, found)


@require_safe
def correction_list(request):
    table = _listed(request)
    context = {"table": table, "page": table.page}
    return render(request, "members/correction_list.html", context)


@require_safe
def correction_export(request):
    return handing.export(
        request,
        _listed(request),
        "资料更正",
        action="correction.exported",
        back=reverse("members:correction_list"),
    )


@require_http_methods(METHODS)
def correction_decide(request, pk):
    member = _member(request, pk)
    require(rules.correction_decide(request.user))
    waiting = reporting.waiting_for(member)
    form = CorrectionDecideForm(sent(request), member=member, waiting=waiting)
    if not form.is_valid():
        return _review(request, member, form)
    answers = {"accepted": form.accepted, "refused": form.refused}
    version = form.cleaned_data["version"]
    try:
        services.correction_decide(member, by=request.user, version=version, **answers)
    except Conflict as conflict:
        now = conflict.theirs
        again = form.over(now, reporting.waiting_for(now))
        return _review(request, now, again, status=409, conflict=True)
    messages.success(request, f"已答复{member}提出的更正。")
    return redirect("members:correction_list")


@require_POST
def correction_reveal(request, pk):
    member = _member(request, pk)
    require(rules.correction_reveal(request.user))
    reveal, waiting = RevealForm(request.POST), reporting.waiting_for(member)
    form = CorrectionDecideForm(member=member, waiting=waiting)
    if not reveal.is_valid():
        return _review(request, member, form, status=400, reveal_form=reveal)
    require_presence(request)
    reason = reveal.cleaned_data["reason"]
    services.correction_reveal(member, by=request.user, reason=reason)
    return _review(request, member, form, whole=True)


def _review(request, member, form, *, status=200, whole=False, **more):
    """What waits for this person's record, each with its answer."""
    lines = reporting.lines(form.waiting, member, form, whole=whole)
    context = {"member": member, "form": form, "lines": lines, "whole": whole}
    context = {"reveal_form": RevealForm(), **context, **more}
    return render(request, "members/correction_decide.html", context, status=status)
