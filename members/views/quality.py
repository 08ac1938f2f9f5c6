"""资料检查: the findings, their export, and settling one."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from members import handing, rules
from members.models import Member
from members.quality.columns import columns
from members.quality.filters import QualityFilter
from members.rules import require
from members.services import lists as services
from unionoffice.lists import Table


def _found(request):
    """The findings as asked for."""
    require(rules.quality_list(request.user))
    rows = Member.objects.visible_to(request.user)
    narrowed = QualityFilter(request.GET, rows, today=timezone.localdate())
    shown = columns(settled=narrowed.settled)
    return Table(request, "findings", shown, narrowed, rows=narrowed.found)


@require_safe
def quality_list(request):
    table = _found(request)
    context = {
        "table": table,
        "page": table.page,
        "counts": table.filter.counts,
        "settle": not table.filter.settled,
    }
    return render(request, "members/quality_list.html", context)


@require_safe
def quality_export(request):
    return handing.export(
        request,
        _found(request),
        "资料检查",
        action="finding.exported",
        back=reverse("members:quality_list"),
    )


@require_POST
def finding_settle(request):
    require(rules.finding_settle(request.user))
    wanted = request.POST.get("digest", "")
    narrowed = QualityFilter({}, Member.objects.kept(), today=timezone.localdate())
    finding = next((one for one in narrowed.found if one.digest == wanted), None)
    if finding is None:
        raise Http404("这一处已经改好，或者别人核对过了。")
    services.finding_settle(finding, by=request.user)
    messages.success(request, f"已记下：{finding.name}的这一处核对过，没有问题。")
    back = request.POST.get("back", "")
    if url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        return redirect(back)
    return redirect("members:quality_list")
