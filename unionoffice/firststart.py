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

HEAD = """# Made by `manage.py quickstart`. Keep it secret, keep a copy apart from the
# database: without FIELD_KEY the sealed fields of a backup cannot be read.
"""


def data_folder():
    """Where this office keeps its database, files and secrets."""
    beside_manage = Path(__file__).resolve().parent.parent / ".office"
    return Path(os.environ.get("OFFICE_DATA", beside_manage))


def write_environment(*, demo):
    """Write office.env unless it is there or the environment brings its own key."""
    folder = data_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / "office.env"
    if target.exists() or "SECRET_KEY" in os.environ:
        return
    values = {
        "SECRET_KEY": secrets.token_urlsafe(50),
        "FIELD_KEY": base64.b64encode(os.urandom(32)).decode(),
        "FIELD_INDEX_KEY": base64.b64encode(os.urandom(32)).decode(),
        "INTRANET_HTTP": "1",
        "DEMO": "1" if demo else "0",
    }
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
