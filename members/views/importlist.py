"""The imports that were made, and undoing one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from members import handing, rules
from members.importcolumns import IMPORTS
from members.models import MemberImport
from members.rules import require
from members.services import importundo as services
from unionoffice.lists import Table

UNDONE = "已撤销导入：{} 人移出名册，{} 人恢复原来的资料。"
NAMED = 20  # of those in the way; the others are counted


@require_safe
def member_import_list(request):
    require(rules.member_write(request.user))
    return _listed(request)


@require_safe
def member_import_export(request):
    require(rules.member_write(request.user))
    return handing.export(
        request,
        _table(request),
        "名册导入记录",
        action="member_import.exported",
        back=reverse("members:member_import_list"),
    )


def _table(request):
    home = reverse("members:member_import_list")
    rows = MemberImport.objects.written()
    return Table(request, "imports", IMPORTS, rows=rows, path=home)


def _listed(request, status=200, **more):
    table = _table(request)
    context = {"table": table, "page": table.page, **more}
    return render(request, "members/member_import_list.html", context, status=status)


@require_POST
def member_import_undo(request, pk):
    require(rules.member_write(request.user))
    staged = get_object_or_404(MemberImport.objects.written(), pk=pk)
    try:
        services.member_import_undo(staged, by=request.user)
    except services.InTheWay as refusal:
        named = {"found": refusal.found[:NAMED], "others": refusal.found[NAMED:]}
        return _listed(request, status=409, refused=staged, **named)
    counts = staged.counts
    messages.success(request, UNDONE.format(counts["new"], counts["changed"]))
    return redirect("members:member_import_list")
