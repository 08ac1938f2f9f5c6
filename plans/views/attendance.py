"""Pages of who was there: the desk, the code in the hall, the phone; and ratings."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from members.rules import in_time, require
from plans import hallcode, rules, services
from plans.forms.attendance import MarkForm, RatingForm
from plans.lookups import activity_or_404
from plans.models import Attendance
from plans.reporting import attendance as reporting

FORM = require_http_methods(["GET", "HEAD", "POST"])


@FORM
def attendance_mark(request, pk):
    activity = activity_or_404(request.user, pk)
    require(rules.attendance_mark(request.user, activity))
    form = MarkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        members = form.cleaned_data["members"]
        new = services.attendance_mark(activity, members, by=request.user)
        messages.success(request, marked(members, new))
        return redirect("plans:attendance_mark", pk)
    page = reporting.desk_page(activity) | {"form": form}
    return render(request, "plans/attendance_mark.html", page)


def marked(members, new):
    """Who was marked just now, and who had been before."""
    names = "、".join(str(member) for member in new)
    again = len(members) - len(new)
    told = f"已签到：{names}。" if new else ""
    return f"{told}{again} 人原来已经签到。" if again else told


@require_POST
def attendance_unmark(request, pk):
    rows = Attendance.objects.select_related("activity", "member")
    attendance = get_object_or_404(rows, pk=pk)
    activity = activity_or_404(request.user, attendance.activity_id)
    require(rules.attendance_mark(request.user, activity))
    services.attendance_unmark(attendance, by=request.user)
    messages.success(request, f"已取消 {attendance.member} 的签到。")
    return redirect("plans:attendance_mark", activity.pk)


@require_safe
def attendance_code(request, pk):
    """The page for the hall's screen; it fetches itself anew every few seconds."""
    activity = activity_or_404(request.user, pk)
    require(rules.attendance_mark(request.user, activity))
    token = hallcode.token(pk, hallcode.window(timezone.now()))
    path = reverse("plans:attendance_scan", args=[pk, token])
    page = {
        "activity": activity,
        "picture": hallcode.picture(request.build_absolute_uri(path)),
        "present": activity.attendances.count(),
    }
    return render(request, "plans/attendance_code.html", page)


@FORM
def attendance_scan(request, pk, token):
    """Where the code leads: the member looks, and confirms with one button."""
    activity = activity_or_404(request.user, pk)
    require(rules.attendance_scan(request.user, activity, timezone.localdate()))
    own = reporting.own(activity, request.user)
    page = {"activity": activity, "own": own}
    told = (token, request.POST.get("stamp", ""))
    may_enter = hallcode.admits(pk, *told, request.user.member_id, timezone.now())
    if request.method == "POST" and not own and may_enter:
        how, member = Attendance.How.CODE, request.user.member
        services.attendance_mark(activity, [member], by=request.user, how=how)
        messages.success(request, "已签到。")
        return redirect(activity)
    if may_enter:
        page["stamp"] = hallcode.give_pass(pk, request.user.member_id)
    status = 200 if own or "stamp" in page else 410
    return render(request, "plans/attendance_scan.html", page, status=status)


@FORM
def rating_give(request, pk):
    activity = activity_or_404(request.user, pk)
    own = reporting.own(activity, request.user)
    ruling = rules.rating_give(request.user, activity, own)
    form = RatingForm(request.POST or None)
    page = {"form": form, "activity": activity, "ruling": ruling}
    if in_time(request, ruling) and request.method == "POST" and form.is_valid():
        services.rating_give(own, **form.cleaned_data)
        messages.success(request, "评价已收下，不记名字。")
        return redirect(activity)
    status = 200 if ruling else 409
    return render(request, "plans/rating_give.html", page, status=status)
