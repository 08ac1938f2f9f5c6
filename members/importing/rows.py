"""The rows of a sheet under its headings: read, or passed over with a reason."""

import re
from dataclasses import dataclass, field

from django.utils import timezone

from members import columns, idnumber, phones
from members.importing import values
from members.importing.days import spoken
from members.importing.heads import KEYS
from members.importing.values import Wrong
from members.models import Member

LABELS = columns.ASIDE_LABELS | {
    name: Member._meta.get_field(name).verbose_name for name in columns.HEADS
}
# What stands below a list, at the start of a row.
TOTALS = re.compile(r"(合计|总计|小计|共计|总人数)(人数)?(\W|\d|$)")
BELOW = re.compile(
    r"(填表|制表|制单|填报|报送|审核|审批|复核|签字|签名|签章|盖章|公章"
    r"|负责人|经办|分管|工会主席|主席|校长|书记|联系人|联系电话|说明|注|附注|备注|单位|日期|时间|打印"
    r")(人|日期|时间|单位|意见)?\s*([(（][^)）]*[)）])?\s*([:：。．、]|$|\s|\d)|共\s*\d+\s*[人名]"
)
SIGNED = re.compile(
    r"(填表|制表|填报|审核|审批|复核|经办|负责)人?\s*([(（][^)）]*[)）])?\s*[:：]"
    r"|[(（]?(签字|签名|签章|盖章)[)）]?\s*[:：]|^[(（](签字|签名|签章|盖章)[)）]$"
)
# What stands alone above a part of the list: 一、语文组, 数学组（12人）.
SECTION = re.compile(
    r"[(（]?[一二三四五六七八九十]{1,3}[)）]?\s*[、.．:：)）]\s*.{1,20}"
    r"|.{1,18}(组|部|处|室|中心|分工会)([(（]?\s*共?\s*\d+\s*[人名][)）]?)?"
)
RESIDENT = re.compile(r"\d{17}[\dX]")
PHONES = re.compile(r"\d{7}\D*[/,，、;；|\s]\D*\d[\d\s-]{6}")
NO_CHILD = re.compile(r"无|没有|未育|0(\.0)?|-*|\*+|/")
UNSAID = {
    "employment": "没有说明是哪种用工形式",
    "work_status": "没有说明是退休、借调还是调出",
}
NOT_IN = {"否", "非会员", "未入会", "不是", "申请中", "无"}
LEFT = {"已转出", "转出", "已退会", "退会", "自动退会", "开除", "已开除", "已故"}
MAIN = (
    "staff_no",
    "sex",
    "birth_date",
    "phone",
    "department",
    "group",
    "title",
    "joined_union_on",
)
HIDDEN = "已隐去"
MASKS = {
    "phone": phones.masked,
    "id_number": idnumber.masked,
    **dict.fromkeys(
        ("children", "address", "emergency_name", "emergency_phone"),
        lambda text: HIDDEN if text else "",
    ),
}
FUTURE_IS_FINE = {"retired_on"}


# Columns with few different texts, each of which is read once.
REPEATED = {"sex", "ethnicity", "department", "group", "post", "post_kind", "title"}
REPEATED |= {"education", "politics", "employment", "work_status", "membership"}
REPEATED |= {"marriage"}


