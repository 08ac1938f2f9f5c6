"""The audit trail's triggers are there, on either engine."""

from django.core.checks import Error, Tags, register
from django.db import connection

TRIGGERS = {
    "sqlite": (
        """SELECT count(*) FROM sqlite_master
        WHERE type = 'trigger' AND tbl_name = 'members_auditentry'""",
        2,
    ),
    "postgresql": (
        """SELECT count(*) FROM pg_trigger
        WHERE NOT tgisinternal AND tgrelid = to_regclass('members_auditentry')""",
        2,
    ),
}


@register(Tags.database)
def audit_is_append_only(app_configs=None, databases=None, **kwargs):
    """Once migrated, the table of the audit trail refuses change and removal."""
    if (
        not databases
        or "members_auditentry" not in connection.introspection.table_names()
    ):
        return []
    question, wanted = TRIGGERS[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(question)
        found = cursor.fetchone()[0]
    if found == wanted:
        return []
    return [Error("The audit trail's triggers are missing.", id="members.E001")]
