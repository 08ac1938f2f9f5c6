"""Who retires when."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from members import lists, reporting, retiring, rules
from members.filters import RetirementFilter
from members.rules import require
from members.services.exports import exported
from unionoffice import xlsx
from unionoffice.lists import Table


def _due(request):
    """Who is due by the filter of this request."""
    rows = reporting.roster(request.user)
    found = RetirementFilter(request.GET, rows, today=timezone.localdate())
    due = retiring.retirements(found.qs, *found.span)
    return Table(request, "retirements", lists.retirement_columns(), found, rows=due)


@require_safe
def retirement_list(request):
    require(rules.retirement_list(request.user))
    table = _due(request)
    context = {"table": table, "page": table.page, "custom": retiring.CUSTOM}
    return render(request, "members/retirement_list.html", context)


@require_safe
def retirement_export(request):
    require(rules.retirement_list(request.user))
    table = _due(request)
    exported(by=request.user, action="retirement.exported", **table.told)
    sheet = table.sheet("即将退休", notes=(retiring.CUSTOM,))
    return xlsx.response([sheet], f"即将退休_{xlsx.stamp()}.xlsx")
