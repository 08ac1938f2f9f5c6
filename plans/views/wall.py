"""The page of twelve months, and an item moved on it."""

from functools import partial
from urllib.parse import urlsplit

from django.http import QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from plans import rules
from plans import wall as walls
from plans.forms.filters import WallFilter
from plans.models import Activity

PAPERS = ("a3", "a4")


@require_safe
def wall(request):
    return render(request, "plans/wall.html", drawn(request.user, request.GET))


def drawn(user, asked):
    """What the wall shows to this person, for what is asked in its address."""
    today = timezone.localdate()
    choice = walls.choose(user, today, asked.get("plan"), asked.get("year"))
    rows = Activity.objects.on_wall_of(choice.plan, choice.first, choice.last)
    found = WallFilter(asked, rows.visible_to(user).with_names())
    movable = partial(rules.activity_move, user)
    paper = asked.get("paper")
    return {
        "choice": choice,
        "filter": found,
        "wall": walls.lay_out(
            choice, found.qs, today, asked.get("month"), movable=movable
        ),
        "years": walls.years(choice, today),
        "plans": walls.plans_of_year(choice),
        "categories": walls.legend(),
        "add": rules.activity_new(user, choice.plan),
        "import": rules.plan_import(user),
        "before": walls.before(choice),
        "paper": paper if paper in PAPERS else "",
    }


def moved(request, activity, *, before):
    """The wall as it was asked for, after an item moved; `before` is how it was."""
    asked = QueryDict(urlsplit(request.htmx.current_url or "").query)
    page = drawn(request.user, asked) | {"moved": activity, "before_move": before}
    return render(request, "plans/_wall.html", page)
