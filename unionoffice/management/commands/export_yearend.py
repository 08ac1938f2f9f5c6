"""Writes the year-end workbook from the command line."""

import datetime
from pathlib import Path

from django.core.management import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from members import audit
from members.models import Office
from unionoffice import xlsx, yearend


class Command(BaseCommand):
    help = "Writes the year-end workbook of a calendar year as .xlsx."

    def add_arguments(self, parser):
        parser.add_argument("year", type=int)
        parser.add_argument("-o", "--output", metavar="FILE", required=True)

    def handle(self, *, year, output, **options):
        if not datetime.MINYEAR < year < datetime.MAXYEAR:
            raise CommandError(f"{year} 不是一个年份。")
        today = timezone.localdate()
        sheets = yearend.sheets(year, made_by="命令行", today=today)
        target = Path(output)
        if not target.parent.is_dir():
            raise CommandError(f"没有 {target.parent} 这个文件夹。")
        with transaction.atomic():
            xlsx.save(sheets, target)
            audit.record(None, "year.exported", Office.load(), year=year)
        self.stdout.write(f"{target}：{len(sheets)} 张表")
