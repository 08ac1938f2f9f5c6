"""Pages of the school's calendar: terms, holidays, examination weeks."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from members.rules import require
from members.services.exports import exported
from plans import lists, rules, services
from plans.forms.conflicts import told, versioned
from plans.forms.schooldays import PeriodEditForm, PeriodNewForm
from plans.models import SchoolPeriod
from unionoffice import xlsx
from unionoffice.lists import Table
from unionoffice.states import Conflict

FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def period_list(request):
    table = _periods(request)
    write = rules.period_write(request.user)
    page = {"table": table, "page": table.page, "write": write}
    return render(request, "plans/period_list.html", page)


@require_safe
def period_export(request):
    table = _periods(request)
    exported(by=request.user, action="period.exported", **table.told)
    return xlsx.response([table.sheet("校历")], f"校历_{xlsx.stamp()}.xlsx")


def _periods(request):
    columns = lists.period_columns(linked=rules.period_write(request.user))
    rows = SchoolPeriod.objects.order_by("-starts_on", "pk")
    return Table(request, "periods", columns, rows=rows)


@FORM
def period_new(request):
    require(rules.period_write(request.user))
    form = PeriodNewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        period = services.period_add(form.instance, by=request.user)
        messages.success(request, f"「{period}」已记入校历，月历上会显示。")
        return redirect("plans:period_list")
    return render(request, "plans/period_edit.html", {"form": form})


@FORM
def period_edit(request, pk):
    period = get_object_or_404(SchoolPeriod, pk=pk)
    require(rules.period_write(request.user))
    form = PeriodEditForm(request.POST or None, instance=period)
    page = {"form": form, "period": period}
    if request.method == "POST" and form.is_valid():
        try:
            services.period_edit(period, by=request.user, **versioned(form))
        except Conflict as conflict:
            page |= told(form, conflict)
            return render(request, "plans/period_edit.html", page, status=409)
        messages.success(request, f"「{period}」已保存。")
        return redirect("plans:period_list")
    return render(request, "plans/period_edit.html", page)


@require_POST
def period_remove(request, pk):
    period = get_object_or_404(SchoolPeriod, pk=pk)
    require(rules.period_write(request.user))
    services.period_remove(period, by=request.user)
    messages.success(request, f"已从校历里删去「{period}」。")
    return redirect("plans:period_list")
