"""The page of twelve months."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from plans.reporting.wall import wall_page


@require_safe
def wall(request):
    return render(request, "plans/wall.html", wall_page(request.user, request.GET))
