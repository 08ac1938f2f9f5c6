"""What a member received: the visits, with sums for those who may see them."""

from members.reporting.lives import Benefit
from welfare import rules
from welfare.models import Visit


def benefits(member, user):
    """The visits paid to a member that this person may see."""
    rows = Visit.objects.visible_to(user).done().filter(member=member)
    return [
        Benefit(
            on=visit.visited_on,
            title=str(visit.occasion),
            amount=visit.amount if rules.visit_amount(user, visit) else None,
            url=visit.get_absolute_url(),
        )
        for visit in rows.select_related("occasion")
    ]