@dataclass(slots=True)
class Row:
    """One row of the file and what it means for the roster.

    `problems` keep it out, `doubts` are to be ticked, `remarks` are to be read; each
    is a pair of the column and a sentence.
    """

    number: int
    name: str
    kind: str = "new"  # new, changed, unchanged, error
    values: dict = field(default_factory=dict)
    days: dict = field(default_factory=dict)  # {field: Day}, as far as known
    changes: list = field(default_factory=list)  # (label, old, new)
    problems: list = field(default_factory=list)
    doubts: list = field(default_factory=list)
    remarks: list = field(default_factory=list)
    derived: set = field(default_factory=set)  # fields that the ID number told
    kept: set = field(default_factory=set)  # fields in which the roster knows more
    new_places: dict = field(default_factory=dict)  # departments, groups to be made
    member: object = None
    cells: list = field(default_factory=list)

    @property
    def written(self):
        """{field: value} of what goes into the roster."""
        if not self.kept:
            return self.values
        return {f: value for f, value in self.values.items() if f not in self.kept}

    def told(self, name):
        """A value as far as it is known: 1980-05 where the day is not."""
        if name in self.days:
            return self.days[name].text
        return self.values.get(name, "")

    def told_day(self, name):
        """A day as text, as far as it is known; "" without one."""
        return str(self.told(name) or "")

    def said(self, name):
        """How the page shows what the file says; of numbers only their mask."""
        value = self.told(name)
        if name in MASKS:
            return MASKS[name](value)
        if name in columns.DAYS and value:
            return spoken(value)
        return str(dict(Member._meta.get_field(name).flatchoices).get(value, value))

    @property
    def main(self):
        """(label, words) of what a new row brings, in short."""
        names = [name for name in MAIN if name in self.values]
        names += [name for name in self.values if name in LABELS and name not in MAIN]
        return [(LABELS[n], self.said(n)) for n in names if n != "name"]


def read(sheet, head, *, since_1904, tell):
    """(rows, skipped as (number, reason)) below the headings.

    `tell("rows", done, total)` is called every thousand rows.
    """
    reader = _Reader(sheet, head, since_1904)
    wide = {m[0] for m in sheet["merged"] if m[3] - m[1] >= 2 and m[0] == m[2]}
    rows, skipped = [], []
    below = sheet["rows"][head.last + 1 :]
    for done, (number, cells) in enumerate(below):
        if done % 1000 == 0:
            tell("rows", done, len(below))
        if reason := reader.passed_over(cells, number in wide):
            skipped.append((number, reason))
        else:
            rows.append(reader.row(number, cells))
    return rows, skipped


class _Reader:
    """Makes rows of cells; knows what the whole sheet says about each."""

    def __init__(self, sheet, head, since_1904):
        self.named = [
            (column, name, {} if name in REPEATED or name in columns.DAYS else None)
            for column, name in enumerate(head.fields)
            if name
        ]
        self.head, self.since_1904 = head, since_1904
        self.filled = _filled_down(sheet, head)
        self.hidden = set(sheet["hidden_rows"])
        self.today = timezone.localdate()
        self.names = set(head.names) - {""}

    def passed_over(self, cells, is_wide):
        """Why this row is nobody's, or ""."""
        told = {f: cells[n] for n, f, _ in self.named if cells[n]}
        texts = [cell for cell in cells if isinstance(cell, str)]
        if str(told.get("name", "")).endswith(columns.EXAMPLE):
            return "模板里的示例"
        first = texts[0] if texts else ""
        if _is_below(first, told):
            return f"名单下面的「{first[:12]}」"
        if "id_number" not in told and any(SIGNED.search(text) for text in texts):
            return "签字、填表的一行"
        if len(self.names.intersection(texts)) >= 2:
            return "重复的表头"
        if is_wide and len(told) < 2:
            return f"合并成一行的「{_joined(first)[:12]}」" if first else "合并成一行"
        if len(told) < 2 and SECTION.fullmatch(_joined(first)):
            return f"小标题「{_joined(first)[:12]}」"
        if len(told) < 2 and told.keys().isdisjoint(("name", "staff_no", "id_number")):
            return "没有姓名，也没有工号"
        return ""

    def row(self, number, cells):
        row = Row(number=number, name="", cells=cells)
        down = self.filled.get(number)
        if down:
            cells = [down.get(column, cell) for column, cell in enumerate(cells)]
            row.cells = cells
        self._read_cells(row, cells)
        for column, value in (down or {}).items():
            told = f"合并的单元格，按「{value}」填写。"
            row.remarks.append((LABELS[self.head.fields[column]], told))
        if number in self.hidden:
            row.doubts.append(("隐藏行", "这一行在文件里是隐藏的。"))
        _settle(row, self.today)
        return row

    def _read_cells(self, row, cells):
        """Most cells hold what was read before: this runs for every one of them."""
        for column, name, known in self.named:
            cell = cells[column]
            if cell is None:
                continue
            key = cell.get("day") if type(cell) is dict else cell
            if known is None or type(key) is not str:
                _read_cell(row, name, cell, self.since_1904)
            elif key in known:
                day, row.values[name] = known[key]
                if day is not None:
                    row.days[name] = day
            else:
                self._learn(row, name, cell, known, key)

    def _learn(self, row, name, cell, known, key):
        """Read a text or a day, and keep in `known` what it was read as, if nothing
        was to be said about it."""
        said = len(row.problems) + len(row.remarks)
        _read_cell(row, name, cell, self.since_1904)
        if name in row.values and said == len(row.problems) + len(row.remarks):
            known[key] = (row.days.get(name), row.values[name])


