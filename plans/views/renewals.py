"""The page where next year's plan is made out of last year's."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from members.rules import require
from plans import rules
from plans.forms.renewals import RenewalDesk
from plans.lookups import plan_or_404
from plans.renewal import renewal_of
from plans.services import renewals as services


@require_http_methods(["GET", "HEAD", "POST"])
def plan_copy(request, pk):
    source = plan_or_404(request.user, pk)
    require(rules.plan_copy(request.user, source))
    desk = RenewalDesk(renewal_of(source), request.POST or None)
    if request.method == "POST" and desk.is_valid():
        plan = services.plan_copy(source, by=request.user, **desk.values())
        messages.success(request, f"「{plan}」已存为草稿，各项负责人会收到确认提醒。")
        return redirect(plan)
    return render(request, "plans/plan_copy.html", {"desk": desk, "plan": source})
