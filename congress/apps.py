"""The staff congress and its proposals."""

from django.apps import AppConfig

from congress import deeds
from members import deeds as trail


class CongressConfig(AppConfig):
    name = "congress"
    verbose_name = "教代会"

    def ready(self):
        trail.tell(deeds.NAMES)
        from congress import merging  # needs the models
        from members import merging as members

        members.tell(merging.RELATIONS, merging.own_secondings)
