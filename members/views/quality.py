"""资料检查: the findings, their export, and settling one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from members import rules
from members.models import Member
from members.quality.filters import QualityFilter
from members.quality.sheets import sheet
from members.rules import require
from members.services import lists as services
from unionoffice import xlsx


def _found(request):
    """The filter and the findings by it."""
    require(rules.quality_list(request.user))
    rows = Member.objects.visible_to(request.user)
    narrowed = QualityFilter(request.GET, rows, today=timezone.localdate())
    return narrowed, narrowed.found


@require_safe
def quality_list(request):
    narrowed, found = _found(request)
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    context = {
        "filter": narrowed,
        "page": page,
        "counts": narrowed.counts,
        "settle": not narrowed.settled,
    }
    return render(request, "members/quality_list.html", context)


@require_safe
def quality_export(request):
    _, found = _found(request)
    services.list_export(
        by=request.user,
        title="资料检查",
        query=request.GET.urlencode(),
        count=len(found),
    )
    return xlsx.response([sheet(found)], f"资料检查_{xlsx.stamp()}.xlsx")


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
