"""The import of a roster: upload, preview, apply; the template to fill in."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)
from django_htmx.http import HttpResponseClientRefresh

from members import importing, reporting, rules
from members.forms import MemberImportForm, MemberImportMapForm
from members.importing import shown
from members.models import MemberImport
from members.rules import require
from members.services import imports as services
from unionoffice import xlsx
from unionoffice.sandbox import Unreadable
from unionoffice.templatetags.office import moment

DONE = (
    "已导入：新增 {new} 人，更新 {changed} 人；"
    "{unchanged} 人没有变化，{error} 行有问题没有导入。"
)
ROWS_A_PAGE = 200
EXPIRED = "预览已超过 30 分钟，或者已经导入过。请重新上传文件。"
TWICE = "「{}」在 {} 已经导入过，这次没有再写。那时{}"
KILLED = "读到一半中断了（程序重新启动过）。请重新上传。"
BUSY = "正在处理这份名册，请等它做完。"


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
    unfinished = MemberImport.objects.of(request.user).unfinished()
    context = {"form": form, "unfinished": unfinished}
    return render(request, "members/member_import.html", context)


def _previewed(staged):
    """(the Shown or None, what to say instead)."""
    if staged.state == MemberImport.State.REFUSED:
        return None, staged.problem
    if staged.state == MemberImport.State.READING:
        return None, KILLED
    if not staged.is_fresh or not staged.shown:
        return None, EXPIRED
    found = shown.of(staged.shown)
    return (None, found.problem) if found.problem else (found, "")


def _rest(staged):
    """What an import that is done has left, as Shown; None where all is gone."""
    is_done = staged.state == MemberImport.State.APPLIED
    return shown.of(staged.shown) if is_done and staged.shown else None


@require_safe
def member_import_preview(request, pk):
    """What an upload would do; how far it is while somebody is at work on it."""
    require(rules.member_write(request.user))
    rows = MemberImport.objects.of(request.user)
    staged = get_object_or_404(rows.light(), pk=pk)
    if request.htmx and not staged.is_busy:
        return HttpResponseClientRefresh()
    if staged.is_busy or staged.counts:
        page = "members/member_import_progress.html"
        return render(request, page, {"staged": staged, "rest": _rest(staged)})
    found, problem = _previewed(staged)
    context = {"staged": staged, "found": found, "problem": problem}
    if found:
        kind = request.GET.get("kind", "")
        rows = Paginator(found.shown(kind), ROWS_A_PAGE)
        page = rows.get_page(request.GET.get("page"))
        page.object_list = found.named(page.object_list)
        context |= {"kind": kind, "page": page}
        _, columns = shown.columns_of(*found.place, {found.head.shape: found.means})
        context["form"] = MemberImportMapForm(columns=columns)
    return render(request, "members/member_import_preview.html", context)


@require_safe
def member_import_return(request, pk):
    """The rows that will not go in, as a workbook with the reason of each."""
    require(rules.member_write(request.user))
    staged = get_object_or_404(MemberImport.objects.of(request.user), pk=pk)
    found, problem = _rest(staged), ""
    if found is None:
        found, problem = _previewed(staged)
    if problem:
        messages.error(request, problem)
        return redirect("members:member_import")
    sheet = reporting.returned_sheet(found)
    services.member_import_return(staged, by=request.user, count=len(sheet.rows))
    return xlsx.response([sheet], f"没有导入的行_{xlsx.stamp()}.xlsx")


@require_POST
def member_import_apply(request, pk):
    require(rules.member_write(request.user))
    staged = get_object_or_404(MemberImport.objects.of(request.user), pk=pk)
    if staged.state == MemberImport.State.APPLIED:
        at, told = moment(staged.applied_at), DONE.format(**staged.counts)
        messages.warning(request, TWICE.format(staged.name, at, told))
        return redirect("members:member_import_list")
    if not staged.is_fresh:
        messages.error(request, EXPIRED)
        return redirect("members:member_import")
    asked = {"seen": request.POST.get("seen"), "ticked": "ticked" in request.POST}
    try:
        is_begun = services.member_import_apply(staged, by=request.user, **asked)
    except (importing.RosterChanged, importing.NotLookedAt) as refusal:
        messages.warning(request, str(refusal))
        return redirect("members:member_import_preview", pk=pk)
    if staged.counts and not staged.shown:
        messages.success(request, DONE.format(**staged.counts))
        return redirect("members:member_list")
    if staged.counts:  # something is left to do
        return redirect("members:member_import_preview", pk=pk)
    if not is_begun:
        messages.warning(request, BUSY)
    return redirect("members:member_import_preview", pk=pk)


@require_safe
def member_import_template(request):
    require(rules.member_write(request.user))
    return xlsx.response([reporting.template_sheet()], "会员名册模板.xlsx")
