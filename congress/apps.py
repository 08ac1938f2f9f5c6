"""The staff congress and its proposals."""

from django.apps import AppConfig

from congress import deeds
from members import deeds as trail


class CongressConfig(AppConfig):
    name = "congress"
    verbose_name = "教代会"

    def ready(self):
        from congress import merging, reporting  # both need the models
        from members import merging as members
        from members.reporting import lives

        trail.tell(deeds.NAMES)
        lives.tell(timeline=reporting.timeline)
        members.tell(merging.RELATIONS, merging.own_secondings)
