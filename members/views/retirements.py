"""Who retires when."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from members import reporting, retiring, rules
from members.filters import RetirementFilter
from members.rules import require


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
