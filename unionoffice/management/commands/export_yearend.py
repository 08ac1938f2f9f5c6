"""Writes the year-end workbook from the command line."""

import datetime
from pathlib import Path

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from unionoffice.pages import services


class Command(BaseCommand):
    help = "Writes the year-end workbook of a calendar year as .xlsx."

    def add_arguments(self, parser):
        parser.add_argument("year", type=int)
        parser.add_argument("-o", "--output", metavar="FILE", required=True)

    def handle(self, *, year, output, **options):
        if not datetime.MINYEAR < year < datetime.MAXYEAR:
            raise CommandError(f"{year} 不是一个年份。")
        target = Path(output)
        if not target.parent.is_dir():
            raise CommandError(f"没有 {target.parent} 这个文件夹。")
        today = timezone.localdate()
        target.write_bytes(services.year_export(year, by=None, today=today))
        self.stdout.write(f"已写好 {target}")
