"""What an uploaded roster would change: heads found, rows read, compared, told."""

import hashlib
import json
from dataclasses import dataclass, field

from members import sealing
from members.columns import (
    DAYS,
    EXAMPLE,
    HEADS,
    PLACES,
    Wrong,
    field_of,
    value_of,
)
from members.models import Department, Member, UnionGroup

HEAD_ROWS = 10
ENDINGS = ("合计", "总计", "填表人", "制表", "审核人", "说明")
LIFE = {*DAYS, "retired_on", "left_union_on"}
SECRET = {"id_number": "已隐去", "phone": "已隐去"}
LABELS = {name: Member._meta.get_field(name).verbose_name for name in HEADS}


@dataclass
class Row:
    """One row of the file and what it means for the roster."""

    number: int
    name: str
    kind: str = "new"  # new, changed, unchanged, error
    values: dict = field(default_factory=dict)
    changes: list = field(default_factory=list)  # (label, old, new)
    problems: list = field(default_factory=list)  # (column, sentence)
    member: object = None


@dataclass
class Preview:
    """A whole sheet: which one, which columns, its rows."""

    sheet: str
    columns: list
    ignored: list
    rows: list
    notes: list

    @property
    def digest(self):
        """What was shown, as one word: another roster or file gives another."""
        shown = [(r.number, r.name, r.kind, r.changes, r.problems) for r in self.rows]
        versions = [r.member and (r.member.pk, r.member.version) for r in self.rows]
        text = json.dumps([shown, versions], default=str)
        return hashlib.sha256(text.encode()).hexdigest()

    def of(self, kind):
        return [row for row in self.rows if row.kind == kind]

    @property
    def counts(self):
        kinds = ("new", "changed", "unchanged", "error")
        return {kind: len(self.of(kind)) for kind in kinds}


class RosterChanged(Exception):
    """The roster is no longer what the preview was compared with."""


class NoHead(Exception):
    """No sheet has a row of headings with 工号 and 姓名."""


def preview(table, *, make_places):
    """Compare a read workbook with the roster; writes nothing.

    `make_places` allows departments and groups that do not exist yet. Raises NoHead.
    """
    for sheet in table["sheets"]:
        head = _find_head(sheet["rows"])
        if head is not None:
            return _preview_sheet(sheet, head, table, make_places)
    raise NoHead


def _find_head(rows):
    """Index of the row of headings: the first that names 工号 and 姓名."""
    for index, (_, cells) in enumerate(rows[:HEAD_ROWS]):
        if {"staff_no", "name"} <= {field_of(cell) for cell in cells}:
            return index
    return None


def _preview_sheet(sheet, head, table, make_places):
    heads = sheet["rows"][head][1]
    fields = [field_of(cell) for cell in heads]
    known = [f for f in fields if f]
    if len(known) != len(set(known)):
        twice = next(LABELS[f] for f in known if known.count(f) > 1)
        raise Wrong(f"有两列都是「{twice}」，请删去一列再上传")
    listed = sheet["rows"][head + 1 :]
    rows = [
        row
        for number, cells in listed
        if not _is_example(cells)
        and (row := _read_row(number, fields, cells)) is not None
    ]
    _compare(rows, make_places)
    others = [s["name"] for s in table["sheets"] if s is not sheet]
    notes = [f"文件里还有工作表「{name}」，没有读取。" for name in others]
    notes += [
        f"第 {number} 行是模板里的示例，没有读取。"
        for number, cells in listed
        if _is_example(cells)
    ]
    return Preview(
        sheet=sheet["name"],
        columns=[LABELS[f] for f in known],
        ignored=[str(c) for c, f in zip(heads, fields, strict=True) if c and not f],
        rows=rows,
        notes=notes,
    )


def _is_example(cells):
    """The row that the template shows how to fill in."""
    return any(isinstance(cell, str) and cell.endswith(EXAMPLE) for cell in cells)


