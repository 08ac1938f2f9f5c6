"""Pages of sign-up sheets: opened, changed, read, drawn, printed, sent out."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from members.models import Office
from members.rules import in_time, require
from plans import rules, services
from plans.forms.conflicts import status_of, told, versioned
from plans.forms.signups import QuestionForm, SheetEditForm, SheetForm
from plans.lookups import activity_or_404, sheet_or_404
from plans.models import Question, SignupSheet
from plans.reporting import signups as reporting
from unionoffice import xlsx
from unionoffice.states import Conflict

FORM = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def sheet_list(request):
    found = reporting.open_sheets(request.user, timezone.now())
    return render(request, "plans/sheet_list.html", {"found": found})


@FORM
def sheet_new(request, pk):
    activity = activity_or_404(request.user, pk)
    ruling = rules.sheet_new(request.user, activity)
    form = SheetForm(request.POST or None, instance=SignupSheet(activity=activity))
    page = {"form": form, "activity": activity, "ruling": ruling}
    if not in_time(request, ruling):
        return render(request, "plans/sheet_new.html", page, status=409)
    if request.method == "POST" and form.is_valid():
        groups = form.cleaned_data["groups"]
        services.sheet_add(form.instance, by=request.user, groups=groups)
        messages.success(request, "报名已开设，要问的事可以在下面加问题。")
        return redirect("plans:sheet_detail", pk)
    return render(request, "plans/sheet_new.html", page)


@FORM
def sheet_edit(request, pk):
    sheet = sheet_or_404(request.user, pk)
    ruling = rules.sheet_edit(request.user, sheet, timezone.now())
    form = SheetEditForm(request.POST or None, instance=sheet)
    page = {"form": form, "activity": sheet.activity, "ruling": ruling}
    if in_time(request, ruling) and request.method == "POST" and form.is_valid():
        groups = form.cleaned_data["groups"]
        try:
            moved = services.sheet_edit(
                sheet, by=request.user, groups=groups, **versioned(form)
            )
        except Conflict as conflict:
            page |= told(form, conflict)
            return render(request, "plans/sheet_edit.html", page, status=409)
        messages.success(request, f"报名条件已保存。{reporting.moved_up(moved)}")
        return redirect("plans:sheet_detail", pk)
    status = status_of(ruling)
    return render(request, "plans/sheet_edit.html", page, status=status)


@require_safe
def sheet_detail(request, pk):
    sheet = sheet_or_404(request.user, pk)
    require(rules.sheet_read(request.user, sheet.activity))
    page = reporting.sheet_page(sheet, request.user, timezone.now())
    return render(request, "plans/sheet_detail.html", page)


@require_safe
def sheet_print(request, pk):
    """The sign-in sheet; of an activity without sign-up it has empty lines only."""
    activity = activity_or_404(request.user, pk)
    require(rules.sheet_read(request.user, activity))
    page = reporting.sign_in_sheet(activity)
    page["office"] = Office.load()
    return render(request, "plans/sheet_print.html", page)


@require_safe
def sheet_export(request, pk):
    sheet = sheet_or_404(request.user, pk)
    require(rules.sheet_read(request.user, sheet.activity))
    table = reporting.sheet_table(sheet)
    services.sheet_export(sheet, by=request.user, count=len(table.rows))
    return xlsx.response([table], f"报名名单_{xlsx.stamp()}.xlsx")


@require_POST
def sheet_close(request, pk):
    sheet = sheet_or_404(request.user, pk)
    require(rules.sheet_close(request.user, sheet, timezone.now()))
    services.sheet_close(sheet, by=request.user)
    messages.success(request, "报名已截止。")
    return redirect("plans:sheet_detail", pk)


@require_POST
def sheet_draw(request, pk):
    sheet = sheet_or_404(request.user, pk)
    require(rules.sheet_draw(request.user, sheet, timezone.now()))
    services.sheet_draw(sheet, by=request.user)
    messages.success(request, "已抽签，结果和办法都在这一页，谁都可以验证。")
    return redirect("plans:draw_detail", pk)


@require_safe
def draw_detail(request, pk):
    sheet = sheet_or_404(request.user, pk)
    require(rules.draw_read(sheet, timezone.now()))
    page = reporting.draw_page(sheet)
    page["draw"] = rules.sheet_draw(request.user, sheet, timezone.now())
    return render(request, "plans/draw_detail.html", page)


@FORM
def question_add(request, pk):
    sheet = sheet_or_404(request.user, pk)
    require(rules.sheet_edit(request.user, sheet, timezone.now()))
    form = QuestionForm(request.POST or None, instance=Question(sheet=sheet))
    if request.method == "POST" and form.is_valid():
        services.question_add(form.instance, by=request.user)
        messages.success(request, "问题已加到报名表。")
        return redirect("plans:sheet_detail", pk)
    page = {"form": form, "activity": sheet.activity}
    return render(request, "plans/question_add.html", page)


@require_POST
def question_remove(request, pk):
    question = get_object_or_404(Question.objects.select_related("sheet"), pk=pk)
    sheet = sheet_or_404(request.user, question.sheet.activity_id)
    require(rules.sheet_edit(request.user, sheet, timezone.now()))
    services.question_remove(question, by=request.user)
    messages.success(request, f"已删去问题「{question}」。")
    return redirect("plans:sheet_detail", sheet.activity_id)
