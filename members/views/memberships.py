"""会籍 of one person: begin, keep, end, correct."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from members import rules
from members.forms.memberships import (
    MembershipBeginForm,
    MembershipCorrectForm,
    MembershipEndForm,
    MembershipKeepForm,
)
from members.models import Member, Membership
from members.rules import in_time
from members.services import memberships as services
from unionoffice.forms import sent
from unionoffice.states import Conflict

METHODS = ["GET", "HEAD", "POST"]


def _member(request, pk):
    rows = Member.objects.visible_to(request.user).with_memberships()
    return get_object_or_404(rows, pk=pk)


def _page(request, name, form, ruling, status=200, **more):
    """The page of a deed; with what was typed when the membership had moved on."""
    context = {"form": form, "ruling": ruling, "member": form.instance.member, **more}
    if not ruling:
        status = 409
    return render(request, f"members/membership_{name}.html", context, status=status)


@require_http_methods(METHODS)
def membership_begin(request, pk):
    member = _member(request, pk)
    ruling = rules.membership_begin(request.user, member)
    form = MembershipBeginForm(sent(request), instance=Membership(member=member))
    if in_time(request, ruling) and form.is_valid():
        services.membership_begin(member, by=request.user, **form.cleaned_data)
        messages.success(request, f"已登记{member}入会。")
        return redirect(member)
    return _page(request, "begin", form, ruling)


@require_http_methods(METHODS)
def membership_keep(request, pk):
    member = _member(request, pk)
    ruling = rules.membership_keep(request.user, member)
    period = member.running_membership or Membership(member=member)
    form = MembershipKeepForm(sent(request), instance=period)
    if in_time(request, ruling) and form.is_valid():
        services.membership_keep(period, by=request.user, **form.cleaned_data)
        messages.success(request, f"已登记{member}保留会籍。")
        return redirect(member)
    return _page(request, "keep", form, ruling)


@require_http_methods(METHODS)
def membership_end(request, pk):
    member = _member(request, pk)
    ruling = rules.membership_end(request.user, member)
    period = member.running_membership or Membership(member=member)
    form = MembershipEndForm(sent(request), instance=period)
    if in_time(request, ruling) and form.is_valid():
        services.membership_end(period, by=request.user, **form.cleaned_data)
        messages.success(request, f"已登记{member}离会。")
        return redirect(member)
    return _page(request, "end", form, ruling)


@require_http_methods(METHODS)
def membership_correct(request, pk, period):
    member = _member(request, pk)
    period = get_object_or_404(member.memberships, pk=period)
    ruling = rules.membership_correct(request.user)
    rules.require(ruling)
    form = MembershipCorrectForm(sent(request), instance=period)
    more, status = {}, 200
    if form.is_valid():
        try:
            services.membership_correct(period, form, by=request.user)
        except Conflict as conflict:
            more, status = form.conflict(conflict.theirs), 409
        else:
            messages.success(request, f"已更正{member}的会籍。")
            return redirect(member)
    return _page(request, "correct", form, ruling, status, **more)
