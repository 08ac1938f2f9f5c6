"""People, accounts, who may, who did."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = "会员与账号"

    def ready(self):
        from members import checks, roles  # noqa: F401  registers the checks

        post_migrate.connect(roles.make_groups, dispatch_uid="members.roles")
