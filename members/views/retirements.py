"""Who retires when."""

import datetime

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from members import handing, listcolumns, reporting, retiring, rules
from members.filters import RetirementFilter
from members.rules import require
from unionoffice.lists import Table


def _due(request):
    """Who is due by the filter of this request."""
    rows = reporting.roster(request.user)
    found = RetirementFilter(request.GET, rows, today=timezone.localdate())
    due = retiring.retirements(found.qs, *found.span)
    return Table(
        request, "retirements", listcolumns.retirement_columns(), found, rows=due
    )


@require_safe
def retirement_list(request):
    require(rules.retirement_list(request.user))
    table = _due(request)
    rows, today = reporting.roster(request.user), timezone.localdate()
    past = len(retiring.retirement_days(rows, datetime.date.min, today))
    context = {"table": table, "page": table.page, "custom": retiring.CUSTOM}
    context |= {"past": past, "PAST": RetirementFilter.PAST}
    return render(request, "members/retirement_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def retirement_export(request):
    require(rules.retirement_list(request.user))
    return handing.export(
        request,
        _due(request),
        "即将退休",
        action="retirement.exported",
        back=reverse("members:retirement_list"),
        notes=(retiring.CUSTOM,),
    )
