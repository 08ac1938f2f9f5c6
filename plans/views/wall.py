"""The page of twelve months."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from plans import rules
from plans import wall as walls
from plans.forms.filters import WallFilter
from plans.models import Activity


@require_safe
def wall(request):
    today, asked = timezone.localdate(), request.GET
    choice = walls.choose(request.user, today, asked.get("plan"), asked.get("year"))
    rows = Activity.objects.on_wall_of(choice.plan, choice.first, choice.last)
    found = WallFilter(asked, rows.visible_to(request.user).with_names())
    page = {
        "choice": choice,
        "filter": found,
        "wall": walls.lay_out(choice, found.qs, today, asked.get("month")),
        "years": walls.years(choice, today),
        "plans": walls.plans_of_year(choice),
        "categories": walls.legend(),
        "add": rules.activity_new(request.user, choice.plan),
        "import": rules.plan_import(request.user),
        "before": walls.before(choice),
    }
    return render(request, "plans/wall.html", page)
