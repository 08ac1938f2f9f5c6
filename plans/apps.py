"""The year and its intentions."""

from django.apps import AppConfig

from members import deeds as trail
from plans import deeds


class PlansConfig(AppConfig):
    name = "plans"
    verbose_name = "计划与活动"

    def ready(self):
        trail.tell(deeds.NAMES)
        from members import merging as members
        from plans import merging  # needs the models

        members.tell(merging.RELATIONS)
