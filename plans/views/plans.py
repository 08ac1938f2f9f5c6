"""Pages of plans, their sections and measures."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from members.rules import require
from members.services.exports import exported
from plans import lists, reporting, rules, services
from plans.forms.conflicts import status_of, told, versioned
from plans.forms.filters import PlanFilter
from plans.forms.plans import (
    ArchiveForm,
    DiscardForm,
    MeasureEditForm,
    MeasureNewForm,
    PlanEditForm,
    PlanNewForm,
    ReasonForm,
    SectionEditForm,
    SectionNewForm,
)
from plans.lookups import plan_or_404
from plans.models import Measure, Plan, PlanSection
from unionoffice import xlsx
from unionoffice.lists import Table
from unionoffice.states import Conflict

FORM = require_http_methods(["GET", "HEAD", "POST"])


def _plans(request):
    rows = Plan.objects.visible_to(request.user).with_people().with_counts()
    return Table(request, "plans", lists.PLANS, PlanFilter(request.GET, rows))


@require_safe
def plan_list(request):
    table = _plans(request)
    may = {"new": rules.plan_new(request.user)}
    context = {"table": table, "page": table.page, "may": may}
    today = timezone.localdate()
    context["lacking"] = reporting.groups_without_plan(request.user, today)
    return render(request, "plans/plan_list.html", context)


@require_safe
def plan_export(request):
    table = _plans(request)
    exported(by=request.user, action="plan.exported", **table.told)
    return xlsx.response([table.sheet("工会计划")], f"工会计划_{xlsx.stamp()}.xlsx")


@require_safe
def plan_detail(request, pk):
    plan = plan_or_404(request.user, pk)
    page = reporting.plan_page(plan, request.user, timezone.localdate())
    return render(request, "plans/plan_detail.html", page)


@FORM
def plan_new(request):
    require(rules.plan_new(request.user))
    form = PlanNewForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        plan = services.plan_add(
            form.instance,
            by=request.user,
            with_duties=form.cleaned_data.get("duties", False),
        )
        messages.success(request, "计划已建好，先写章节，再排各月活动。")
        return redirect(plan)
    before = Plan.objects.renewable_by(request.user).first()
    return render(request, "plans/plan_new.html", {"form": form, "before": before})


@FORM
def plan_edit(request, pk):
    plan = plan_or_404(request.user, pk)
    require(rules.plan_edit(request.user, plan))
    form = PlanEditForm(request.POST or None, instance=plan, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            services.plan_edit(plan, by=request.user, **versioned(form))
        except Conflict as conflict:
            page = told(form, conflict) | {"plan": conflict.theirs}
            return render(request, "plans/plan_edit.html", page, status=409)
        messages.success(request, "计划已保存。")
        return redirect(plan)
    return render(
        request,
        "plans/plan_edit.html",
        {"form": form, "plan": plan_or_404(request.user, pk)},
    )


@require_POST
def plan_submit(request, pk):
    plan = plan_or_404(request.user, pk)
    require(rules.plan_submit(request.user, plan))
    services.plan_submit(plan, by=request.user)
    messages.success(request, "已送审，等待起草人以外的主席或委员批准。")
    return redirect(plan)


@require_POST
def plan_approve(request, pk):
    plan = plan_or_404(request.user, pk)
    require(rules.plan_approve(request.user, plan))
    services.plan_approve(plan, by=request.user)
    messages.success(request, "计划已批准，各月活动可以开始执行。")
    return redirect(plan)


@FORM
def plan_return(request, pk):
    plan = plan_or_404(request.user, pk)
    require(rules.plan_return(request.user, plan))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.plan_return(plan, by=request.user, why=form.cleaned_data["why"])
        messages.success(request, "计划已退回，起草人修改后再送审。")
        return redirect(plan)
    page = {"form": form, "row": plan, "deed": "退回修改"}
    return render(request, "plans/deed.html", page)


@FORM
def plan_archive(request, pk):
    plan = plan_or_404(request.user, pk)
    require(rules.plan_archive(request.user, plan))
    if request.method == "POST":
        services.plan_archive(plan, by=request.user)
        messages.success(request, "计划已归档，内容只供查看。")
        return redirect(plan)
    form = ArchiveForm(**reporting.left_undone(plan, timezone.now()))
    page = {"form": form, "row": plan, "deed": "归档"}
    return render(request, "plans/deed.html", page)


@FORM
def plan_unarchive(request, pk):
    plan = plan_or_404(request.user, pk)
    require(rules.plan_unarchive(request.user, plan))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.plan_unarchive(plan, by=request.user, why=form.cleaned_data["why"])
        messages.success(request, "计划已恢复，里面的活动可以继续登记。")
        return redirect(plan)
    page = {"form": form, "row": plan, "deed": "恢复计划"}
    return render(request, "plans/deed.html", page)


@FORM
def plan_discard(request, pk):
    plan = plan_or_404(request.user, pk)
    require(rules.plan_discard(request.user, plan))
    if request.method == "POST":
        services.plan_discard(plan, by=request.user)
        messages.success(request, f"草稿「{plan.title}」已删去。")
        return redirect("plans:plan_list")
    page = {"form": DiscardForm(), "row": plan, "deed": "删去草稿"}
    return render(request, "plans/deed.html", page | {"tone": "danger"})


@FORM
def section_new(request, pk):
    plan = plan_or_404(request.user, pk)
    require(rules.plan_edit(request.user, plan))
    form = SectionNewForm(request.POST or None, instance=PlanSection(plan=plan))
    if request.method == "POST" and form.is_valid():
        services.section_add(form.instance, by=request.user)
        messages.success(request, "章节已加入计划。")
        return redirect(plan)
    page = {"form": form, "plan": plan, "title": "写章节"}
    return render(request, "plans/part_edit.html", page)


def find_part(request, model, pk):
    """A section or measure that the person may see, and whether it still changes.

    A text sent too late is not thrown away: the page shows it again with the reason.
    """
    plans = Plan.objects.visible_to(request.user)
    part = get_object_or_404(
        model.objects.select_related("plan__owner"), pk=pk, plan__in=plans
    )
    require(rules.plan_write(request.user, part.plan))
    ruling = rules.plan_edit(request.user, part.plan)
    if request.method != "POST":
        require(ruling)
    return part, ruling


def find_draft_part(request, model, pk):
    part, ruling = find_part(request, model, pk)
    require(ruling)
    return part


@FORM
def section_edit(request, pk):
    section, ruling = find_part(request, PlanSection, pk)
    form = SectionEditForm(request.POST or None, instance=section)
    page = {"form": form, "plan": section.plan, "title": "改章节", "ruling": ruling}
    page["remove"] = reverse("plans:section_remove", args=[pk])
    if request.method == "POST" and ruling and form.is_valid():
        try:
            services.section_edit(section, by=request.user, **versioned(form))
        except Conflict as conflict:
            page |= told(form, conflict)
            return render(request, "plans/part_edit.html", page, status=409)
        messages.success(request, "章节已保存。")
        return redirect(section.plan)
    return render(request, "plans/part_edit.html", page, status=status_of(ruling))


@require_POST
def section_move(request, pk):
    section = find_draft_part(request, PlanSection, pk)
    services.section_move(section, by=request.user, up="up" in request.POST)
    return redirect(f"{section.plan.get_absolute_url()}#section-{section.pk}")


@require_POST
def section_remove(request, pk):
    section = find_draft_part(request, PlanSection, pk)
    services.section_remove(section, by=request.user)
    messages.success(request, f"已删去章节「{section}」。")
    return redirect(section.plan)


@FORM
def measure_new(request, pk):
    plan = plan_or_404(request.user, pk)
    require(rules.plan_edit(request.user, plan))
    form = MeasureNewForm(request.POST or None, instance=Measure(plan=plan))
    if request.method == "POST" and form.is_valid():
        services.measure_add(form.instance, by=request.user)
        messages.success(request, "措施已加入计划。")
        return redirect(plan)
    page = {"form": form, "plan": plan, "title": "写措施"}
    return render(request, "plans/part_edit.html", page)


@FORM
def measure_edit(request, pk):
    measure, ruling = find_part(request, Measure, pk)
    form = MeasureEditForm(request.POST or None, instance=measure)
    page = {"form": form, "plan": measure.plan, "title": "改措施", "ruling": ruling}
    page["remove"] = reverse("plans:measure_remove", args=[pk])
    if request.method == "POST" and ruling and form.is_valid():
        try:
            services.measure_edit(measure, by=request.user, **versioned(form))
        except Conflict as conflict:
            page |= told(form, conflict)
            return render(request, "plans/part_edit.html", page, status=409)
        messages.success(request, "措施已保存。")
        return redirect(measure.plan)
    return render(request, "plans/part_edit.html", page, status=status_of(ruling))


@require_POST
def measure_remove(request, pk):
    measure = find_draft_part(request, Measure, pk)
    services.measure_remove(measure, by=request.user)
    messages.success(request, "已删去一条措施。")
    return redirect(measure.plan)
