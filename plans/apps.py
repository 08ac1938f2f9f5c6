"""The year and its intentions."""

from django.apps import AppConfig

from members import deeds as trail
from plans import deeds


class PlansConfig(AppConfig):
    name = "plans"
    verbose_name = "计划与活动"

    def ready(self):
        from members.reporting import lives
        from plans import reporting

        trail.tell(deeds.NAMES)
        lives.tell(timeline=reporting.timeline)
