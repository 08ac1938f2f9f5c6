"""会籍申请: file, enter from paper, list, advise, decide, withdraw, print."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from members import handing, reporting, rules
from members.casecolumns import APPLICATIONS
from members.casefilters import ApplicationFilter
from members.forms.applications import (
    AdviseForm,
    ApplicationForm,
    DecideForm,
    PaperForm,
)
from members.models import Application, Member, Office
from members.rules import in_time, require
from members.services import applications as services
from unionoffice.forms import sent
from unionoffice.lists import Table

METHODS = ["GET", "HEAD", "POST"]


def _member(request, pk):
    rows = Member.objects.visible_to(request.user).with_places()
    return get_object_or_404(rows.with_memberships().with_applications(), pk=pk)


def _application(request, pk):
    return get_object_or_404(reporting.applications(request.user), pk=pk)


def _page(request, name, form, ruling, **more):
    """The page of a deed; with what was typed when the application had moved on."""
    context = {"form": form, "ruling": ruling, **more}
    status = 200 if ruling else 409
    return render(request, f"members/application_{name}.html", context, status=status)


@require_http_methods(METHODS)
def application_new(request, kind):
    if kind not in Application.Kind.values:
        raise Http404
    member = _member(request, request.user.member_id)
    if (running := member.open_application) is not None:
        return redirect(running)
    require(rules.application_new(request.user, member, kind))
    row = Application(member=member, kind=kind)
    school = Office.load().school_name
    form = ApplicationForm(sent(request), instance=row, school=school)
    if form.is_valid():
        made = services.application_new(member, form, by=request.user)
        messages.success(request, "申请已交上去，办到哪一步都在这里看。")
        return redirect(made)
    return _page(request, "new", form, rules.ALLOWED, application=row)


@require_http_methods(METHODS)
def application_enter(request, pk):
    member = _member(request, pk)
    if request.method == "POST" and (running := member.open_application) is not None:
        messages.info(request, f"{member}已有一份申请在办理，没有再登记。")
        return redirect(running)
    require(rules.application_enter(request.user, member))
    kinds = [k for k in Application.Kind if rules.applicable(member, k)]
    row = Application(member=member)
    form = PaperForm(sent(request), instance=row, kinds=kinds)
    if form.is_valid():
        made = services.application_enter(member, form, by=request.user)
        messages.success(request, f"已登记{member}的申请，下一步写小组意见。")
        return redirect(made)
    return _page(request, "enter", form, rules.ALLOWED, member=member)


def _listed(request):
    """The applications that this person may see, as asked for."""
    require(rules.application_list(request.user))
    rows = reporting.applications(request.user)
    found = ApplicationFilter(request.GET, rows, user=request.user)
    return Table(request, "applications", APPLICATIONS, found)


@require_safe
def application_list(request):
    table = _listed(request)
    context = {"table": table, "page": table.page}
    return render(request, "members/application_list.html", context)


@require_safe
def application_export(request):
    return handing.export(
        request,
        _listed(request),
        "会籍申请",
        action="application.exported",
        back=reverse("members:application_list"),
    )


@require_safe
def application_detail(request, pk):
    application = _application(request, pk)
    page = reporting.application_page(application, request.user)
    context = {"application": application, "page": page}
    return render(request, "members/application_detail.html", context)


@require_safe
def application_print(request, pk):
    application = _application(request, pk)
    member = _member(request, application.member_id)
    context = {"application": application, "member": member, "office": Office.load()}
    return render(request, "members/application_print.html", context)


@require_http_methods(METHODS)
def application_advise(request, pk):
    application = _application(request, pk)
    ruling = rules.application_advise(request.user, application)
    form = AdviseForm(sent(request))
    if in_time(request, ruling) and form.is_valid():
        services.application_advise(application, by=request.user, **form.cleaned_data)
        messages.success(request, "小组意见已送工会批准。")
        return redirect(application)
    return _page(request, "advise", form, ruling, application=application)


@require_http_methods(METHODS)
def application_decide(request, pk):
    application = _application(request, pk)
    member = _member(request, application.member_id)
    ruling = rules.application_decide(request.user, application, member)
    form = DecideForm(sent(request), application=application, member=member)
    if in_time(request, ruling) and form.is_valid():
        services.application_decide(application, by=request.user, **form.cleaned_data)
        messages.success(request, f"{application}：{application.get_state_display()}。")
        return redirect(application)
    more = {"application": application, "member": member}
    return _page(request, "decide", form, ruling, **more)


@require_POST
def application_withdraw(request, pk):
    application = _application(request, pk)
    require(rules.application_withdraw(request.user, application))
    services.application_withdraw(application, by=request.user)
    messages.success(request, "申请已撤回。需要时可以重新申请。")
    return redirect(application)
