"""Pages of the welfare work."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from members import audit, handing
from members.rules import require
from members.services.exports import exported
from unionoffice import files, xlsx
from unionoffice.lists import Table
from unionoffice.states import Conflict
from welfare import lists, reporting, rules, services
from welfare.filters import HealthCheckFilter, RetireeFilter, VisitFilter
from welfare.forms import HealthMarkForm, HealthRoundForm, VisitForm, VoidForm
from welfare.models import BirthdayCustom, HealthRound, Visit, VisitFile

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


def _visits(request):
    rows = Visit.objects.visible_to(request.user).with_names().newest_first()
    found = VisitFilter(request.GET, rows)
    totals = found.qs.totals()
    return Table(
        request,
        "visits",
        lists.visit_columns(request.user),
        found,
        totals=totals,
        summed=f"已走访合计 {totals['count']:,} 人次",
    )


@require_safe
def visit_list(request):
    require(rules.visit_list(request.user))
    table = _visits(request)
    context = {
        "table": table,
        "page": table.page,
        "new": rules.visit_new(request.user),
        "care": rules.health_list(request.user),
    }
    return render(request, "welfare/visit_list.html", context)


@require_safe
def visit_export(request):
    require(rules.visit_list(request.user))
    table = _visits(request)
    exported(by=request.user, action="visit.exported", **table.told)
    return xlsx.response([table.sheet("慰问台账")], f"慰问台账_{xlsx.stamp()}.xlsx")


@GET_POST
def visit_new(request):
    require(rules.visit_new(request.user))
    known = {n: request.GET[n] for n in ("member", "occasion") if n in request.GET}
    form = VisitForm(
        request.POST or None, request.FILES or None, user=request.user, initial=known
    )
    if request.method == "POST" and form.is_valid():
        visit = services.visit_new(
            form.instance,
            by=request.user,
            visitors=form.cleaned_data["visitors"],
            files=form.cleaned_data["photos"],
        )
        messages.success(request, f"已记下：{visit}，¥{visit.amount:,.2f}。")
        return redirect(visit)
    return render(request, "welfare/visit_new.html", {"form": form})


def _visit_or_404(request, pk):
    rows = Visit.objects.visible_to(request.user).with_names()
    return get_object_or_404(rows, pk=pk)


@require_safe
def visit_detail(request, pk):
    visit = _visit_or_404(request, pk)
    context = {
        "visit": visit,
        "files": list(visit.files.all()),
        "lists": rules.visit_list(request.user),
        "edit": rules.visit_edit(request.user, visit),
        "void": rules.visit_void(request.user, visit),
        "remarks": rules.visit_remarks(request.user),
        "amount": rules.visit_amount(request.user, visit),
        "new": rules.visit_new(request.user),
        "void_form": VoidForm(),
    }
    return render(request, "welfare/visit_detail.html", context)


@GET_POST
def visit_edit(request, pk):
    visit = _visit_or_404(request, pk)
    require(rules.visit_edit(request.user, visit))
    form = VisitForm(
        request.POST or None, request.FILES or None, user=request.user, instance=visit
    )
    context, status = {"form": form, "visit": visit}, 200
    if request.method == "POST" and form.is_valid():
        try:
            _save_visit(visit, form, request.user)
        except Conflict as conflict:
            context |= form.conflict(conflict.theirs)
            status = 409
        else:
            messages.success(request, f"已保存：{visit}。")
            return redirect(visit)
    return render(request, "welfare/visit_edit.html", context, status=status)


def _save_visit(visit, form, user):
    services.visit_edit(
        visit,
        by=user,
        expected=form.cleaned_data["version"],
        fields=[
            name for name in form.columns if name in form.fields and name != "visitors"
        ],
        changes=audit.changed_fields(form),
        visitors=form.cleaned_data["visitors"],
        files=form.cleaned_data["photos"],
    )


@require_POST
def visit_void(request, pk):
    visit = _visit_or_404(request, pk)
    require(rules.visit_void(request.user, visit))
    form = VoidForm(request.POST)
    if not form.is_valid():
        messages.error(request, "请写明作废原因。")
        return redirect(visit)
    services.visit_void(visit, by=request.user, reason=form.cleaned_data["reason"])
    messages.success(request, f"已作废：{visit}。它不再计入统计。")
    return redirect(visit)


@require_safe
def visit_file(request, pk, file_pk):
    visit = _visit_or_404(request, pk)
    require(rules.visit_amount(request.user, visit))
    return files.send(get_object_or_404(VisitFile, pk=file_pk, visit=visit))


def _health_rounds(request):
    rows = reporting.health_rounds()
    return Table(request, "health_rounds", lists.ROUNDS, rows=rows)


@require_safe
def health_round_list(request):
    require(rules.health_list(request.user))
    context = {"table": _health_rounds(request)}
    return render(request, "welfare/health_round_list.html", context)


@require_safe
def health_round_list_export(request):
    require(rules.health_list(request.user))
    table = _health_rounds(request)
    exported(by=request.user, action="health_rounds.exported", **table.told)
    return xlsx.response([table.sheet("体检安排")], f"体检安排_{xlsx.stamp()}.xlsx")


@GET_POST
def health_round_new(request):
    require(rules.health_list(request.user))
    form = HealthRoundForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        day = timezone.localdate()
        health_round = services.health_round_new(
            form.instance, by=request.user, day=day
        )
        messages.success(request, f"已建立「{health_round}」，名单按对象列好了。")
        return redirect(health_round)
    return render(request, "welfare/health_round_new.html", {"form": form})


def _checks(request, health_round):
    found = HealthCheckFilter(request.GET, health_round.checks.with_people())
    path = health_round.get_absolute_url()
    return Table(request, "health_checks", lists.CHECKS, found, path=path)


def _health_page(request, health_round, form):
    return {
        "round": health_round,
        "table": _checks(request, health_round),
        "form": form,
        "progress": reporting.health_progress(health_round),
    }


@require_safe
def health_round_detail(request, pk):
    require(rules.health_list(request.user))
    health_round = get_object_or_404(HealthRound.objects.with_counts(), pk=pk)
    form = HealthMarkForm(health_round=health_round)
    context = _health_page(request, health_round, form)
    return render(request, "welfare/health_round_detail.html", context)


@require_POST
def health_check_mark(request, pk):
    require(rules.health_list(request.user))
    health_round = get_object_or_404(HealthRound.objects.with_counts(), pk=pk)
    form = HealthMarkForm(request.POST, health_round=health_round)
    if not form.is_valid():
        context = _health_page(request, health_round, form)
        return render(request, "welfare/health_round_detail.html", context, status=400)
    chosen = form.cleaned_data
    marked = services.health_check_mark(
        health_round,
        by=request.user,
        members=chosen["members"],
        state=chosen["state"],
        day=chosen["day"],
    )
    messages.success(request, f"已标记 {marked} 人。")
    return redirect(health_round)


@require_safe
def health_round_export(request, pk):
    require(rules.health_list(request.user))
    health_round = get_object_or_404(HealthRound.objects.with_counts(), pk=pk)
    table = _checks(request, health_round)
    told = table.told | {"row": health_round}
    exported(by=request.user, action="health_round.exported", **told)
    sheet = table.sheet(str(health_round))
    return xlsx.response([sheet], f"{health_round}_{xlsx.stamp()}.xlsx")


def _retirees(request):
    custom, today = BirthdayCustom.load(), timezone.localdate()
    rows = reporting.retirees()
    found = RetireeFilter(request.GET, rows, custom=custom, today=today)
    columns = lists.retiree_columns(custom, today)
    return Table(request, "retirees", columns, found, deed=lists.visit_deed)


@require_safe
def retiree_list(request):
    require(rules.retiree_list(request.user))
    table = _retirees(request)
    context = {"table": table, "page": table.page, "custom": table.filter.custom}
    return render(request, "welfare/retiree_list.html", context)


@GET_POST
def retiree_export(request):
    require(rules.retiree_list(request.user))
    return handing.export(
        request,
        _retirees(request),
        "退休教职工",
        action="retiree.exported",
        back=reverse("welfare:retiree_list"),
    )
