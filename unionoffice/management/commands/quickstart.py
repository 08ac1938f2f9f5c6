"""From a fresh checkout to an open office in one command; a second run keeps all."""

import json
import random
import socket
import sys
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.management import BaseCommand, CommandError, call_command
from django.db import transaction
from django.utils import timezone
from waitress import serve

from members import audit, passwords, roles
from members.models import Office, User
from unionoffice import demo, firststart


class Command(BaseCommand):
    help = (
        "Sets up the office (secrets, database, demo school), prints the address and "
        "the accounts, and serves on 127.0.0.1. A second run keeps what is there."
    )

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument(
            "--no-serve", action="store_true", help="set up, print, and stop"
        )
        parser.add_argument(
            "--empty", action="store_true", help="no demo data: one chair account"
        )
        parser.add_argument(
            "--accounts", metavar="FILE", help="write the demo accounts as JSON"
        )

    def handle(self, *, port, no_serve, empty, accounts, **options):
        if not no_serve:
            self.port_is_free(port)
        self.stdout.write("正在准备数据库……")
        call_command("migrate", verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        self.fill(empty=empty or not settings.DEMO)
        call_command("check", databases=["default"], verbosity=0)
        self.tell(port)
        if accounts:
            told = json.dumps(kept_accounts(), ensure_ascii=False, indent=1)
            write_anew(Path(accounts), told)
        if not no_serve:
            self.serve(port)

    def port_is_free(self, port):
        with socket.socket() as probe:
            if sys.platform != "win32":  # there it would share a port in use
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                raise CommandError(
                    f"端口 {port} 已被占用。请关掉占用它的程序，或换一个端口：--port 8001"
                ) from None

    def fill(self, *, empty):
        if User.objects.exists():
            self.stdout.write("已有数据，保持不变。")
        elif empty:
            self.first_chair()
        else:
            self.stdout.write("正在建立演示学校……")
            rng = random.Random(2026)  # noqa: S311  believable, not secret
            keep_accounts(demo.seed(timezone.localdate(), rng))

    @transaction.atomic
    def first_chair(self):
        password = passwords.initial()
        Office.objects.get_or_create(pk=1)
        chair = User.objects.create_user("chair", password)
        chair.groups.set(Group.objects.filter(name=roles.CHAIR))
        audit.record(None, "account.made", chair, roles=roles.CHAIR)
        self.stdout.write(
            f"\n工会主席账号：chair    初始密码：{password}\n"
            "第一次登录会要求改密码。这个密码只显示这一次。"
        )

    def tell(self, port):
        self.stdout.write(f"\n学校工会办公室：http://127.0.0.1:{port}/\n")
        for account in kept_accounts():
            username, password = account["username"], account["password"]
            self.stdout.write(
                f"  {account['name']:　<8}用户名 {username:<10}密码 {password}"
            )

    def serve(self, port):
        from unionoffice.wsgi import application

        self.stdout.write("\n正在运行，按 Ctrl+C 停止。")
        serve(
            application,
            host="127.0.0.1",
            port=port,
            threads=8,
            ident=None,
            max_request_body_size=settings.REQUEST_LIMIT,
        )


def keep_accounts(accounts):
    """Keep the demo passwords beside the database, for the next `quickstart`."""
    target = Path(settings.DATA_DIR) / "demo-accounts.json"
    write_anew(target, json.dumps(accounts, ensure_ascii=False))


def write_anew(target, text):
    """Passwords go into a file that only its owner reads, whatever was there."""
    target.unlink(missing_ok=True)
    firststart.write_private(target, text)


def kept_accounts():
    """The demo accounts whose password is still the one that was made."""
    target = Path(settings.DATA_DIR) / "demo-accounts.json"
    if not (settings.DEMO and target.exists()):
        return []
    accounts = json.loads(target.read_text(encoding="utf-8"))
    users = {user.username: user for user in User.objects.filter(is_demo=True)}
    return [
        account
        for account in accounts
        if account["username"] in users
        and users[account["username"]].check_password(account["password"])
    ]
