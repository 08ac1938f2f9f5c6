"""会员统计: the page and its sheets."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from members import reporting, rules
from members.models import Member
from members.rules import require
from members.services import lists as services
from members.statisticsfilter import StatisticsFilter
from unionoffice import xlsx


def _told(request):
    """The filter, and the statistics by it."""
    require(rules.statistics(request.user))
    today, rows = timezone.localdate(), Member.objects.none()
    asked = StatisticsFilter(request.GET, rows, user=request.user, today=today)
    return asked, reporting.statistics(request.user, asked, today)


@require_safe
def statistics(request):
    asked, told = _told(request)
    context = {"filter": asked, "told": told}
    return render(request, "members/statistics.html", context)


@require_safe
def statistics_export(request):
    _, told = _told(request)
    services.statistics_export(
        by=request.user, query=request.GET.urlencode(), count=told.people
    )
    sheets = reporting.statistics_sheets(told)
    return xlsx.response(sheets, f"会员统计_{xlsx.stamp()}.xlsx")