def _filled_down(sheet, head):
    """{row: {column: value}} of merged departments and groups below their first row."""
    cells = dict(sheet["rows"])
    filled = {}
    for top, left, bottom, right in sheet["merged"]:
        if top == bottom or left > len(head.fields) or top <= head.number:
            continue
        if left == right and head.fields[left - 1] in columns.PLACES:
            value = cells.get(top, [None] * left)[left - 1]
            for number in range(top + 1, min(bottom, top + len(cells)) + 1):
                if value is not None:
                    filled.setdefault(number, {})[left - 1] = value
    return filled


def _joined(text):
    """The beginning of a row without blanks before it and after its first sign."""
    return text if text.isalnum() else re.sub(r"^[\s　]+|(?<=^.)\s+", "", text)


def _is_below(first, told):
    joined = _joined(first)
    if TOTALS.match(joined):
        return "id_number" not in told
    return bool(BELOW.match(joined)) and not _is_person(told, first)


def _is_person(told, first):
    """A name, and a number or day beside it; neither is how the row begins."""
    beside = {field for field, cell in told.items() if cell is not first}
    is_named = "name" in beside and isinstance(told["name"], str)
    return is_named and not beside.isdisjoint(KEYS)


def _is_written(cell):
    """Whether a cell says something: not 无, not a dash."""
    return bool(re.search(r"\d", str(cell)))


def _read_cell(row, name, cell, since_1904):
    try:
        value = values.value_of(name, cell, since_1904=since_1904)
    except Wrong as problem:
        row.problems.append((LABELS[name], f"{problem}。"))
        return
    if value in (None, ""):
        _say_what_was_left(row, name, cell)
        return
    if isinstance(value, values.Day):
        row.days[name] = value
        value = value.day
    if name == "name" and str(cell).strip(" ") != str(cell).strip(values.MARKS):
        row.remarks.append((LABELS[name], f"「{cell}」里的记号没有导入。"))
    if name == "phone" and isinstance(cell, str) and PHONES.search(cell):
        row.remarks.append((LABELS[name], f"写了几个号码，只导入 {value}。"))
    row.values[name] = value


def _say_what_was_left(row, name, cell):
    """A cell that gave no value: what it says and why that does not go in."""
    if name in columns.DAYS and name != "birth_date" and _is_written(cell):
        row.problems.append((LABELS[name], f"「{cell}」没有年份，请写到年月日。"))
    elif name == "birth_date" and _is_written(cell):
        row.remarks.append((LABELS[name], f"「{cell}」没有年份，没有登记。"))
    elif name == "joined_union_on" and values.JOINED.get(str(cell).strip()):
        told = f"「{cell}」没有写日期，会籍没有登记；请补上日期，或到会员页登记。"
        row.remarks.append((LABELS[name], told))
    elif name in UNSAID and str(cell).strip() not in values.DASHES:
        row.remarks.append((LABELS[name], f"「{cell}」{UNSAID[name]}，没有导入。"))
    elif name == "children" and not NO_CHILD.fullmatch(str(cell).strip()):
        told = "没有读出出生年份，没有导入；姓名和日期不保存。"
        row.remarks.append((LABELS[name], told))


