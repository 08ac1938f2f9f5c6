"""The office as the README serves it: behind a TLS proxy, with production settings."""

import http.client
import re
import shlex
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from members import triggers
from tests.walk.conftest import ROOT, bare_environment, free_port, manage, wait_for
from unionoffice import checks

HTTPS = {"X-Forwarded-For": "203.0.113.7", "X-Forwarded-Proto": "https"}


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    """An empty office, served with the command line that the README gives."""
    folder = tmp_path_factory.mktemp("production")
    environment = bare_environment(folder / "office")
    manage(environment, "quickstart", "--no-serve", "--empty")
    environment |= {"INTRANET_HTTP": "0", "PROXIES": "1"}
    port, log = free_port(), folder / "server.log"
    with log.open("w") as file:
        server = subprocess.Popen(  # noqa: S603  our own command line
            serving(port), cwd=ROOT, env=environment, stdout=file, stderr=file
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz", server, log)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=20)


def serving(port):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    line = re.search(r"^\.venv/bin/waitress-serve (.*)$", readme, re.MULTILINE)[1]
    words = shlex.split(line.replace("127.0.0.1:8000", f"127.0.0.1:{port}"))
    return [sys.executable, "-m", "waitress", *words]


def asked(port, address, headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", address, headers={"Host": "localhost"} | headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def test_plain_http_is_sent_to_https(port):
    answer = asked(port, "/accounts/login/", {"X-Forwarded-Proto": "http"})

    assert answer.status == 301
    assert answer.headers["Location"] == "https://localhost/accounts/login/"


def test_behind_the_proxy_the_login_opens_with_every_header(port):
    answer = asked(port, "/accounts/login/", HTTPS)

    assert answer.status == 200
    assert answer.headers["Strict-Transport-Security"] == (
        "max-age=31536000; includeSubDomains; preload"
    )
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_cookies_belong_to_this_host_and_to_tls(port):
    answer = asked(port, "/accounts/login/", HTTPS)

    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-csrf=")
    assert {"Secure", "HttpOnly", "SameSite=Lax"} <= set(cookie.split("; "))


@pytest.mark.parametrize("address", ["/nothing-here/", "/members/1/"])
def test_refusals_carry_the_policy_too(port, address):
    answer = asked(port, address, HTTPS)

    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_demo_does_not_open_to_the_world(settings):
    settings.DEMO, settings.SECURE = True, True

    (problem,) = checks.demo_stays_at_home(databases=["default"])

    assert problem.id == "office.E009"


@pytest.mark.parametrize(("host", "number"), [("localhost", 0), ("union.example", 1)])
def test_a_debugger_is_for_this_machine_alone(settings, host, number):
    settings.DEBUG, settings.ALLOWED_HOSTS = True, [host]

    assert len(checks.debugging_stays_at_home()) == number


def test_an_office_without_audit_triggers_does_not_open(db):
    triggers.take_down(connection)  # the test's own transaction puts them back

    with pytest.raises(ImproperlyConfigured, match="triggers are missing"):
        checks.refuse_to_start()
