"""What is to be done every day: reminders. One line in cron or the task planner."""

import datetime

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from congress.services import reminders as congress

PARTS = (("教代会", congress.remind),)


class Command(BaseCommand):
    help = (
        "Tells the reminders of the day. May run again on the same day: nobody is told "
        "the same twice. Exit code 0, and 1 for a day that cannot be read."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--day", metavar="YYYY-MM-DD", help="another day than today"
        )

    def handle(self, *, day=None, **options):
        try:
            today = datetime.date.fromisoformat(day) if day else timezone.localdate()
        except ValueError:
            raise CommandError(f"看不懂日期 {day}，请写成 2026-03-08。") from None
        for name, remind in PARTS:
            self.stdout.write(f"{name}：新提醒 {remind(today)} 条")
