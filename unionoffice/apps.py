"""The roof's apps: the pages over all apps, and the shared admin."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig

from members import deeds as trail
from unionoffice.pages import deeds


class RoofConfig(AppConfig):
    name = "unionoffice"
    verbose_name = "学校工会办公室"

    def ready(self):
        from unionoffice import checks  # noqa: F401  registers the checks

        trail.tell(deeds.NAMES)


class OfficeAdminConfig(AdminConfig):
    default_site = "unionoffice.admin.OfficeSite"
