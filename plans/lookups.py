"""The rows that an address names, for who may see them; for all others there are none."""

from django.shortcuts import get_object_or_404

from plans.models import Activity, Plan, SignupSheet


def plan_or_404(user, pk):
    return get_object_or_404(Plan.objects.visible_to(user).with_people(), pk=pk)


def activity_or_404(user, pk):
    return get_object_or_404(Activity.objects.visible_to(user).with_names(), pk=pk)


def sheet_or_404(user, pk):
    """The sheet of the activity `pk`."""
    activity = activity_or_404(user, pk)
    return get_object_or_404(SignupSheet.objects.with_activity(), activity=activity)