def _settle(row, today):
    """What follows from several cells of the row together."""
    row.name = row.values.get("name", "")
    complained = {column for column, _ in row.problems}
    if not row.name and LABELS["name"] not in complained:
        row.problems.append((LABELS["name"], "这一格是空的。"))
    _settle_id_number(row)
    _settle_birthday(row)
    _settle_membership(row)
    for name in row.days:
        _settle_day(row, name, today)
    if "birth_date" in row.values:
        born = row.days.get("birth_date")
        row.values["birth_day_known"] = born is None or born.known == "day"


def _settle_id_number(row):
    kind = row.values.pop("id_kind", "")
    if "id_number" not in row.values:
        return
    try:
        number, remark = values.id_number(row.values["id_number"], kind)
    except Wrong as problem:
        row.problems.append((LABELS["id_number"], f"{problem}。"))
        del row.values["id_number"]
        return
    row.values["id_number"] = number
    row.values["id_kind"] = values.id_kind(kind)
    if remark:
        row.remarks.append((LABELS["id_number"], remark))


def _settle_birthday(row):
    """The ID number knows the day where the cell knows the month only."""
    number = row.values.get("id_number", "")
    born = idnumber.birthday(number) if RESIDENT.fullmatch(number) else None
    day = row.days.get("birth_date")
    if born is None:
        return
    label = LABELS["birth_date"]
    if day is None:
        if label not in {column for column, _ in row.problems}:
            row.values["birth_date"] = born
            row.derived.add("birth_date")
    elif day.fits(born) or (
        day.or_october and day.day.year == born.year and born.month in (1, 10)
    ):
        row.values["birth_date"] = born
        row.days["birth_date"] = values.Day(born)
    else:
        told = f"{day.text} 与身份证号里的 {born:%Y-%m-%d} 不一致。"
        row.doubts.append((label, told))
    sex = idnumber.sex(number)
    if "sex" not in row.values and LABELS["sex"] not in {c for c, _ in row.problems}:
        row.values["sex"] = sex
        row.derived.add("sex")
    elif row.values.get("sex", sex) != sex:
        told = f"「{row.values['sex']}」与身份证号里的「{sex}」不一致。"
        row.doubts.append((LABELS["sex"], told))


def _settle_day(row, name, today):
    day, label = row.days[name], LABELS[name]
    if day.or_october:
        told = (
            f"Excel 里的数字 {day.day.year}.1 分不清是 1 月还是 10 月，请设为文本重填。"
        )
        row.problems.append((label, told))
    elif day.known == "year" and name == "birth_date":
        row.problems.append((label, f"只有年份 {day.text}，请写到月或日。"))
    elif day.day > today and name not in FUTURE_IS_FINE:
        row.problems.append((label, f"{day.text} 还没有到。"))
    elif day.known == "month" and name == "birth_date":
        return  # kept as a month
    elif day.known == "month":
        row.remarks.append((label, f"只有年月 {day.text}，按 1 日登记。"))
    elif day.known == "year":
        row.remarks.append((label, f"只有年份 {day.text}，按 1 月 1 日登记。"))


def _settle_membership(row):
    """Who is told to be no member is not made one by a day of joining."""
    told = row.values.pop("membership", "")
    left = row.values.pop("left_on", "")
    if "joined_union_on" not in row.values or not (left or told in NOT_IN | LEFT):
        return
    del row.values["joined_union_on"]
    row.days.pop("joined_union_on", None)
    label = LABELS["left_on" if left else "membership"]
    words = f"写的是「{left or told}」，入会日期没有导入；请到会员页登记。"
    row.remarks.append((label, words))
