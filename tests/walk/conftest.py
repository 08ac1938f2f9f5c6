"""A real office: quickstart in a folder of its own, served, walked in Chromium."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 20_000  # ms; CI runs two suites at once on two cores
OURS = ("SECRET_KEY", "FIELD_KEY", "FIELD_INDEX_KEY", "OFFICE_DATA", "DATABASE_URL")


@dataclass(frozen=True)
class OfficeServer:
    """A served office: its address, its accounts by role, its environment."""

    address: str
    accounts: dict
    environment: dict

    def manage(self, *words):
        """Run manage.py against this office; returns what it printed."""
        return manage(self.environment, *words)

    def ask(self, expression):
        """What the database of this office says, read behind the server's back."""
        code = f"import json; print(json.dumps({expression}, default=str))"
        return json.loads(self.manage("shell", "-v0", "-c", code))


def manage(environment, *words):
    done = subprocess.run(  # noqa: S603  our own command line
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def bare_environment(folder):
    """The environment of a person at a fresh machine, with a data folder."""
    kept = {k: v for k, v in os.environ.items() if k not in (*OURS, "INTRANET_HTTP")}
    kept.pop("ALLOWED_HOSTS", None)
    return kept | {"OFFICE_DATA": str(folder), "PYTHONUTF8": "1"}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def database_of(name):
    """DATABASE_URL of a fresh database beside the tests' own, or {} on SQLite."""
    url = os.environ.get("DATABASE_URL")
    if not url:
        return {}
    import psycopg

    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return {"DATABASE_URL": url.replace("/postgres?", f"/{name}?")}


@pytest.fixture(scope="session")
def office(tmp_path_factory):
    """An office with the demo school, served for the whole run."""
    folder = tmp_path_factory.mktemp("office")
    environment = bare_environment(folder) | database_of("walk")
    accounts, port = folder / "accounts.json", free_port()
    command = ["quickstart", "--port", str(port), "--accounts", str(accounts)]
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen(  # noqa: S603  our own command line
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=log,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/healthz", server, folder / "server.log")
        people = json.loads(accounts.read_text(encoding="utf-8"))
        by_role = {person["role"]: person for person in people}
        yield OfficeServer(address, by_role, environment)
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for(url, server, log):
    for _ in range(600):
        if server.poll() is not None:
            pytest.fail(log.read_text(encoding="utf-8"))
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310  loopback
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the office did not open: " + log.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium; skipped where there is none, unless CI insists."""
    chromium = shutil.which("chromium")
    if chromium is None:
        if os.environ.get("OFFICE_BROWSER_REQUIRED"):
            pytest.fail("no chromium on this machine")
        pytest.skip("no chromium on this machine")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page_as(browser, office):
    """A function: a fresh page, signed in as a role, on a desk or a phone."""
    contexts = []

    def open_page(role, *, width=1280, height=900):
        context = browser.new_context(
            locale="zh-CN",
            base_url=office.address,
            viewport={"width": width, "height": height},
            accept_downloads=True,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        person = office.accounts[role]
        page.goto("/accounts/login/")
        page.fill("input[name=login]", person["username"])
        page.fill("input[name=password]", person["password"])
        page.locator("form:has(input[type=password]) [type=submit]").click()
        page.wait_for_url(f"{office.address}/")
        return page

    yield open_page
    for context in contexts:
        context.close()
