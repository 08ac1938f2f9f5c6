"""What a preview shows, as text that is kept between its making and its looking at."""

import json
import re
from dataclasses import dataclass, field, replace

from openpyxl.utils import get_column_letter

from members.importing import Preview, heads
from members.importing.heads import HEAD_ROWS, Head
from members.importing.rows import MASKS

SAMPLES = 3
LONGEST = 24
MOST = 60  # letters of what a new row brings
RUN = re.compile(r"(\d{3})\d{4,}")  # of a phone or an ID number only the beginning
MISSING_PLACE = re.compile(r"没有「(.+?)」。")  # see importing.comparing
PARTS = ("problems", "doubts", "remarks", "changes", "main")


@dataclass(slots=True)
class ShownRow:
    """A row of a preview as its page and the returned workbook need it."""

    number: int
    name: str
    kind: str
    problems: list
    doubts: list
    remarks: list
    changes: list
    main: list
    cells: list  # of rows with a problem only

    def named(self, heads):
        """This row with its columns called as the file calls them: {label: head}."""
        parts = {
            part: [
                (heads.get(label, label), *words)
                for label, *words in getattr(self, part)
            ]
            for part in PARTS
        }
        parts["main"] = [(label, _cut(words)) for label, words in parts["main"]]
        return replace(self, **parts)


@dataclass
class Shown(Preview):
    """A Preview out of its text; `problem` says why there is none."""

    digest: str = ""
    problem: str = ""
    outline: list = field(default_factory=list)  # the tops of all sheets

    @property
    def place(self):
        """(the top of the sheet that is shown, the row of its headings)."""
        return self.top(self.sheet), self.head.number

    def named(self, rows):
        """These rows, their columns called as the file calls them."""
        heads = {label: self.heading(label) for label in self.columns}
        return [row.named(heads) for row in rows]

    @property
    def missing_places(self):
        """Departments and groups of the rows with a problem that nobody registered."""
        told = (words for row in self.rows for _, words in row.problems)
        found = (MISSING_PLACE.match(words) for words in told)
        return sorted({match[1] for match in found if match})

    @property
    def means(self):
        """[field or ""] of the columns, as they were read."""
        return [field or "" for field in self.head.fields]

    def top(self, name):
        """The first rows of a sheet, or of the one that is shown; None without any."""
        wanted = name or self.sheet
        named = [sheet for sheet in self.outline if sheet["name"] == wanted]
        return next(iter(named or self.outline), None)


def _cut(words):
    """The beginning of a long text; the whole stands on the person's page."""
    return words if len(words) <= MOST else f"{words[:MOST]}…"


def text_of(found, table):
    """The text of a Preview of this table."""
    return json.dumps(
        {
            "sheet": found.sheet,
            "head": _head_told(found.head),
            "rows": [_row_told(row) for row in found.rows],
            "skipped": found.skipped,
            "notes": found.notes,
            "others": found.others,
            "hidden_columns": found.hidden_columns,
            "digest": found.digest,
            "outline": outline(table),
        },
        ensure_ascii=False,
    )


def text_of_the_rest(found):
    """The text of what an import leaves: rows with problems, names of other sheets."""
    rest = replace(found, rows=found.of("error"), skipped=[], notes=[])
    return text_of(rest, {"sheets": []})


def text_without(problem, table, sheet=""):
    """The text of a preview that could not be made."""
    told = {"problem": problem, "sheet": sheet, "outline": outline(table)}
    return json.dumps(told, ensure_ascii=False)


def of(text):
    """The Shown that a text tells."""
    told = json.loads(text)
    told["rows"] = [_row(parts) for parts in told.get("rows", ())]
    told["skipped"] = [tuple(pair) for pair in told.get("skipped", ())]
    told["head"] = Head(**told["head"]) if "head" in told else None
    return Shown(**{"notes": [], **told})


def _head_told(head):
    return {name: getattr(head, name) for name in Head.__dataclass_fields__}


def _row_told(row):
    parts = [getattr(row, part) for part in PARTS if part != "main"]
    main = row.main if row.kind == "new" else []
    cells = row.cells if row.kind == "error" else []
    return [row.number, row.name, row.kind, *parts, main, cells]


def _row(parts):
    number, name, kind, *lists, cells = parts
    return ShownRow(
        number, name, kind, *([tuple(pair) for pair in told] for told in lists), cells
    )


def outline(table):
    """Of every sheet what stands near its headings."""
    return [
        {
            "name": sheet["name"],
            "hidden": sheet["hidden"],
            "rows": _top(sheet),
            "merged": [area for area in sheet["merged"] if area[0] <= HEAD_ROWS],
        }
        for sheet in table["sheets"]
    ]


def _top(sheet):
    near = [row for row in sheet["rows"][:HEAD_ROWS] if row[0] <= HEAD_ROWS]
    return near + sheet["rows"][len(near) : len(near) + SAMPLES]


def short(cell):
    """The beginning of a cell, for the eye; of long numbers less."""
    text = (
        cell.get("day") or cell.get("month") or "" if isinstance(cell, dict) else cell
    )
    if isinstance(text, float):
        text = f"{text:.15g}"
    return RUN.sub(r"\1…", str(text))[:LONGEST]


@dataclass(frozen=True)
class Column:
    """One column of a sheet, for who says what it means."""

    number: int  # from 1
    letter: str  # as Excel calls it
    head: str
    field: str  # what it is taken for, or ""
    samples: list


LONG_NUMBER = re.compile(r"\d{8,}[Xx]?")  # a phone, a card, a number of papers


def sample(cell, field):
    """How a cell looks, without what pages mask; `field` is what it is taken for."""
    text = short(cell)
    if field in MASKS:
        return MASKS[field](text)
    return LONG_NUMBER.sub(lambda found: found[0][:3] + "****", text)


def lines_of(top):
    """(number, the beginnings of its cells) of the rows where headings may stand."""
    for number, cells in top["rows"][:HEAD_ROWS]:
        if number <= HEAD_ROWS:
            yield number, [short(cell) for cell in cells if cell is not None]


def columns_of(top, number, remembered):
    """(the Head in row `number` of a top, its Columns). Raises heads.NoHead."""
    head = heads.guess(top, number)
    fields = remembered.get(head.shape) or head.fields
    below = [cells for _, cells in top["rows"][head.last + 1 :]][:SAMPLES]
    told = []
    for column, (name, means) in enumerate(zip(head.names, fields, strict=False)):
        cells = [cells[column] for cells in below if cells[column] is not None]
        samples = [sample(cell, means) for cell in cells]
        if name or samples:
            letter = get_column_letter(column + 1)
            told.append(Column(column + 1, letter, name, means or "", samples))
    return head, told
