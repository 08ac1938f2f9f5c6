"""The page of twelve months."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plans.models import Plan
from plans.reporting.wall import wall_page


@require_safe
def wall(request):
    try:
        page = wall_page(request.user, request.GET)
    except Plan.DoesNotExist:
        raise Http404 from None
    return render(request, "plans/wall.html", page)
