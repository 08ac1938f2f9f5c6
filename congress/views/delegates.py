"""Pages of delegates: the list, an election, an end, a by-election, the roster."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from congress import composition, delegatecolumns, reporting, rules
from congress.finding import congress_of
from congress.forms.congresses import (
    DelegateEditForm,
    DelegateEndForm,
    DelegatesForm,
    ReplaceForm,
)
from congress.forms.delegatefilters import DelegateFilter
from congress.models import CompositionRule, Delegate
from congress.services import delegates as services
from members.models import Office
from members.rules import in_time, require
from members.services.exports import exported
from unionoffice import xlsx
from unionoffice.forms import sent
from unionoffice.lists import Table
from unionoffice.states import Conflict, StateError

FORM = require_http_methods(["GET", "HEAD", "POST"])


def _delegate(pk):
    return get_object_or_404(Delegate.objects.with_people(), pk=pk)


def _list_of(congress):
    return reverse("congress:delegate_list", args=[congress.pk])


def _delegates(request, congress):
    rows = congress.delegates.with_people().in_roster_order()
    found = DelegateFilter(request.GET, rows, congress=congress)
    columns = delegatecolumns.delegate_columns(office=rules.votes_read(request.user))
    return Table(request, "delegates", columns, found)


@require_safe
def delegate_list(request, pk):
    congress = congress_of(pk)
    context = {
        "congress": congress,
        "table": _delegates(request, congress),
        "add": rules.delegate_add(request.user, congress),
        "office": rules.votes_read(request.user),
    }
    return render(request, "congress/delegate_list.html", context)


@require_safe
def delegate_export(request, pk):
    congress = congress_of(pk)
    table = _delegates(request, congress)
    exported(by=request.user, action="delegate.exported", **table.told)
    sheet = table.sheet(f"{congress}代表名单")
    return xlsx.response([sheet], f"代表名单_{xlsx.stamp()}.xlsx")


@require_safe
def delegate_print(request, pk):
    """代表名册 and the figures of the credentials, A4."""
    congress, today = congress_of(pk), timezone.localdate()
    rows = congress.delegates.on(today).with_people().in_roster_order()
    context = {
        "congress": congress,
        "office": Office.load(),
        "day": today,
        "delegates": rows,
        "findings": reporting.light(congress, today),
    }
    return render(request, "congress/delegate_print.html", context)


@FORM
def delegate_add(request, pk):
    congress = congress_of(pk)
    require(rules.delegate_add(request.user, congress))
    initial = {"unit": request.GET.get("unit"), "kind": Delegate.Kind.FULL}
    form = DelegatesForm(sent(request), congress=congress, initial=initial)
    if form.is_valid() and (made := _added(form, congress, request.user)):
        names = "、".join(map(str, made))
        messages.success(
            request,
            f"已登记 {len(made)} 位代表：{names}。请核对是否教师、是否中层以上。",
        )
        _tell_of_election(request, made[0])
        return redirect(_list_of(congress))
    page = {"form": form, "congress": congress}
    return render(request, "congress/delegate_add.html", page)


def _added(form, congress, by):
    data = dict(form.cleaned_data)
    members = data.pop("members")
    try:
        return services.delegates_add(congress, members, by=by, **data)
    except StateError as refusal:
        form.add_error(None, str(refusal))
        return None


def _tell_of_election(request, delegate):
    """Warn, never block: rules on elections differ."""
    today_rules = CompositionRule.objects.on(delegate.elected_on)
    for sentence in composition.election(today_rules, delegate):
        messages.warning(request, f"请核对选举结果：{sentence}")


@FORM
def delegate_edit(request, pk):
    delegate = _delegate(pk)
    require(rules.delegate_edit(request.user, delegate))
    form = DelegateEditForm(sent(request), instance=delegate)
    page = {"form": form, "delegate": delegate, "congress": delegate.congress}
    page["end"] = rules.delegate_end(request.user, delegate)
    page["replace"] = rules.delegate_replace(request.user, delegate)
    if form.is_valid():
        try:
            services.delegate_edit(delegate, form, by=request.user)
        except Conflict as clash:
            page |= form.conflict(clash.theirs)
            return render(request, "congress/delegate_edit.html", page, status=409)
        messages.success(request, f"已保存{delegate}的代表资料。")
        _tell_of_election(request, delegate)
        return redirect(_list_of(delegate.congress))
    return render(request, "congress/delegate_edit.html", page)


@FORM
def delegate_end(request, pk):
    delegate = _delegate(pk)
    ruling = rules.delegate_end(request.user, delegate)
    form = DelegateEndForm(sent(request), delegate=delegate)
    if in_time(request, ruling) and form.is_valid():
        services.delegate_end(delegate, by=request.user, **form.cleaned_data)
        messages.success(request, f"{delegate}的代表资格已结束。缺额可以补选。")
        return redirect(_list_of(delegate.congress))
    page = {"form": form, "delegate": delegate, "ruling": ruling}
    page["congress"] = delegate.congress
    status = 200 if ruling else 409
    return render(request, "congress/delegate_end.html", page, status=status)


@FORM
def delegate_replace(request, pk):
    delegate = _delegate(pk)
    ruling = rules.delegate_replace(request.user, delegate)
    form = ReplaceForm(sent(request))
    if in_time(request, ruling) and form.is_valid():
        try:
            made = services.delegate_replace(
                delegate, by=request.user, **form.cleaned_data
            )
        except StateError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"已登记{made}接替{delegate}。")
            _tell_of_election(request, made)
            return redirect(_list_of(delegate.congress))
    page = {"form": form, "delegate": delegate, "ruling": ruling}
    page["congress"] = delegate.congress
    status = 200 if ruling else 409
    return render(request, "congress/delegate_replace.html", page, status=status)
