"""The year and its intentions."""

from django.apps import AppConfig

from members import deeds as trail
from plans import deeds


class PlansConfig(AppConfig):
    name = "plans"
    verbose_name = "计划与活动"

    def ready(self):
        from members import merging as members
        from members.reporting import lives
        from plans import merging, reporting  # both need the models

        trail.tell(deeds.NAMES)
        lives.tell(timeline=reporting.timeline)
        members.tell(merging.RELATIONS)
