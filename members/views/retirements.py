"""Who retires when."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from members import reporting, retiring, rules
from members.filters import RetirementFilter
from members.models import Office
from members.rules import require
from members.services import roster as services
from unionoffice import xlsx


def _due(request):
    """The filter, and who is due by it."""
    rows = reporting.roster(request.user)
    found = RetirementFilter(request.GET, rows, today=timezone.localdate())
    return found, retiring.retirements(found.qs, *found.span)


@require_safe
def retirement_list(request):
    require(rules.retirement_list(request.user))
    found, due = _due(request)
    page = Paginator(due, 50).get_page(request.GET.get("page"))
    context = {"filter": found, "page": page, "custom": retiring.CUSTOM}
    return render(request, "members/retirement_list.html", context)


@require_safe
def retirement_export(request):
    require(rules.retirement_list(request.user))
    _, due = _due(request)
    services.retirement_export(
        by=request.user,
        office=Office.load(),
        query=request.GET.urlencode(),
        count=len(due),
    )
    sheet = retiring.sheet(due)
    return xlsx.response([sheet], f"即将退休_{xlsx.stamp()}.xlsx")
