"""Visits, health checks, retirees."""

from django.apps import AppConfig

from members import deeds as trail
from welfare import deeds


class WelfareConfig(AppConfig):
    name = "welfare"
    verbose_name = "送温暖"

    def ready(self):
        trail.tell(deeds.NAMES)
        from members import merging as members
        from members.reporting import lists as members_lists
        from welfare import (
            lists,
            merging,  # needs the models
        )

        members.tell(merging.RELATIONS)
        members_lists.tell(lists.entries)
