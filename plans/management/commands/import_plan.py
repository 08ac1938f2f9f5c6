"""Read a plan text: print what is in it, or save it as a draft."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand

from plans import reading, services
from plans.forms.plans import TargetForm
from unionoffice import sandbox

UNREADABLE = "打不开文件 {}：{}；请检查路径和权限。"
LACKING = (
    "保存草稿要同时写明 --year 和 --as-plan，例如 --year 2026 --as-plan 工会计划。"
)
SEVERAL = "文件里有 {} 份计划，请用 --number 说明存哪一份（1 到 {}）。"
SAVED = "已存为草稿：{}（{} 年），活动 {} 条、措施 {} 条、章节 {} 个。"


class _Refusal(Exception):
    """A sentence for standard error; the exit code is 2."""


class Command(BaseCommand):
    requires_system_checks = ()
    help = (
        "Read a plan text (.txt in UTF-8, UTF-16 or GB18030, or .docx). Without options "
        "it prints a summary; nothing is written. Exit code 2 and one sentence on "
        "standard error if the file cannot be read."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="the plan text")
        parser.add_argument(
            "--json",
            action="store_true",
            dest="as_json",
            help="print all that was read as one JSON object",
        )
        parser.add_argument(
            "--year", type=int, help="the year of the plan's first month"
        )
        parser.add_argument("--as-plan", metavar="TITLE", help="save as a draft plan")
        parser.add_argument(
            "--number", type=int, help="which plan of the file to save (the first is 1)"
        )
        parser.add_argument(
            "--start-month",
            type=int,
            choices=range(1, 13),
            metavar="1-12",
            help="the plan's first month (default: that of the first activity)",
        )

    def handle(self, *, file, as_json, year, as_plan, number, start_month, **options):
        try:
            plans = _read(file)
            self._answer(plans, as_json, year, as_plan, number, start_month)
        except _Refusal as refusal:
            self.stderr.write(str(refusal))
            raise SystemExit(2) from None

    def _answer(self, plans, as_json, year, as_plan, number, start_month):
        if as_json:
            self._print(plans)
        elif as_plan or year:
            if not (as_plan and year):
                raise _Refusal(LACKING)
            self._save(_chosen(plans, number), as_plan, year, start_month)
        else:
            self._summary(plans)

    def _print(self, plans):
        self.stdout.write(json.dumps({"plans": plans}, ensure_ascii=False, indent=1))

    def _save(self, draft, title, year, start_month):
        start = start_month or reading.guess_start(draft)
        _check(title, year, start)
        plan = services.plan_import(
            draft, by=None, title=title, year=year, start_month=start
        )
        counts = (len(draft[name]) for name in ("activities", "measures", "sections"))
        self.stdout.write(SAVED.format(plan.title, year, *counts))

    def _summary(self, plans):
        for number, plan in enumerate(plans, start=1):
            self.stdout.write(f"{number}. {plan['title'] or '（没有标题）'}")
            for row in _summary_of(plan):
                self.stdout.write(f"   {row}")


def _read(file):
    try:
        data = Path(file).read_bytes()
    except OSError as error:
        raise _Refusal(UNREADABLE.format(file, error.strerror or error)) from None
    try:
        return sandbox.run(reading.PARSER, data)["plans"]
    except sandbox.Unreadable as refusal:
        raise _Refusal(str(refusal)) from None


def _check(title, year, start_month):
    """What the page would refuse is refused here in the same words."""
    asked = {"title": title, "year": year, "start_month": start_month, "length": 12}
    form = TargetForm(asked)
    for name, words in form.errors.items():
        raise _Refusal(f"{form.fields[name].label}：{words[0]}")


def _chosen(plans, number):
    if number is None and len(plans) > 1:
        raise _Refusal(SEVERAL.format(len(plans), len(plans)))
    if number is not None and not 1 <= number <= len(plans):
        raise _Refusal(SEVERAL.format(len(plans), len(plans)))
    return plans[(number or 1) - 1]


def _summary_of(plan):
    yield (
        f"章节 {len(plan['sections'])} 个，措施 {len(plan['measures'])} 条，"
        f"活动 {len(plan['activities'])} 条，待核对 {len(plan['warnings'])} 处"
    )
    for activity in plan["activities"]:
        months = "、".join(map(str, activity["months"]))
        when = f"{months}月" if months else "未定"
        next_year = "次年" if activity["year_offset"] else ""
        theme = f"（{activity['theme']}）" if activity["theme"] else ""
        yield f"{next_year}{when}  {activity['title']}{theme}"
    for warning in plan["warnings"]:
        yield f"第 {warning['line']} 行：{warning['message']}"
