"""Pages of a plan's versions: two beside each other, an old one put back."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from members.rules import require
from plans import rules
from plans.lookups import plan_or_404
from plans.services import versions as services
from plans.versions import Archive, chosen, compared


@require_safe
def plan_versions(request, pk):
    plan = plan_or_404(request.user, pk)
    require(rules.plan_write(request.user, plan))
    archive = Archive.of(plan)
    versions = archive.versions()
    old, new = chosen(versions, request.GET)
    page = {
        "plan": plan,
        "versions": versions,
        "old": old,
        "new": new,
        "pairs": compared(archive.snapshot(old), archive.snapshot(new)),
        "restore": rules.plan_restore(request.user, plan),
    }
    return render(request, "plans/plan_versions.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def plan_restore(request, pk, number):
    plan = plan_or_404(request.user, pk)
    require(rules.plan_restore(request.user, plan))
    archive = Archive.of(plan)
    versions = archive.versions()
    if not 1 <= number < len(versions):
        raise Http404
    version, last = versions[number - 1], versions[-1]
    snapshot = archive.snapshot(version)
    if request.method == "POST":
        services.plan_restore(plan, snapshot, by=request.user, number=number)
        messages.success(request, f"草稿已换成{version}的章节和措施。")
        return redirect(plan)
    pairs = compared(archive.snapshot(last), snapshot, with_months=False)
    page = {"plan": plan, "version": version, "pairs": pairs}
    return render(request, "plans/plan_restore.html", page)
