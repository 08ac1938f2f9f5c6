"""The triggers that keep the audit trail append-only, for both engines."""

SQLITE = (
    """CREATE TRIGGER audit_no_update BEFORE UPDATE ON members_auditentry
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END""",
    """CREATE TRIGGER audit_no_delete BEFORE DELETE ON members_auditentry
    BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END""",
)
POSTGRESQL = (
    """CREATE OR REPLACE FUNCTION audit_is_append_only() RETURNS trigger AS $$
    BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END $$ LANGUAGE plpgsql""",
    """CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON members_auditentry
    FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()""",
    """CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON members_auditentry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()""",
)
DROP = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS audit_no_update",
        "DROP TRIGGER IF EXISTS audit_no_delete",
    ),
    "postgresql": (
        "DROP TRIGGER IF EXISTS audit_no_change ON members_auditentry",
        "DROP TRIGGER IF EXISTS audit_no_truncate ON members_auditentry",
    ),
}
CREATE = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


def put_up(connection):
    """Create the triggers."""
    _run(connection, CREATE)


def take_down(connection):
    """Drop the triggers: for a migration's way back, and for the flush of a test."""
    _run(connection, DROP)


def _run(connection, statements):
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)
