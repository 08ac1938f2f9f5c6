"""Saying which sheet, which row of headings and which columns of a file are meant."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
)

from members import importing, rules
from members.forms import MemberImportMapForm
from members.importing import shown
from members.models import HeadMapping, MemberImport
from members.rules import require
from members.services import importmaps as services
from members.services import imports

MAPPED = "已按选定的列核对；以后同样表头的文件也这样读。"
GONE = "这份文件的其他工作表已经不在了，请重新上传。"
FORGOTTEN = "已忘掉选定的列，按表头的字重新核对。"


def _opened(request, pk):
    """(the staged import, its Shown); 404 where it waits no longer."""
    staged = get_object_or_404(MemberImport.objects.of(request.user), pk=pk)
    if not staged.is_fresh or not staged.shown or staged.is_busy:
        raise Http404
    return staged, shown.of(staged.shown)


def _chosen(request, found):
    """(the top of the sheet asked for, the number of its row of headings or 0)."""
    asked = request.POST if request.method == "POST" else request.GET
    top = found.top(asked.get("sheet", ""))
    number = asked.get("head", "")
    if number.isdecimal():
        return top, int(number)
    is_shown = found.head and top and top["name"] == found.sheet
    return top, found.head.number if is_shown else 0


@require_http_methods(["GET", "HEAD", "POST"])
def member_import_map(request, pk):
    require(rules.member_write(request.user))
    staged, found = _opened(request, pk)
    top, number = _chosen(request, found)
    context = {"staged": staged, "found": found, "top": top}
    context["lines"] = list(shown.lines_of(top)) if top else []
    remembered = HeadMapping.objects.by_shape()
    try:
        head, columns = shown.columns_of(top, number, remembered)
    except importing.NoHead:
        return render(request, "members/member_import_map.html", context)
    form = MemberImportMapForm(request.POST or None, columns=columns)
    if request.method == "POST" and form.is_valid():
        fields = form.means(len(head.names))
        chosen = {"sheet": top["name"], "head": head, "fields": fields}
        services.member_import_map(staged, by=request.user, **chosen)
        messages.success(request, MAPPED)
        return redirect("members:member_import_preview", pk=pk)
    context |= {"form": form, "head": head, "is_known": head.shape in remembered}
    return render(request, "members/member_import_map.html", context)


@require_POST
def member_import_sheet(request, pk):
    """Another sheet of the file: of one that waits, or after the first is written; or
    the same with its departments and groups made."""
    require(rules.member_write(request.user))
    staged = get_object_or_404(MemberImport.objects.of(request.user), pk=pk)
    if staged.state == MemberImport.State.APPLIED:
        if not staged.table:
            messages.error(request, GONE)
            return redirect("members:member_import")
        sheet = request.POST.get("sheet", "")
        following = imports.member_import_next(staged, sheet, by=request.user)
        return redirect("members:member_import_preview", pk=following.pk)
    staged, found = _opened(request, pk)
    if "make_places" in request.POST:
        services.member_import_places(staged)
        return redirect("members:member_import_preview", pk=pk)
    top = found.top(request.POST.get("sheet", ""))
    services.member_import_sheet(staged, top["name"])
    return redirect("members:member_import_preview", pk=pk)


@require_POST
def member_import_forget(request, pk):
    require(rules.member_write(request.user))
    staged, found = _opened(request, pk)
    top, number = _chosen(request, found)
    try:
        head, _ = shown.columns_of(top, number, {})
    except importing.NoHead:
        raise Http404 from None
    services.member_import_forget(staged, head, by=request.user)
    messages.success(request, FORGOTTEN)
    return redirect("members:member_import_preview", pk=pk)
