"""An activity is repeated in other months, or split month by month."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from members.rules import require
from plans import rules, services
from plans.forms.repeating import RepeatForm
from plans.lookups import activity_or_404


@require_http_methods(["GET", "HEAD", "POST"])
def activity_repeat(request, pk):
    activity = activity_or_404(request.user, pk)
    require(rules.activity_repeat(request.user, activity))
    today = timezone.localdate()
    form = RepeatForm(request.POST or None, activity=activity, today=today)
    if request.method == "POST" and form.is_valid():
        to = form.cleaned_data["to"]
        made = services.activity_repeat(activity, by=request.user, to=to)
        messages.success(request, f"「{activity}」又排进了 {len(made)} 个月份。")
        return redirect(activity)
    page = {"form": form, "row": activity, "deed": "在其他月份再办"}
    return render(request, "plans/deed.html", page)


@require_POST
def activity_split(request, pk):
    activity = activity_or_404(request.user, pk)
    require(rules.activity_split(request.user, activity))
    made = services.activity_split(activity, by=request.user)
    messages.success(
        request,
        f"「{activity}」已拆成每月一项，共 {len(made) + 1} 项；预算留在第一项。",
    )
    return redirect(activity)
