"""The environment of a first start: secrets in a file that only the owner reads.

Imports no settings: they cannot load before this file has done its work.
"""

import base64
import getpass
import os
import secrets
import subprocess
import sys
from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent
HEAD = """# Made by `manage.py quickstart`. Keep it secret, keep a copy apart from the
# database: without FIELD_KEY the sealed fields of a backup cannot be read.
"""


def data_folder():
    """Where this office keeps its database, files and secrets."""
    environ.Env.read_env(BASE_DIR / ".env")
    return Path(os.environ.get("OFFICE_DATA", BASE_DIR / ".office"))


def has_environment():
    """Whether settings will find their secrets."""
    written = (data_folder() / "office.env").exists()
    return written or "SECRET_KEY" in os.environ


def new_secrets():
    """Fresh random values of all that settings insist on."""
    return {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "FIELD_KEY": base64.b64encode(os.urandom(32)).decode(),
        "FIELD_INDEX_KEY": base64.b64encode(os.urandom(32)).decode(),
    }


def lend_environment():
    """Secrets for this process alone: reading a file seals and signs nothing."""
    if not has_environment():
        os.environ.update(new_secrets())


def write_environment(*, demo):
    """Write office.env unless it is there or the environment brings its own key."""
    folder = data_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if has_environment():
        return
    target = folder / "office.env"
    values = {**new_secrets(), "INTRANET_HTTP": "1", "DEMO": "1" if demo else "0"}
    text = HEAD + "".join(f"{name}={value}\n" for name, value in values.items())
    write_private(target, text)


def write_private(path, text):
    """Write a file that only its owner can read; never over an existing one."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    if sys.platform == "win32":  # pragma: no cover  POSIX modes mean nothing there
        grant = f"{getpass.getuser()}:F"
        command = ["icacls", str(path), "/inheritance:r", "/grant:r", grant]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
