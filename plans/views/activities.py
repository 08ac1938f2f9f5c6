"""Pages of activities: planned, edited, moved, put off, dropped."""

import copy
from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from members.rules import require
from plans import months, reporting, rules, services
from plans.forms.activities import (
    ActivityEditForm,
    ActivityNewForm,
    MoveForm,
    PostponeForm,
)
from plans.forms.conflicts import status_of, told, versioned
from plans.forms.plans import ReasonForm
from plans.lookups import activity_or_404
from plans.models import Activity, Plan
from plans.reporting.wall import wall_page
from unionoffice.states import Conflict

FORM = require_http_methods(["GET", "HEAD", "POST"])


@FORM
def activity_new(request):
    wanted = request.GET.get("plan")
    plan = Plan.objects.offered(request.user, wanted)
    require(rules.activity_new(request.user, plan))
    month = months.read(request.GET.get("month"))
    blank = Activity(plan=plan, first_month=month, last_month=month)
    form = ActivityNewForm(request.POST or None, instance=blank, user=request.user)
    if request.method == "POST" and form.is_valid():
        activity = services.activity_add(
            form.instance, by=request.user, helpers=form.cleaned_data["helpers"]
        )
        messages.success(request, f"「{activity}」已登记，安排在{activity.span}。")
        return redirect(activity)
    return render(request, "plans/activity_new.html", {"form": form, "plan": plan})


@require_safe
def activity_detail(request, pk):
    activity = activity_or_404(request.user, pk)
    page = reporting.activity_page(activity, request.user, timezone.localdate())
    return render(request, "plans/activity_detail.html", page)


@FORM
def activity_edit(request, pk):
    activity = activity_or_404(request.user, pk)
    require(rules.activity_arrange(request.user, activity))
    ruling = rules.activity_edit(request.user, activity)
    form = ActivityEditForm(request.POST or None, instance=activity, user=request.user)
    if request.method != "POST":
        require(ruling)
    elif ruling and form.is_valid():
        try:
            services.activity_edit(
                activity,
                by=request.user,
                helpers=form.cleaned_data["helpers"],
                **versioned(form),
            )
        except Conflict as conflict:
            page = told(form, conflict) | {"activity": conflict.theirs}
            return render(request, "plans/activity_edit.html", page, status=409)
        messages.success(request, f"「{activity}」已保存。")
        return redirect(activity)
    page = {"form": form, "activity": activity, "ruling": ruling}
    return render(request, "plans/activity_edit.html", page, status=status_of(ruling))


@FORM
def activity_move(request, pk):
    activity = activity_or_404(request.user, pk)
    require(rules.activity_move(request.user, activity))
    form = MoveForm(request.POST or None, activity=activity)
    if request.htmx and not form.is_valid():
        raise PermissionDenied("这个月份不在计划的范围里，请换一个月份。")
    if request.method == "POST" and form.is_valid():
        asked, before = form.cleaned_data, copy.copy(activity)
        days = asked["day"], asked["until"]
        services.activity_move(
            activity,
            by=request.user,
            to=asked["to"],
            days=days,
            length=asked["length"],
        )
        if request.htmx:
            asked = QueryDict(urlsplit(request.htmx.current_url or "").query)
            page = wall_page(request.user, asked)
            page |= {"moved": activity, "before_move": before}
            return render(request, "plans/_wall.html", page)
        lost = before.starts_on and not activity.starts_on
        cleared = "原定日期已清空，请再定。" if lost else ""
        cut = "只排到计划的最后一个月。" if activity.length < before.length else ""
        told = f"「{activity}」已改到{activity.span}。{cut}{cleared}"
        messages.success(request, told)
        return redirect(activity)
    return deed(request, form, activity, "改到别的月份")


@require_POST
def activity_start(request, pk):
    activity = activity_or_404(request.user, pk)
    require(rules.activity_start(request.user, activity))
    services.activity_start(activity, by=request.user)
    messages.success(request, "已标为进行中，办完以后来登记活动记录。")
    return redirect(activity)


@FORM
def activity_postpone(request, pk):
    activity = activity_or_404(request.user, pk)
    require(rules.activity_postpone(request.user, activity))
    form = PostponeForm(request.POST or None, activity=activity)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        services.activity_postpone(
            activity, by=request.user, why=data["why"], to=data["to"]
        )
        messages.success(request, f"「{activity}」已推迟，原因已记下。")
        return redirect(activity)
    return deed(request, form, activity, "推迟")


@FORM
def activity_drop(request, pk):
    activity = activity_or_404(request.user, pk)
    require(rules.activity_drop(request.user, activity))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.activity_drop(activity, by=request.user, why=form.cleaned_data["why"])
        messages.success(request, f"「{activity}」已取消。需要时可以恢复。")
        return redirect(activity)
    return deed(request, form, activity, "取消这项活动")


@require_POST
def activity_restore(request, pk):
    activity = activity_or_404(request.user, pk)
    require(rules.activity_restore(request.user, activity))
    services.activity_restore(activity, by=request.user)
    messages.success(request, f"「{activity}」已恢复到计划里。")
    return redirect(activity)


def deed(request, form, activity, name):
    """A small form of one deed."""
    return render(
        request, "plans/deed.html", {"form": form, "row": activity, "deed": name}
    )
