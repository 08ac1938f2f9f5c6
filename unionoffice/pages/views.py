"""Pages over all apps: workbench, my page, quick find, the year, health."""

from django.contrib.auth.decorators import login_not_required
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from unionoffice.pages import reporting


@require_safe
def home(request):
    today = timezone.localdate()
    return render(request, "home.html", {"todo": reporting.todo(request.user, today)})


@require_safe
def me(request):
    return render(request, "me.html")


@require_safe
def find(request):
    words = request.GET.get("q", "").strip()
    hits = reporting.search(words, request.user) if words else []
    return render(request, "find.html", {"words": words, "hits": hits})


@require_safe
def year(request, year=None):
    return render(request, "year.html")


@require_safe
def year_export(request, year):
    return HttpResponse()


@require_safe
@login_not_required
def healthz(request):
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@login_not_required
def readyz(request):
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except OperationalError:
        return HttpResponse("database", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")
