"""The year and its intentions."""

from django.apps import AppConfig

from members import deeds as trail
from plans import deeds


class PlansConfig(AppConfig):
    name = "plans"
    verbose_name = "计划与活动"

    def ready(self):
        trail.tell(deeds.NAMES)
