"""Pages of what was held: records, files, the list and its export."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from members.rules import require
from members.services.exports import exported
from plans import lists, rules, services
from plans.forms.closing import CloseForm
from plans.forms.conflicts import status_of, told
from plans.forms.filters import ActivityFilter
from plans.forms.plans import ReasonForm
from plans.lookups import activity_or_404
from plans.models import Activity, ActivityFile
from unionoffice import files, xlsx
from unionoffice.lists import Table
from unionoffice.states import Conflict

FORM = require_http_methods(["GET", "HEAD", "POST"])


def _activities(request):
    """The activities of this request's filter; of a year from its beginning on."""
    rows = Activity.objects.in_force().visible_to(request.user)
    of_a_year = request.GET.get("year")
    found = ActivityFilter(
        request.GET, rows.by_month() if of_a_year else rows.newest_first()
    )
    columns = lists.activity_columns(request.user, timezone.localdate())
    return Table(
        request,
        "activities",
        columns,
        found,
        rows=found.qs.with_names().with_present(),
        totals=found.qs.happened().sums(),
        summed="合计（已举办的）",
    )


@require_safe
def activity_list(request):
    table = _activities(request)
    page = {
        "table": table,
        "page": table.page,
        "add": rules.activity_new(request.user),
    }
    return render(request, "plans/activity_list.html", page)


@require_safe
def activity_export(request):
    table = _activities(request)
    exported(by=request.user, action="activity.exported", **table.told)
    return xlsx.response([table.sheet("活动记录")], f"活动记录_{xlsx.stamp()}.xlsx")


@FORM
def activity_close(request, pk):
    activity = activity_or_404(request.user, pk)
    require(rules.activity_record(request.user, activity))
    ruling = rules.activity_close(request.user, activity)
    form = CloseForm(request.POST or None, request.FILES or None, activity=activity)
    if request.method != "POST":
        require(ruling)
    elif ruling and form.is_valid():
        try:
            services.activity_close(activity, by=request.user, **form.values())
        except Conflict as conflict:
            page = told(form, conflict) | {"activity": conflict.theirs}
            return render(request, "plans/activity_close.html", page, status=409)
        messages.success(request, form.said)
        return redirect(activity)
    page = {"form": form, "activity": activity, "ruling": ruling}
    return render(request, "plans/activity_close.html", page, status=status_of(ruling))


@FORM
def activity_reopen(request, pk):
    activity = activity_or_404(request.user, pk)
    require(rules.activity_reopen(request.user, activity))
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.activity_reopen(
            activity, by=request.user, why=form.cleaned_data["why"]
        )
        messages.success(request, "记录已打开，改好后请再次完成。")
        return redirect(activity)
    page = {"form": form, "row": activity, "deed": "重新打开记录"}
    return render(request, "plans/deed.html", page)


@require_safe
def activity_file(request, pk):
    stored = get_object_or_404(ActivityFile.objects.select_related("activity"), pk=pk)
    activity_or_404(request.user, stored.activity_id)
    attendees = stored.activity.attendees.all()
    require(rules.activity_file(request.user, stored, attendees))
    return files.send(stored)


@require_safe
def file_small(request, pk):
    """The small picture of a photo; the photo itself where there is none yet."""
    stored = get_object_or_404(ActivityFile.objects.select_related("activity"), pk=pk)
    activity_or_404(request.user, stored.activity_id)
    attendees = stored.activity.attendees.all()
    require(rules.activity_file(request.user, stored, attendees))
    return files.send_small(stored)
