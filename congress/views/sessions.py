"""Pages of the sessions."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from congress import lists, reporting, rules, services
from congress.forms import SessionForm, SessionNewForm
from congress.models import Congress, Session
from members.rules import require
from members.services.exports import exported
from unionoffice import xlsx
from unionoffice.forms import sent
from unionoffice.lists import Table
from unionoffice.states import Conflict


def _sessions(request):
    rows = Session.objects.with_proposals()
    return Table(request, "sessions", lists.SESSIONS, rows=rows)


@require_safe
def session_list(request):
    table = _sessions(request)
    context = {"table": table, "new": rules.session_new(request.user)}
    return render(request, "congress/session_list.html", context)


@require_safe
def session_export(request):
    table = _sessions(request)
    exported(by=request.user, action="session.exported", **table.told)
    return xlsx.response([table.sheet("教代会会次")], f"会次_{xlsx.stamp()}.xlsx")


@require_safe
def session_detail(request, pk):
    session = get_object_or_404(Session.objects.select_related("congress"), pk=pk)
    context = {
        "session": session,
        "figures": reporting.session_figures(session, request.user),
        **reporting.record(session),
        "tasks": rules.task_read(request.user),
        "carried": session.carried.count(),
        "edit": rules.session_edit(request.user, session),
        "open": rules.session_open(request.user, session),
        "close": rules.session_close(request.user, session),
        "new": rules.session_new(request.user),
        "sittings": session.sittings.all(),
        "sitting_write": rules.sitting_write(request.user, session),
    }
    return render(request, "congress/session_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def session_new(request):
    require(rules.session_new(request.user))
    if not Congress.objects.exists():
        messages.info(request, "会次属于一届教代会，先把这一届建好。")
        return redirect("congress:congress_new")
    form = SessionNewForm(sent(request), within=request.GET.get("congress"))
    if form.is_valid():
        session = services.session_new(form, by=request.user)
        messages.success(request, f"已建立{session}。资料齐了以后点「宣布开始」。")
        return redirect(session)
    return render(request, "congress/session_new.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def session_edit(request, pk):
    session = get_object_or_404(Session, pk=pk)
    require(rules.session_edit(request.user, session))
    form = SessionForm(sent(request), instance=session)
    context = {"form": form, "session": session}
    if form.is_valid():
        try:
            services.session_edit(form, by=request.user)
        except Conflict as clash:
            context |= form.conflict(clash.theirs)
            return render(request, "congress/session_edit.html", context, status=409)
        messages.success(request, "会次资料已保存。")
        return redirect(session)
    return render(request, "congress/session_edit.html", context)


@require_POST
def session_open(request, pk):
    session = get_object_or_404(Session, pk=pk)
    require(rules.session_open(request.user, session))
    services.session_open(session, by=request.user)
    messages.success(request, f"{session}已开始，征集期内大家可以提交提案。")
    return redirect(session)


@require_POST
def session_close(request, pk):
    session = get_object_or_404(Session, pk=pk)
    require(rules.session_close(request.user, session))
    services.session_close(session, by=request.user)
    messages.success(request, f"{session}已闭幕。没有办完的提案继续办理。")
    return redirect(session)
