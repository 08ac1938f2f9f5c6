"""Read a roster's file: print what it would change, or write it."""

import hashlib
import json
from pathlib import Path

from django.core.management.base import BaseCommand

from members import columns, importing
from members.models import HeadMapping
from members.services import imports as services
from unionoffice import sandbox

UNREADABLE = "打不开文件 {}：{}；请检查路径和权限。"
NO_HEAD = "没有找到表头：要有「姓名」，还要有「工号」「身份证号」或「出生日期」，写在前 15 行里。"
CHANGED = "没有导入：刚才有人改了名册，请再运行一次。"
SUMMARY = "工作表「{}」：新增 {new} 人，更新 {changed} 人，没有变化 {unchanged} 人，有问题 {error} 行。"


class _Refusal(Exception):
    """A sentence for standard error; the exit code is 2."""


class Command(BaseCommand):
    requires_system_checks = ()
    help = (
        "Read a roster (.xlsx, .xls, .xlsb, .ods, .csv). Without --apply nothing is "
        "written. Exit code 2 and one sentence on standard error if it cannot be read."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", help="the roster")
        parser.add_argument("--json", action="store_true", dest="as_json")
        parser.add_argument(
            "--apply", action="store_true", help="write it, in one transaction"
        )
        parser.add_argument("--sheet", default="", help="the sheet to read")
        parser.add_argument(
            "--make-places",
            action="store_true",
            help="make departments and groups that do not exist yet",
        )
        parser.add_argument(
            "--ticked",
            action="store_true",
            help="write the rows in doubt too: they were looked at",
        )

    def handle(self, *, file, as_json, sheet, **options):
        try:
            if options["apply"]:
                founds = [_applied(file, sheet, options)]
            else:
                founds = _read(file, sheet, options["make_places"])
        except _Refusal as refusal:
            self.stderr.write(str(refusal))
            raise SystemExit(2) from None
        if as_json:
            told = {"sheets": [_as_json(found) for found in founds]}
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=1))
        else:
            for found in founds:
                self._summary(found)

    def _summary(self, found):
        self.stdout.write(SUMMARY.format(found.sheet, **found.counts))
        for row in found.rows:
            for label, words in (*row.problems, *row.doubts):
                where = f"第 {row.number} 行 {row.name}"
                self.stdout.write(f"   {where}：{found.heading(label)}：{words}")


def _data(file):
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise _Refusal(UNREADABLE.format(file, error.strerror or error)) from None


def _table(data, file):
    try:
        return services.read_file(data, name=Path(file).name)
    except sandbox.Unreadable as refusal:
        raise _Refusal(str(refusal)) from None


def _read(file, sheet, make_places):
    """The Preview of the named sheet, or of each that is not hidden."""
    table = _table(_data(file), file)
    remembered = HeadMapping.objects.by_shape()
    try:
        asked = importing.Asked(remembered=remembered)
        found = importing.headed(table, asked)
        seen = [s["name"] for s, _ in found if not s["hidden"]]
        return [
            importing.preview(
                table,
                make_places=make_places,
                asked=importing.Asked(name, remembered=remembered),
            )
            for name in ([sheet] if sheet else seen or [""])
        ]
    except importing.NoHead:
        raise _Refusal(NO_HEAD) from None
    except columns.Wrong as problem:
        raise _Refusal(f"{problem}。") from None


def _applied(file, sheet, options):
    data = _data(file)
    try:
        return services.roster_apply(
            _table(data, file),
            name=Path(file).name,
            sha256=hashlib.sha256(data).hexdigest(),
            make_places=options["make_places"],
            asked=importing.Asked(sheet, remembered=HeadMapping.objects.by_shape()),
            ticked=options["ticked"],
        )
    except importing.NoHead:
        raise _Refusal(NO_HEAD) from None
    except importing.RosterChanged:
        raise _Refusal(CHANGED) from None
    except columns.Wrong as problem:
        raise _Refusal(f"{problem}。") from None


def _as_json(found):
    """The sheet as the issue wants it; "doubts" besides where there are any."""
    doubts = [
        {"row": row.number, "column": found.heading(label), "message": words}
        for row in found.doubted
        for label, words in row.doubts
    ]
    return ({"doubts": doubts} if doubts else {}) | {
        "name": found.sheet,
        "head_row": found.head.number,
        "mapping": {
            head: "joined_union" if field == "joined_union_on" else field
            for head, field in found.head.mapping.items()
        },
        "rows": len(found.rows),
        **{kind: found.counts[kind] for kind in ("new", "changed", "unchanged")},
        "errors": [
            {"row": row.number, "column": found.heading(label), "message": words}
            for row in found.rows
            for label, words in row.problems
        ],
        "skipped": [{"row": n, "reason": reason} for n, reason in found.skipped],
        "people": [_person(row) for row in found.rows if row.kind != "error"],
    }


def _person(row):
    return {
        "row": row.number,
        "staff_no": row.told("staff_no"),
        "name": row.name,
        "sex": row.told("sex"),
        "birth_date": row.told_day("birth_date"),
        "phone": row.told("phone"),
        "department": row.told("department"),
        "group": row.told("group"),
        "joined_union": row.told_day("joined_union_on"),
        "employment": row.said("employment"),
    }
