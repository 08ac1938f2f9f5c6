"""Pages over all apps: workbench, my page, quick find, the year, health."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from members import idnumber
from members.rules import require
from unionoffice import xlsx
from unionoffice.pages import health, reporting, rules, services
from unionoffice.pages import personal as registry


@require_safe
def home(request):
    bench = reporting.workbench(request.user, timezone.localdate())
    return render(request, "home.html", {"bench": bench})


@require_safe
def todo_count(request):
    """The number beside 待办 as a picture: no page's own queries pay for it, and it
    is there without script. The workbench tells the same in words."""
    count = reporting.todo_count(request.user, timezone.localdate())
    context = {"count": count, "width": 14 + 8 * len(str(count)) if count else 1}
    kind = "image/svg+xml"
    return render(request, "todo_count.svg", context, content_type=kind)


@require_safe
def me(request):
    page = reporting.my_page(request.user, timezone.localdate())
    return render(request, "me.html", {"page": page})


@require_safe
def personal(request):
    context = {"chapters": list(registry.chapters())}
    return render(request, "personal.html", context)


@require_safe
def find(request):
    words = request.GET.get("q", "").replace("\0", "").strip()[:60]
    if idnumber.is_whole(words):
        messages.info(request, "证件号码请在这里查找，号码不会留在网址里。")
        return redirect("members:member_identify")
    kinds = reporting.search(words, request.user) if words else []
    return render(request, "find.html", {"words": words, "kinds": kinds})


@require_safe
def year(request, year=None):
    require(rules.year(request.user))
    today = timezone.localdate()
    page = reporting.year_page(year or today.year, request.user, today)
    may_export = rules.year_export(request.user)
    return render(request, "year.html", {"page": page, "export": may_export})


@require_safe
def year_export(request, year):
    require(rules.year_export(request.user))
    today = timezone.localdate()
    content = services.year_export(year, by=request.user, today=today)
    name = f"{year}年度工会工作统计_{xlsx.stamp()}.xlsx"
    answer = HttpResponse(content, content_type=xlsx.MIME)
    answer.headers["Content-Disposition"] = content_disposition_header(True, name)
    return answer


@require_safe
@login_not_required
def healthz(request):
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@login_not_required
def readyz(request):
    problem = health.problem()
    status = 503 if problem else 200
    return HttpResponse(problem or "ok", status=status, content_type="text/plain")
