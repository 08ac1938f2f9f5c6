"""The procedure of a session step by step, the opinions of its groups, its minutes."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from congress import reporting, rules
from congress.finding import session_of, sitting_of
from congress.formpage import FORM
from congress.forms.proceedings import (
    MinutesForm,
    OpinionsForm,
    OpinionsMergeForm,
    TaskForm,
)
from congress.models import Opinion, Task
from congress.services import proceedings as services
from members.rules import require
from unionoffice.forms import sent
from unionoffice.states import Conflict, StateError


@require_http_methods(FORM)
def session_tasks(request, pk):
    """The steps of the procedure; posted, one of the office's own is added."""
    session = session_of(pk)
    require(rules.task_read(request.user))
    form = TaskForm(sent(request))
    if form.is_valid():
        services.task_add(session, by=request.user, **form.cleaned_data)
        messages.success(request, "已加到清单里。")
        return redirect("congress:session_tasks", pk)
    page = reporting.procedure(session, timezone.localdate())
    return render(request, "congress/session_tasks.html", {"form": form, **page})


def _task(request, pk):
    require(rules.task_read(request.user))
    return get_object_or_404(Task.objects.select_related("session"), pk=pk)


@require_POST
def task_tick(request, pk):
    task = _task(request, pk)
    services.task_tick(task, by=request.user, done=request.POST.get("done") == "1")
    return redirect("congress:session_tasks", task.session_id)


@require_POST
def task_remove(request, pk):
    task = _task(request, pk)
    services.task_remove(task, by=request.user)
    messages.success(request, f"已从清单删去「{task}」。")
    return redirect("congress:session_tasks", task.session_id)


@require_http_methods(FORM)
def session_opinions(request, pk):
    """What the groups said; the office adds and merges."""
    session = session_of(pk)
    write = rules.proceedings_write(request.user)
    form = OpinionsForm(sent(request), session=session)
    if request.method == "POST":
        require(write)
    if form.is_valid():
        made = services.opinions_add(session, by=request.user, **form.cleaned_data)
        again = len(form.cleaned_data["texts"]) - len(made)
        more = f"另有 {again} 条已经登记过，没有再记。" if again else ""
        messages.success(request, f"已登记 {len(made)} 条意见。{more}")
        return redirect("congress:session_opinions", pk)
    context = {"form": form, "write": write, **reporting.opinions(session)}
    return render(request, "congress/session_opinions.html", context)


@require_POST
def opinions_merge(request, pk):
    session = session_of(pk)
    require(rules.proceedings_write(request.user))
    form = OpinionsMergeForm(request.POST, session=session)
    found = form.cleaned_data["opinions"] if form.is_valid() else []
    try:
        services.opinions_merge(found, by=request.user)
    except StateError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "已归并，原来的条数照旧统计。")
    return redirect("congress:session_opinions", pk)


@require_POST
def opinion_release(request, pk):
    require(rules.proceedings_write(request.user))
    opinion = get_object_or_404(Opinion.objects.select_related("session"), pk=pk)
    services.opinion_release(opinion, by=request.user)
    messages.success(request, "已恢复成单独一条。")
    return redirect("congress:session_opinions", opinion.session_id)


@require_safe
def sitting_minutes(request, pk):
    sitting = sitting_of(pk)
    require(rules.minutes_read(request.user))
    context = {
        "sitting": sitting,
        "figures": reporting.sitting_figures(sitting),
        "write": rules.proceedings_write(request.user),
    }
    return render(request, "congress/sitting_minutes.html", context)


@require_http_methods(FORM)
def minutes_edit(request, pk):
    sitting = sitting_of(pk)
    require(rules.proceedings_write(request.user))
    form = MinutesForm(sent(request), instance=sitting)
    context = {"sitting": sitting, "form": form}
    if form.is_valid():
        try:
            services.minutes_write(form, by=request.user)
        except Conflict as clash:
            context |= form.conflict(clash.theirs)
            return render(request, "congress/minutes_edit.html", context, status=409)
        messages.success(request, "会议记录已保存。")
        return redirect("congress:sitting_minutes", pk)
    return render(request, "congress/minutes_edit.html", context)
