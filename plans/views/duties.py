"""Pages of standing duties."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from members.rules import require
from members.services.exports import exported
from plans import lists
from plans.forms.conflicts import told, versioned
from plans.forms.duties import DutyDoForm, DutyEditForm, DutyNewForm
from plans.models import Duty, DutyDone
from plans.reporting import duties as reporting
from plans.rules import duties as rules
from plans.services import duties as services
from unionoffice import xlsx
from unionoffice.lists import Table
from unionoffice.states import Conflict

FORM = require_http_methods(["GET", "HEAD", "POST"])


def find(pk):
    return get_object_or_404(Duty.objects.with_names(), pk=pk)


@require_safe
def duty_list(request):
    table = _duties(request)
    may = rules.duty_write(request.user)
    page = {"table": table, "page": table.page, "may": may}
    return render(request, "plans/duty_list.html", page)


@require_safe
def duty_export(request):
    table = _duties(request)
    exported(by=request.user, action="duty.exported", **table.told)
    return xlsx.response([table.sheet("常规工作")], f"常规工作_{xlsx.stamp()}.xlsx")


def _duties(request):
    rows = reporting.duty_lines(timezone.localdate())
    return Table(request, "duties", lists.DUTIES, rows=rows)


@require_safe
def duty_detail(request, pk):
    page = reporting.duty_page(find(pk), request.user, timezone.localdate())
    return render(request, "plans/duty_detail.html", page)


@FORM
def duty_new(request):
    require(rules.duty_write(request.user))
    form = DutyNewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        duty = services.duty_add(form.instance, by=request.user)
        messages.success(request, f"「{duty}」已登记，{duty.when}到时候会提醒。")
        return redirect(duty)
    page = {"form": form, "title": "登记常规工作"}
    return render(request, "plans/duty_edit.html", page)


@require_POST
def duty_fill(request):
    require(rules.duty_write(request.user))
    count = services.duty_fill(by=request.user, since=timezone.localdate())
    messages.success(request, f"放入了 {count} 项常用的常规工作，请逐项核对。")
    return redirect("plans:duty_list")


@FORM
def duty_edit(request, pk):
    duty = find(pk)
    require(rules.duty_write(request.user))
    form = DutyEditForm(request.POST or None, instance=duty)
    page = {"form": form, "title": "改常规工作", "duty": duty}
    if request.method == "POST" and form.is_valid():
        try:
            services.duty_edit(duty, by=request.user, **versioned(form))
        except Conflict as conflict:
            page |= told(form, conflict)
            return render(request, "plans/duty_edit.html", page, status=409)
        messages.success(request, f"「{duty}」已保存。")
        return redirect(duty)
    return render(request, "plans/duty_edit.html", page)


@FORM
def duty_do(request, pk):
    duty = find(pk)
    require(rules.duty_do(request.user, duty))
    asked = {"period": request.GET.get("period")}
    form = DutyDoForm(request.POST or None, duty=duty, initial=asked)
    if request.method == "POST" and form.is_valid():
        record = services.duty_do(duty, by=request.user, **form.cleaned_data)
        messages.success(request, f"「{record}」已登记为办好。")
        return redirect(duty)
    return render(request, "plans/duty_do.html", {"form": form, "duty": duty})


@require_POST
def duty_reopen(request, pk):
    record = get_object_or_404(DutyDone.objects.select_related("duty"), pk=pk)
    require(rules.duty_reopen(request.user))
    duty = services.duty_reopen(record, by=request.user)
    messages.success(request, "这一次的登记已撤销，会再次提醒。")
    return redirect(duty)
