"""From nothing to an open office, and again."""

import json
import socket
import stat
import subprocess
import sys

import pytest

from tests.walk.conftest import ROOT, bare_environment, manage


@pytest.fixture
def environment(tmp_path):
    return bare_environment(tmp_path / "office")


def run(environment, *words):
    return subprocess.run(  # noqa: S603  our own command line
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def test_first_start_makes_an_office_and_the_second_keeps_it(environment, tmp_path):
    accounts = tmp_path / "accounts.json"

    first = manage(environment, "quickstart", "--no-serve", "--accounts", str(accounts))
    made = json.loads(accounts.read_text(encoding="utf-8"))
    second = manage(
        environment, "quickstart", "--no-serve", "--accounts", str(accounts)
    )

    secrets = tmp_path / "office" / "office.env"
    assert stat.S_IMODE(secrets.stat().st_mode) == 0o600
    assert "http://127.0.0.1:8000/" in first
    assert {"chair", "committee", "group_leader", "auditor", "handler", "leader"} <= {
        account["role"] for account in made
    }
    assert all(a["username"] in first and a["password"] in first for a in made)
    assert "已有数据，保持不变。" in second
    assert json.loads(accounts.read_text(encoding="utf-8")) == made
    manage(environment, "verify_audit")


def test_an_empty_office_has_one_chair_who_must_change_the_password(environment):
    said = manage(environment, "quickstart", "--no-serve", "--empty")

    assert "工会主席账号：chair" in said
    users = manage(
        environment,
        "shell",
        "-v0",
        "-c",
        "from members.models import User;"
        "print([(u.username, u.must_change_password) for u in User.objects.all()])",
    )
    assert users.strip() == "[('chair', True)]"


def test_demo_accounts_do_not_open_a_real_office(environment):
    manage(environment, "quickstart", "--no-serve")

    refused = run(environment | {"DEMO": "0"}, "check", "--database", "default")
    served = subprocess.run(
        [sys.executable, "-c", "import unionoffice.wsgi"],
        cwd=ROOT,
        env=environment | {"DEMO": "0"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert refused.returncode == 1
    assert "office.E008" in refused.stderr
    assert served.returncode == 1
    assert "demo accounts are active" in served.stderr


def test_a_sample_secret_does_not_open_an_office(environment):
    manage(environment, "quickstart", "--no-serve", "--empty")

    served = subprocess.run(
        [sys.executable, "-c", "import unionoffice.wsgi"],
        cwd=ROOT,
        env=environment | {"SECRET_KEY": "change-me-" * 8},
        capture_output=True,
        text=True,
        check=False,
    )

    assert served.returncode == 1
    assert "SECRET_KEY is short or a sample" in served.stderr


def test_a_taken_port_is_said_in_a_sentence(environment, tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        refused = run(environment, "quickstart", "--port", str(port))

    assert refused.returncode == 1
    assert f"端口 {port} 已被占用" in refused.stderr
    assert not (tmp_path / "office" / "office.sqlite3").exists()


def test_a_plan_text_is_read_where_no_office_is_yet(environment, tmp_path):
    text = tmp_path / "plan.txt"
    text.write_text("工会计划\n三月：\n1、庆祝妇女节\n", encoding="utf-8")

    read = json.loads(manage(environment, "import_plan", str(text), "--json"))

    assert [a["title"] for a in read["plans"][0]["activities"]] == ["庆祝妇女节"]
    assert not (tmp_path / "office").exists()


def test_a_command_that_needs_an_office_says_how_to_make_one(environment):
    refused = run(environment, "export_yearend", "2026", "-o", "year.xlsx")

    assert refused.returncode == 1
    assert refused.stderr.strip() == (
        "这里还没有建立工会办公室。请先运行：python manage.py quickstart"
    )
