"""Fills an empty database with the demo school."""

import json
import random

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from unionoffice import demo


class Command(BaseCommand):
    help = "Fills an empty database with the demo school; prints its accounts as JSON."

    def add_arguments(self, parser):
        parser.add_argument("--seed", type=int, default=2026)

    def handle(self, *, seed, **options):
        if not settings.DEMO:
            raise CommandError("DEMO 没有打开：演示账号只能放在演示系统里。")
        try:
            accounts = demo.seed(timezone.localdate(), random.Random(seed))  # noqa: S311
        except demo.NotEmpty:
            raise CommandError("数据库里已经有账号，不能再放演示数据。") from None
        self.stdout.write(json.dumps(accounts, ensure_ascii=False, indent=1))
