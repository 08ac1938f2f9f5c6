"""The import of a roster: upload, preview, apply; the template to fill in."""

import json

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
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
    "没有找到表头：需要有「工号」和「姓名」两列，写在前 10 行里。可以下载模板对照。"
)
CHANGED = "没有导入：预览以后名册又有变化。下面是现在的对照，请再看一遍。"
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


@require_safe
def member_import_preview(request, pk):
    require(rules.member_write(request.user))
    staged = _staged(request, pk)
    context = {"staged": staged, "problem": "" if staged.is_fresh else EXPIRED}
    if staged.is_fresh:
        try:
            table = json.loads(staged.table)
            found = importing.preview(table, make_places=staged.make_places)
            context["found"] = found
        except importing.NoHead:
            context["problem"] = NO_HEAD
        except columns.Wrong as problem:
            context["problem"] = f"{problem}。"
    return render(request, "members/member_import_preview.html", context)


@require_POST
def member_import_apply(request, pk):
    require(rules.member_write(request.user))
    staged = _staged(request, pk)
    if not staged.is_fresh:
        messages.error(request, EXPIRED)
        return redirect("members:member_import")
    try:
        counts = services.member_import_apply(
            staged, by=request.user, seen=request.POST.get("seen")
        ).counts
    except (importing.RosterChanged, importing.NoHead, columns.Wrong):
        messages.warning(request, CHANGED)
        return redirect("members:member_import_preview", pk=pk)
    messages.success(
        request,
        f"已导入：新增 {counts['new']} 人，更新 {counts['changed']} 人；"
        f"{counts['unchanged']} 人没有变化，{counts['error']} 行有问题没有导入。",
    )
    return redirect("members:member_list")


@require_safe
def member_import_template(request):
    require(rules.member_write(request.user))
    return xlsx.response([reporting.template_sheet()], "会员名册模板.xlsx")
