"""Visits, health checks, retirees."""

from django.apps import AppConfig

from members import deeds as trail
from welfare import deeds


class WelfareConfig(AppConfig):
    name = "welfare"
    verbose_name = "送温暖"

    def ready(self):
        from members import merging as members
        from members.reporting import lists as members_lists
        from members.reporting import lives
        from welfare import benefits, entries, merging, reporting  # all need the models

        trail.tell(deeds.NAMES)
        lives.tell(timeline=reporting.timeline, benefits=benefits.benefits)
        members.tell(merging.RELATIONS)
        members_lists.tell(entries.entries)
