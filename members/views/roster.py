"""The roster: list, record, reveal, suggestions."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)
from django_htmx.http import HttpResponseClientRedirect

from members import (
    forms,
    handing,
    idnumber,
    listcolumns,
    quality,
    reporting,
    rules,
)
from members.entrance import require_presence
from members.filters import MemberFilter
from members.forms import IdentifyForm, MemberForm, RevealForm
from members.models import Member
from members.rules import require
from members.services import roster as services
from unionoffice.lists import Table
from unionoffice.states import Conflict


def _roster(request):
    """The roster as this person may see it and chose to."""
    rows = reporting.roster(request.user)
    found = MemberFilter(request.GET, rows)
    return Table(request, "members", listcolumns.member_columns(request.user), found)


@require_safe
def member_list(request):
    require(rules.member_list(request.user))
    if idnumber.is_whole(request.GET.get("q", "")):
        return to_identify(request)
    table = _roster(request)
    write = rules.member_write(request.user)
    context = {"table": table, "page": table.page, "write": write}
    context["applications"] = rules.application_list(request.user)
    context["lists"] = rules.list_index(request.user)
    return render(request, "members/member_list.html", context)


def to_identify(request):
    """A number does not stay in an address: on to the page that takes it in a form."""
    messages.info(request, "证件号码请在这里查找，号码不会留在网址里。")
    address = reverse("members:member_identify")
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


@require_http_methods(["GET", "HEAD", "POST"])
def member_export(request):
    require(rules.member_list(request.user))
    back = reverse("members:member_list")
    return handing.export(
        request, _roster(request), "会员名册", action="member.exported", back=back
    )


@require_safe
def member_detail(request, pk):
    member = get_object_or_404(_records(request).led_to(pk))
    if member.pk != pk:  # another record of this person, merged into this one
        return redirect(member)
    return render(request, "members/member_detail.html", _facts(request, member))


def _records(request):
    """What this person may see, with all that the record's page tells."""
    rows = Member.objects.visible_to(request.user).with_places()
    return rows.with_memberships().with_applications()


def _facts(request, member, **more):
    """What the record's page shows to this person."""
    today = timezone.localdate()
    return {
        "member": member,
        "private": rules.member_private(request.user, member),
        "write": rules.member_write(request.user),
        "listed": rules.member_list(request.user),
        "merge": rules.member_merge(request.user),
        "reveal": rules.member_reveal(request.user, member),
        "reveal_form": RevealForm(),
        "age": member.age_on(today),
        "teaching_years": member.teaching_years_on(today),
        "working_years": member.working_years_on(today),
        "days_left": member.days_to_retirement(today),
        "standing": reporting.standing(member, request.user, today),
        "offices": reporting.offices_of(member),
        "moments": reporting.moments(member, request.user),
        "benefits": reporting.benefits(member, request.user),
        "log": rules.member_log(request.user, member),
        "traces": reporting.traces(member),
        "sealed": reporting.sealed_words(member),
        **more,
    }


@require_POST
def member_reveal(request, pk):
    member = get_object_or_404(_records(request), pk=pk)
    require(rules.member_reveal(request.user, member))
    form = RevealForm(request.POST)
    if not form.is_valid():
        context = _facts(request, member, reveal_form=form)
        return render(request, "members/member_detail.html", context, status=400)
    require_presence(request)
    reason = form.cleaned_data["reason"]
    shown = services.member_reveal(member, by=request.user, reason=reason)
    context = _facts(request, member, shown=shown)
    return render(request, "members/member_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def member_identify(request):
    require(rules.member_identify(request.user))
    form = IdentifyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        number = form.cleaned_data["number"]
        member = services.member_identify(number, by=request.user)
        if member:
            return redirect(member)
        form.add_error("number", "名册里没有这个号码。")
    return render(request, "members/member_identify.html", {"form": form})


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
            _tell_of_membership(request, member)
            return redirect(member)
    return render(request, "members/member_edit.html", context, status=status)


def _tell_of_membership(request, member):
    """What an edited record leaves odd about its membership, which has own deeds."""
    period = member.memberships.running().first()
    if period:
        for sentence in quality.odd_period(member, period, timezone.localdate()):
            messages.warning(request, f"{sentence}请到下面的「会籍」里更正。")


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
