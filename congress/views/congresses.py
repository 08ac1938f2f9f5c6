"""Pages of congresses, their units and delegations."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from congress import delegatecolumns, reporting, rules
from congress.finding import congress_of
from congress.forms.congresses import (
    CongressEditForm,
    CongressNewForm,
    ConstituencyForm,
    DelegationForm,
)
from congress.models import Congress, Constituency, Delegation
from congress.services import congresses as services
from members.rules import require
from members.services.exports import exported
from unionoffice import xlsx
from unionoffice.forms import sent
from unionoffice.lists import Table
from unionoffice.states import Conflict

FORM = require_http_methods(["GET", "HEAD", "POST"])


def _congresses(request):
    rows = Congress.objects.with_counts()
    return Table(request, "congresses", delegatecolumns.CONGRESSES, rows=rows)


@require_safe
def congress_list(request):
    context = {
        "table": _congresses(request),
        "new": rules.congress_new(request.user),
    }
    return render(request, "congress/congress_list.html", context)


@require_safe
def congress_export(request):
    table = _congresses(request)
    exported(by=request.user, action="congress.exported", **table.told)
    return xlsx.response([table.sheet("教代会各届")], f"教代会各届_{xlsx.stamp()}.xlsx")


@require_safe
def congress_detail(request, pk):
    congress = congress_of(pk)
    page = reporting.congress_page(congress, request.user, timezone.localdate())
    return render(request, "congress/congress_detail.html", page)


@FORM
def congress_new(request):
    require(rules.congress_new(request.user))
    form = CongressNewForm(sent(request))
    if form.is_valid():
        congress = services.congress_new(form, by=request.user)
        messages.success(request, f"已建立{congress}。接着登记选举单位，或新建会次。")
        return redirect(congress)
    return render(request, "congress/congress_new.html", {"form": form})


@FORM
def congress_edit(request, pk):
    congress = congress_of(pk)
    require(rules.congress_edit(request.user, congress))
    form = CongressEditForm(sent(request), instance=congress)
    context = {"form": form, "congress": congress}
    if form.is_valid():
        try:
            services.congress_edit(form, by=request.user)
        except Conflict as clash:
            context |= form.conflict(clash.theirs)
            return render(request, "congress/congress_edit.html", context, status=409)
        messages.success(request, "已保存。")
        return redirect(congress)
    return render(request, "congress/congress_edit.html", context)


def _unit_page(request, form, congress):
    if form.is_valid():
        services.constituency_save(form, by=request.user)
        messages.success(request, f"已保存选举单位「{form.instance}」。")
        return redirect(congress)
    page = {"form": form, "congress": congress, "unit": form.instance}
    if form.instance.pk:
        page["remove"] = rules.constituency_remove(request.user, form.instance)
    return render(request, "congress/constituency_edit.html", page)


@FORM
def constituency_new(request, pk):
    congress = congress_of(pk)
    require(rules.constituency_write(request.user, congress))
    unit = Constituency(congress=congress)
    return _unit_page(request, ConstituencyForm(sent(request), instance=unit), congress)


def _unit(pk):
    rows = Constituency.objects.select_related("congress__department", "delegation")
    return get_object_or_404(rows, pk=pk)


@FORM
def constituency_edit(request, pk):
    unit = _unit(pk)
    require(rules.constituency_write(request.user, unit.congress))
    form = ConstituencyForm(sent(request), instance=unit)
    return _unit_page(request, form, unit.congress)


@require_POST
def constituency_remove(request, pk):
    unit = _unit(pk)
    require(rules.constituency_remove(request.user, unit))
    services.constituency_remove(unit, by=request.user)
    messages.success(request, f"已删去选举单位「{unit}」。")
    return redirect(unit.congress)


@FORM
def delegation_edit(request, pk):
    rows = Delegation.objects.select_related("congress__department")
    delegation = get_object_or_404(rows, pk=pk)
    require(rules.constituency_write(request.user, delegation.congress))
    form = DelegationForm(sent(request), instance=delegation)
    if form.is_valid():
        services.delegation_edit(form, by=request.user)
        messages.success(request, f"已保存代表团「{delegation}」。")
        return redirect(delegation.congress)
    page = {"form": form, "delegation": delegation}
    return render(request, "congress/delegation_edit.html", page)
