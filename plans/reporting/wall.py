"""What the page of twelve months shows."""

from functools import partial

from django.utils import timezone

from plans import rules
from plans import wall as walls
from plans.forms.filters import WallFilter
from plans.models import Activity

PAPERS = ("a3", "a4")


def wall_page(user, asked):
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
