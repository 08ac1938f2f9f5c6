"""The page where a plan text comes in: read, checked beside its source, confirmed."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from members.rules import require
from plans import reporting, rules, services
from plans.forms.plantext import ImportDesk, PlanTextForm


@require_http_methods(["GET", "HEAD", "POST"])
def plan_import(request):
    require(rules.plan_import(request.user))
    form = PlanTextForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "plans/plan_import.html", {"form": form})
    desk = ImportDesk(form.reading, request.POST, request.user)
    if "save" in request.POST and desk.is_valid():
        plan = services.plan_import(
            desk.edited(), by=request.user, **desk.target.cleaned_data
        )
        messages.success(request, "计划已存为草稿，核对无误后送审。")
        if outside := reporting.outside(plan):
            told = (
                f"其中 {len(outside)} 项活动的月份不全在计划的{plan.span}里，请先核对。"
            )
            messages.warning(request, told)
        return redirect(plan)
    return render(request, "plans/plan_import_check.html", {"desk": desk})
