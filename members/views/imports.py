"""The import of a roster: upload, preview, apply; the template to fill in."""

import json

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from members import columns, importing, reporting, rules
from members.forms import MemberImportForm
from members.models import MemberImport
from members.rules import require
from members.services import imports as services
from unionoffice import xlsx
from unionoffice.sandbox import Unreadable

NO_HEAD = (
    "没有找到表头：需要有「姓名」，还要有「工号」「身份证号」或「出生日期」，"
    "写在前 15 行里。可以下载模板对照。"
)
TICK = "没有导入：有几处拿不准的，请先核对，再勾选。"
CHANGED = "没有导入：预览以后名册又有变化。下面是现在的对照，请再看一遍。"
DONE = (
    "已导入：新增 {new} 人，更新 {changed} 人；"
    "{unchanged} 人没有变化，{error} 行有问题没有导入。"
)
ROWS_A_PAGE = 200
EXPIRED = "预览已超过 30 分钟，或者已经导入过。请重新上传文件。"


@require_http_methods(["GET", "HEAD", "POST"])
def member_import(request):
    require(rules.member_write(request.user))
    form = MemberImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            staged = services.member_import(
                form.cleaned_data["file"],
                by=request.user,
                make_places=form.cleaned_data["make_places"],
            )
        except Unreadable as problem:
            form.add_error("file", str(problem))
        else:
            return redirect("members:member_import_preview", pk=staged.pk)
    return render(request, "members/member_import.html", {"form": form})


def _staged(request, pk):
    return get_object_or_404(MemberImport, pk=pk, added_by=request.user)


def _previewed(staged, sheet):
    """(the Preview or None, what to say instead)."""
    if not staged.is_fresh:
        return None, EXPIRED
    try:
        table = json.loads(staged.table)
        make_places = staged.make_places
        return importing.preview(table, make_places=make_places, sheet=sheet), ""
    except importing.NoHead:
        return None, NO_HEAD
    except columns.Wrong as problem:
        return None, f"{problem}。"


@require_safe
def member_import_preview(request, pk):
    require(rules.member_write(request.user))
    staged = _staged(request, pk)
    found, problem = _previewed(staged, request.GET.get("sheet", ""))
    context = {"staged": staged, "found": found, "problem": problem}
    if found:
        kind = request.GET.get("kind", "")
        rows = Paginator(found.shown(kind), ROWS_A_PAGE)
        context |= {"kind": kind, "page": rows.get_page(request.GET.get("page"))}
    return render(request, "members/member_import_preview.html", context)


@require_safe
def member_import_return(request, pk):
    """The rows that will not go in, as a workbook with the reason of each."""
    require(rules.member_write(request.user))
    staged = _staged(request, pk)
    found, problem = _previewed(staged, request.GET.get("sheet", ""))
    if problem:
        messages.error(request, problem)
        return redirect("members:member_import")
    sheet = reporting.returned_sheet(found)
    services.member_import_return(staged, by=request.user, count=len(sheet.rows))
    return xlsx.response([sheet], f"没有导入的行_{xlsx.stamp()}.xlsx")


@require_POST
def member_import_apply(request, pk):
    require(rules.member_write(request.user))
    staged, asked = _staged(request, pk), request.POST
    if not staged.is_fresh:
        messages.error(request, EXPIRED)
        return redirect("members:member_import")
    try:
        counts = services.member_import_apply(
            staged,
            by=request.user,
            seen=asked.get("seen"),
            sheet=asked.get("sheet", ""),
            ticked="ticked" in asked,
        ).counts
    except (importing.RosterChanged, importing.NoHead, columns.Wrong):
        messages.warning(request, CHANGED)
        return _again(pk, asked.get("sheet", ""))
    except importing.NotLookedAt:
        messages.warning(request, TICK)
        return _again(pk, asked.get("sheet", ""))
    messages.success(request, DONE.format(**counts))
    return redirect("members:member_list")


def _again(pk, sheet):
    address = reverse("members:member_import_preview", args=[pk])
    return redirect(f"{address}?{urlencode({'sheet': sheet})}" if sheet else address)


@require_safe
def member_import_template(request):
    require(rules.member_write(request.user))
    return xlsx.response([reporting.template_sheet()], "会员名册模板.xlsx")
