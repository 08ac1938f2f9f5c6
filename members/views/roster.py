"""The roster: list, record, reveal, suggestions, groups."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from members import forms, lists, reporting, rules
from members.filters import MemberFilter
from members.forms import MemberForm, RevealForm
from members.models import Member, Office
from members.rules import require
from members.services import roster as services
from members.services.exports import exported
from unionoffice import xlsx
from unionoffice.lists import Table
from unionoffice.states import Conflict


def _roster(request):
    """The roster as this person may see it and chose to."""
    rows = reporting.roster(request.user)
    found = MemberFilter(request.GET, rows)
    return Table(request, "members", lists.member_columns(request.user), found)


@require_safe
def member_list(request):
    require(rules.member_list(request.user))
    table = _roster(request)
    write = rules.member_write(request.user)
    context = {"table": table, "page": table.page, "write": write}
    return render(request, "members/member_list.html", context)


@require_safe
def member_export(request):
    require(rules.member_list(request.user))
    table = _roster(request)
    services.member_export(by=request.user, office=Office.load(), **table.told)
    return xlsx.response([table.sheet("会员名册")], f"会员名册_{xlsx.stamp()}.xlsx")


@require_safe
def member_detail(request, pk):
    rows = Member.objects.visible_to(request.user).with_places().with_memberships()
    member = get_object_or_404(rows, pk=pk)
    return render(request, "members/member_detail.html", _facts(request, member))


def _facts(request, member, **more):
    """What the record's page shows to this person."""
    today = timezone.localdate()
    return {
        "member": member,
        "private": rules.member_private(request.user, member),
        "write": rules.member_write(request.user),
        "reveal": rules.member_reveal(request.user, member),
        "reveal_form": RevealForm(),
        "age": member.age_on(today),
        "teaching_years": member.teaching_years_on(today),
        "standing": reporting.standing(member, request.user, today),
        "moments": reporting.timeline(member, request.user),
        **more,
    }


@require_POST
def member_reveal(request, pk):
    rows = Member.objects.visible_to(request.user).with_places().with_memberships()
    member = get_object_or_404(rows, pk=pk)
    require(rules.member_reveal(request.user, member))
    form = RevealForm(request.POST)
    if not form.is_valid():
        context = _facts(request, member, reveal_form=form)
        return render(request, "members/member_detail.html", context, status=400)
    reason = form.cleaned_data["reason"]
    shown = services.member_reveal(member, by=request.user, reason=reason)
    context = _facts(request, member, shown=shown)
    return render(request, "members/member_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def member_new(request):
    require(rules.member_write(request.user))
    form = MemberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        member = services.member_new(form, by=request.user)
        messages.success(request, f"已登记 {member}。")
        return redirect(member)
    return render(request, "members/member_new.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def member_edit(request, pk):
    rows = Member.objects.visible_to(request.user)
    member = get_object_or_404(rows, pk=pk)
    require(rules.member_write(request.user))
    form = MemberForm(request.POST or None, instance=member)
    context, status = {"form": form, "member": member}, 200
    if request.method == "POST" and form.is_valid():
        try:
            services.member_edit(member, form, by=request.user)
        except Conflict as conflict:
            context |= form.conflict(conflict.theirs)
            status = 409
        else:
            messages.success(request, f"已保存 {member} 的资料。")
            return redirect(member)
    return render(request, "members/member_edit.html", context, status=status)


@require_safe
def suggest(request):
    require(rules.member_suggest(request.user))
    words = next(iter(request.GET.values()), "")[:40]
    people = reporting.suggestions(words)
    context = {"people": people, "words": words}
    return render(request, "members/_suggestions.html", context)


@require_POST
def names_check(request):
    require(rules.member_suggest(request.user))
    name, check = forms.names_check(request.POST)
    context = {"field": name, "check": check if check.found.is_any else None}
    return render(request, "members/_names_check.html", context)


def _groups(request):
    rows = reporting.groups(request.user, timezone.localdate())
    return Table(request, "groups", lists.group_columns(), rows=rows)


@require_safe
def group_list(request):
    require(rules.group_list(request.user))
    table = _groups(request)
    return render(request, "members/group_list.html", {"table": table})


@require_safe
def group_export(request):
    require(rules.group_list(request.user))
    table = _groups(request)
    exported(by=request.user, action="group.exported", **table.told)
    return xlsx.response([table.sheet("工会小组")], f"工会小组_{xlsx.stamp()}.xlsx")
