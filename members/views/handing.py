"""Lists with personal columns, which go out for a purpose and to somebody."""

from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from members import handing, reporting, retiring, rules
from members.filters import MemberFilter, RetirementFilter
from members.models import Office
from members.rules import require
from members.services import roster as services
from unionoffice import xlsx


@require_http_methods(["GET", "HEAD", "POST"])
def member_hand_out(request):
    require(rules.roster_private(request.user))
    back, private = reverse("members:member_list"), reporting.PRIVATE
    handed, page = handing.asked(request, what="会员名册", private=private, back=back)
    if page:
        return page
    rows = reporting.roster(request.user)
    found = MemberFilter(request.GET, rows, user=request.user)
    sheet = reporting.private_roster(found.qs, request.user)
    services.member_hand_out(
        by=request.user,
        office=Office.load(),
        query=request.GET.urlencode(),
        count=len(sheet.rows),
        **handed,
    )
    marked = handing.marked(sheet, request.user, handed)
    return xlsx.response([marked], f"会员名册_{xlsx.stamp()}.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
def retirement_export(request):
    require(rules.retirement_list(request.user))
    back, private = reverse("members:retirement_list"), retiring.PRIVATE
    handed, page = handing.asked(
        request, what="即将退休名单", private=private, back=back
    )
    if page:
        return page
    rows = reporting.roster(request.user)
    found = RetirementFilter(request.GET, rows, today=timezone.localdate())
    due = retiring.retirements(found.qs, *found.span)
    services.retirement_export(
        by=request.user,
        office=Office.load(),
        query=request.GET.urlencode(),
        count=len(due),
        **handed,
    )
    marked = handing.marked(retiring.sheet(due), request.user, handed)
    return xlsx.response([marked], f"即将退休_{xlsx.stamp()}.xlsx")
