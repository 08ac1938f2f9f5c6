"""What must hold before the office opens; `check --deploy` says it, wsgi.py insists."""

import base64
import binascii

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, ProgrammingError, connection

from members.checks import audit_is_append_only
from members.models import User

SAMPLES = ("change-me", "changeme", "insecure", "example", "sample", "test-secret")
HERE = {"127.0.0.1", "localhost", "[::1]"}
PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}


@register(Tags.security, deploy=True)
def secrets_are_real(app_configs=None, **kwargs):
    """No sample secrets, and field keys of 256 bits."""
    problems = [
        Error(f"{name} must be 32 random bytes in base64.", id="office.E002")
        for name in ("FIELD_KEY", "FIELD_INDEX_KEY")
        if _key_length(getattr(settings, name)) != 32
    ]
    key = settings.SECRET_KEY
    if len(key) < 40 or any(word in key.lower() for word in SAMPLES):
        message = "SECRET_KEY is short or a sample; make a random one."
        problems.append(Error(message, id="office.E001"))
    return problems


def _key_length(text):
    """Bytes in the key; 0 for what is not base64 or plainly not random."""
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return 0
    return len(key) if len(set(key)) > 8 else 0


@register(Tags.security, deploy=True)
def walls_stand(app_configs=None, **kwargs):
    """Login is required everywhere and a content policy is set."""
    wanted = {
        "django.contrib.auth.middleware.LoginRequiredMiddleware": "office.E003",
        "csp.middleware.CSPMiddleware": "office.E004",
    }
    return [
        Error(f"{name} is missing from MIDDLEWARE.", id=number)
        for name, number in wanted.items()
        if name not in settings.MIDDLEWARE
    ]


@register(Tags.database)
def sqlite_is_durable(app_configs=None, databases=None, **kwargs):
    """SQLite runs with WAL, FULL and IMMEDIATE, read back from a connection."""
    if not databases or connection.vendor != "sqlite":
        return []
    problems = []
    if settings.DATABASES["default"]["OPTIONS"].get("transaction_mode") != "IMMEDIATE":
        problems.append(Error("SQLite must begin IMMEDIATE.", id="office.E005"))
    with connection.cursor() as cursor:
        for name, wanted in PRAGMAS.items():
            cursor.execute(f"PRAGMA {name}")
            found = cursor.fetchone()[0]
            if found != wanted:
                message = f"SQLite {name} is {found}, not {wanted}."
                problems.append(Error(message, id="office.E006"))
        cursor.execute("PRAGMA busy_timeout")
        if cursor.fetchone()[0] < 5000:
            problems.append(
                Error("SQLite busy_timeout is too short.", id="office.E007")
            )
    return problems


@register(Tags.database)
def demo_stays_at_home(app_configs=None, databases=None, **kwargs):
    """Demo accounts exist only where quickstart made them: never behind TLS."""
    if settings.DEMO and settings.SECURE:
        message = "DEMO is on in an office that serves the world; take it out."
        return [Error(message, id="office.E009")]
    if settings.DEMO or not databases:
        return []
    try:
        found = User.objects.filter(is_demo=True, is_active=True).count()
    except (OperationalError, ProgrammingError):  # before the first migrate
        return []
    if not found:
        return []
    message = f"{found} demo accounts are active; this is not a demo office."
    return [Error(message, id="office.E008")]


@register(Tags.security, deploy=True)
def debugging_stays_at_home(app_configs=None, **kwargs):
    """Pages of a debugger tell secrets: they are for this machine alone."""
    if settings.DEBUG and not HERE.issuperset(settings.ALLOWED_HOSTS):
        return [Error("DEBUG is on for hosts beyond this one.", id="office.E010")]
    return []


def refuse_to_start():
    """Raise ImproperlyConfigured if any of the checks above finds an error."""
    found = [
        *secrets_are_real(),
        *walls_stand(),
        *debugging_stays_at_home(),
        *sqlite_is_durable(databases=["default"]),
        *audit_is_append_only(databases=["default"]),
        *demo_stays_at_home(databases=["default"]),
    ]
    if found:
        raise ImproperlyConfigured(" ".join(str(problem.msg) for problem in found))
