"""A new initial password for one account, where nobody is left who may reset it."""

from django.core.management import BaseCommand, CommandError

from members.models import User
from members.services import accounts as services


class Command(BaseCommand):
    help = (
        "Gives an account a new initial password and prints it: for the only chair, "
        "whose password no other account may reset."
    )

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *, username, **options):
        account = User.objects.named(username)
        if account is None:
            raise CommandError(f"没有「{username}」这个账号。")
        slip = services.account_reset(account, by=None)
        self.stdout.write(f"用户名：{slip.username}    初始密码：{slip.password}")