def _read_row(number, fields, cells):
    """The Row of these cells; None for blank rows and what stands below the list."""
    texts = [c for c in cells if isinstance(c, str)]
    given = [c for c, f in zip(cells, fields, strict=True) if f and c is not None]
    if not given or (texts and texts[0].startswith(ENDINGS)):
        return None
    row = Row(number=number, name="")
    for name, cell in zip(fields, cells, strict=True):
        if name is not None:
            _read_cell(row, name, cell)
    row.name = row.values.get("name", "")
    complained = {column for column, _ in row.problems}
    for needed in ("staff_no", "name"):
        if needed not in row.values and LABELS[needed] not in complained:
            row.problems.append((LABELS[needed], "这一格是空的。"))
    return row


def _read_cell(row, name, cell):
    try:
        value = value_of(name, cell)
    except Wrong as problem:
        row.problems.append((LABELS[name], f"{problem}。"))
    else:
        if value not in (None, ""):
            row.values[name] = value


def _compare(rows, make_places):
    places = {
        "department": {d.name: d for d in Department.objects.all()},
        "group": {g.name: g for g in UnionGroup.objects.all()},
    }
    known = {
        m.staff_no: m
        for m in Member.objects.with_places().filter(
            staff_no__in=[r.values["staff_no"] for r in rows if "staff_no" in r.values]
        )
    }
    _find_doubles(rows)
    for row in rows:
        _check_places(row, places, make_places)
        row.member = known.get(row.values.get("staff_no"))
        _check_days(row)
        row.changes = list(_changes(row)) if row.member else []
        if row.problems:
            row.kind = "error"
        elif row.member:
            row.kind = "changed" if row.changes else "unchanged"


def _find_doubles(rows):
    """The same 工号 or ID number twice in the file, or an ID number of another."""
    owners = _owners_of_numbers(rows)
    for name, words in (("staff_no", "工号"), ("id_number", "身份证号")):
        first = {}
        for row in rows:
            value = row.values.get(name)
            if value is None:
                continue
            earlier = first.setdefault(value, row)
            if earlier is not row:
                sentence = f"与第 {earlier.number} 行的{words}相同。"
                row.problems.append((LABELS[name], sentence))
    for row in rows:
        owner = owners.get(sealing.index(row.values.get("id_number", "")))
        if owner and owner.staff_no != row.values.get("staff_no"):
            told = f"这个身份证号已登记在 {owner.name}（{owner.staff_no}）名下。"
            row.problems.append((LABELS["id_number"], told))


def _owners_of_numbers(rows):
    numbers = [
        sealing.index(r.values["id_number"]) for r in rows if "id_number" in r.values
    ]
    found = Member.objects.filter(id_index__in=numbers)
    return {member.id_index: member for member in found}


def _check_days(row):
    """Days that contradict each other, or what stands in the roster."""
    known = {name: getattr(row.member, name) for name in LIFE} if row.member else {}
    days = {name: value for name, value in row.values.items() if name in DAYS}
    for sentence in Member(**known | days).impossible():
        row.problems.append(("日期", sentence))


def _check_places(row, places, make_places):
    for name in PLACES & row.values.keys():
        wanted = row.values[name]
        if wanted in places[name] or make_places:
            continue
        near = [known for known in places[name] if known in wanted or wanted in known]
        hint = (
            f"是不是「{near[0]}」？" if near else "可以勾选自动新建，或先到后台登记。"
        )
        row.problems.append((LABELS[name], f"没有「{wanted}」。{hint}"))


def _changes(row):
    for name, value in row.values.items():
        old = getattr(row.member, name)
        if str(old or "") != str(value):
            if name in SECRET:
                yield LABELS[name], SECRET[name] if old else "", SECRET[name]
            else:
                yield LABELS[name], _spoken(row.member, name), _said(name, value)


def _spoken(member, name):
    """How the page shows what stands in the roster now."""
    column = Member._meta.get_field(name)
    value = column.value_from_object(member) if name not in PLACES else None
    if name in PLACES:
        value = {"department": member.department, "group": member.group}[name]
    return str(dict(column.flatchoices).get(value, value) or "")


def _said(name, value):
    if name in DAYS:
        return f"{value:%Y-%m-%d}"
    return str(dict(Member._meta.get_field(name).flatchoices).get(value, value))
