"""Those who came rate an activity: once, and nobody knows who said what."""

from django.db import transaction

from plans.models import Attendance, Rating
from unionoffice.states import StateError


@transaction.atomic
def rating_give(attendance, *, stars, words=""):
    """Keep a rating apart from the person; that they rated stands on the attendance.

    There is no entry in the audit trail: beside its moment the row would have a name.
    Raises StateError the second time.
    """
    mine = Attendance.objects.filter(pk=attendance.pk, has_rated=False)
    if mine.update(has_rated=True) != 1:
        raise StateError("你已经评价过这项活动。")
    return Rating.objects.create(activity=attendance.activity, stars=stars, words=words)
