"""Where the headings of a sheet stand, and which field each column fills."""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass

from members import columns

HEAD_ROWS = 15
UNNAMED = re.compile(r"第 \d+ 列")
KEYS = ("staff_no", "id_number", "birth_date")


class NoHead(Exception):
    """No sheet has headings with a name and something to tell people apart."""


class Doubled(Exception):
    """Two columns have one meaning; the argument is the field."""


@dataclass(frozen=True)
class Head:
    """The headings of a sheet."""

    last: int  # index of their lower row among the sheet's rows
    number: int  # that row's number in Excel
    names: list  # of each column as it stands in the file, or ""
    fields: list  # of each column, or None
    is_remembered: bool = False  # whether somebody said once what means what

    @property
    def shape(self):
        return shape(self.names)

    @property
    def mapping(self):
        return {
            name: field
            for name, field in zip(self.names, self.fields, strict=True)
            if field and field not in columns.ASIDES
        }

    @property
    def ignored(self):
        return [
            name
            for name, field in zip(self.names, self.fields, strict=True)
            if name and not field and not columns.is_silent(name)
        ]


def is_added(name):
    """Whether this heading came with a workbook that was given back."""
    return name in (columns.WHERE, columns.WHY) or bool(UNNAMED.fullmatch(name))


def shape(names):
    """One word for headings: the same for the same ones in the same order.

    What a returned workbook adds at the end counts for nothing, nor do the names it
    gives to columns that had none: what was said of its source holds for it too.
    """
    text = "\n".join("" if is_added(name) else columns.plain(name) for name in names)
    text = text.rstrip()
    return hashlib.sha256(text.encode()).hexdigest()


def find(sheet, *, number=0, remembered=None):
    """The Head of a sheet; raises NoHead or Doubled.

    `number` is the row of the headings in Excel where somebody said so. `remembered`
    holds the fields ("" for none) of the columns under headings of a shape: it goes
    before what is known of the words.
    """
    remembered = remembered or {}
    if number:
        return _recalled(guess(sheet, number), remembered)
    for index in _near_the_top(sheet):
        if remembered and (known := _known(sheet, index, remembered)):
            return known
    return _recalled(_found(sheet), remembered)


def guess(sheet, number):
    """The Head in row `number`, complete or not. Raises NoHead."""
    rows = sheet["rows"]
    for index in _near_the_top(sheet):
        found = _at(sheet, index)
        if found and rows[found[1]][0] == number:
            return _made(*found)
    for index in _near_the_top(sheet):
        if rows[index][0] == number:
            cells = _spread(sheet, index)
            names = [_name(cell) for cell in cells]
            return _made(rows, index, names, [columns.field_of(cell) for cell in cells])
    raise NoHead


def _near_the_top(sheet):
    for index, (number, _) in enumerate(sheet["rows"][:HEAD_ROWS]):
        if number <= HEAD_ROWS:
            yield index


def _known(sheet, index, remembered):
    """The Head in this row if such headings were explained once, else None."""
    names = [_name(cell) for cell in _spread(sheet, index)]
    is_known = any(names) and shape(names) in remembered
    rows = sheet["rows"]
    return _recalled(_made(rows, index, names, []), remembered) if is_known else None


def _recalled(head, remembered):
    """The Head with what was said of such headings, once it can be used."""
    known = remembered.get(head.shape)
    if known is not None:
        fields = [field or None for field in known][: len(head.names)]
        fields += [None] * (len(head.names) - len(fields))
        head = Head(head.last, head.number, head.names, fields, True)
    if not _is_complete(head.fields):
        raise NoHead
    counted = Counter(field for field in head.fields if field)
    if twice := next((field for field, count in counted.items() if count > 1), None):
        raise Doubled(twice)
    return head


def _found(sheet):
    for index in _near_the_top(sheet):
        if found := _at(sheet, index):
            return _made(*found)
    raise NoHead


def _at(sheet, index):
    """(rows, index of the lower, names, fields) if headings stand here, else None."""
    rows = sheet["rows"]
    cells = _spread(sheet, index)
    single = [columns.field_of(cell) for cell in cells]
    below = rows[index + 1][1] if index + 1 < len(rows) else None
    if _is_complete(single):
        if below is not None and _continues(sheet, index, single, below):
            return rows, index + 1, *_pair(cells, below)
        if index and _is_upper(_spread(sheet, index - 1)):
            return rows, index, *_pair(_spread(sheet, index - 1), rows[index][1])
        return rows, index, [_name(cell) for cell in cells], single
    if below is not None and _is_upper(cells):
        names, fields = _pair(cells, below)
        alone = [columns.field_of(cell) for cell in below]
        if _is_complete(fields) and not _is_complete(alone):
            return rows, index + 1, names, fields
    return None


def _is_complete(fields):
    return "name" in fields and any(key in fields for key in KEYS)


def _is_upper(cells):
    """Several headings, not one title over the whole width."""
    return len({cell for cell in cells if isinstance(cell, str)}) > 1


def _continues(sheet, index, fields, below):
    """Whether the row below still belongs to the head."""
    first, second = (sheet["rows"][n][0] for n in (index, index + 1))
    tall = any(
        top <= first and second <= bottom for top, _, bottom, _ in sheet["merged"]
    )
    texts = [cell for cell in below if cell is not None]
    under_keys = [
        cell for cell, field in zip(below, fields, strict=True) if field == "name"
    ]
    headed = sum(1 for cell in texts if columns.field_of(cell))
    if any(cell is not None for cell in under_keys) or not texts:
        return False
    return tall or headed > 0


def _spread(sheet, index):
    """The cells of a row, what is merged to the right of a cell filled with it."""
    number, cells = sheet["rows"][index]
    cells = list(cells)
    for top, left, bottom, right in sheet["merged"]:
        if top <= number <= bottom and left <= len(cells):
            value = cells[left - 1]
            for column in range(left, min(right, len(cells))):
                cells[column] = value if cells[column] is None else cells[column]
    return cells


def _pair(upper, lower):
    names, fields = [], []
    for above, below in zip(upper, lower, strict=True):
        above, below = _name(above), _name(below)
        field = columns.joined_field_of(above, below)
        lower_says_it = bool(below) and field == columns.field_of(below)
        names.append(below if lower_says_it else above + below)
        fields.append(field)
    return names, fields


def _name(cell):
    return " ".join(cell.split()) if isinstance(cell, str) else ""


def _made(rows, index, names, fields):
    """A Head; of columns with one meaning the weak give way."""
    counted = Counter(field for field in fields if field)
    for column in reversed(range(len(fields))):
        if counted[fields[column]] > 1 and columns.is_weak(names[column]):
            counted[fields[column]] -= 1
            fields[column] = None
    if counted["teaching_since"] == 2:
        _tell_work_from_teaching(names, fields, counted)
    return Head(index, rows[index][0], names, fields)


def _tell_work_from_teaching(names, fields, counted):
    """教龄起算 and 参加工作时间 in one file: the second is the first day of work."""
    for column, name in enumerate(names):
        if columns.plain(name) in columns.FIRST_WORK and not counted["working_since"]:
            fields[column] = "working_since"
            counted["working_since"] += 1
            counted["teaching_since"] -= 1
