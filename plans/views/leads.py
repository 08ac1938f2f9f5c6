"""Pages where leads say whether they do it again."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from members.rules import require
from plans.forms.plans import ReasonForm
from plans.models import LeadRequest
from plans.reporting import leads as reporting
from plans.rules import leads as rules
from plans.services import leads as services

YES, NO = LeadRequest.State.YES, LeadRequest.State.NO


def find(request, pk):
    """A question that was put to this very person."""
    rows = LeadRequest.objects.with_names().of_member(request.user.member_id)
    return get_object_or_404(rows, pk=pk)


@require_safe
def lead_list(request):
    page = reporting.page(request.user, "declined" in request.GET)
    return render(request, "plans/lead_list.html", page)


@require_POST
def lead_confirm(request, pk):
    asked = find(request, pk)
    require(rules.lead_answer(request.user, asked, YES))
    services.lead_confirm(asked, by=request.user)
    messages.success(request, f"已确认由你负责「{asked.activity}」。")
    return redirect("plans:lead_list")


@require_http_methods(["GET", "HEAD", "POST"])
def lead_decline(request, pk):
    asked = find(request, pk)
    require(rules.lead_answer(request.user, asked, NO))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.lead_decline(asked, by=request.user, why=form.cleaned_data["why"])
        messages.success(request, "已告诉工会办公室，会另定负责人。")
        return redirect("plans:lead_list")
    page = {"form": form, "asked": asked}
    return render(request, "plans/lead_decline.html", page)
