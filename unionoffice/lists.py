"""Lists: chosen columns, an order, pages of fifty, and the same as a sheet.

An app says once which columns a list may have for this person; the page and its export
draw the same `Table`. What a person may not see is not among the columns it is given,
so an address cannot ask for it either.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Paginator
from django.db.models import Case, F, QuerySet, Value, When
from django.utils import timezone

from unionoffice import xlsx
from unionoffice.states import tone_of

PER_PAGE = 50
RIGHT = ("number", "money", "percent")
WHOLE = ("day", "moment")  # not broken into lines; nor is what is NARROW
NARROW = 14
DIRECTIONS = (("", "升序", "ascending"), ("-", "降序", "descending"))


@dataclass(frozen=True)
class Column:
    """One column of a list.

    `name` stands in addresses. `value` is a dotted path or a function of the row and
    gives a plain value of `kind` (a key of xlsx.FORMATS). `order` is what the column is
    sorted by: field names or expressions of the queryset, or of a list of rows a
    function of the row; without it there is no sorting. `tone` makes the value a chip,
    `url` a link. `fetch` adds to the queryset what only this column needs. The column
    that `is_head` names the row and is always shown; one that `is_private` holds data
    of class 2 (trust.md 1.4), for which an export may have to account.
    """

    name: str
    heading: str
    value: str | Callable
    kind: str = "text"
    order: tuple | Callable = ()
    width: float | None = None
    label: str = ""  # on phones, where the heading is too long
    is_shown: bool = True
    on_phone: bool = True
    is_head: bool = False
    is_private: bool = False
    tone: Callable | None = None
    url: Callable | None = None
    fetch: Callable | None = None

    @property
    def side(self):
        return "num" if self.kind in RIGHT else ""

    def css(self, *, chosen):
        """The classes of a cell; a column that was `chosen` is shown on phones too."""
        whole = self.kind in WHOLE or (self.width and self.width <= NARROW)
        hidden = not (chosen or self.on_phone)
        parts = (self.side, "text-nowrap" if whole else "", "card-hide" * hidden)
        return " ".join(filter(None, parts))

    def of(self, row):
        """The plain value for a row: what the sheet holds and the page writes."""
        found = self.value(row) if callable(self.value) else read(row, self.value)
        if self.kind == "text":
            return "" if found is None else str(found)
        if self.kind == "day" and hasattr(found, "hour"):
            return timezone.localdate(found)
        return found


def read(row, path):
    """What stands at the end of a dotted path; None where the path breaks off."""
    for name in path.split("."):
        if row is None:
            return None
        row = getattr(row, name)
        row = row() if callable(row) else row
    return row


def in_order_of(field, choices):
    """Sorts by where a value stands among its choices, not by its code."""
    places = [
        When(**{field: value}, then=Value(n)) for n, value in enumerate(choices.values)
    ]
    return Case(*places, default=Value(len(places)))


def state_column(model, *, width=12):
    """Where a row of a Stateful model stands, as a chip; sorted by its steps."""
    return Column(
        "state",
        "状态",
        "get_state_display",
        order=(in_order_of("state", model.State),),
        tone=tone_of,
        width=width,
    )


@dataclass(frozen=True)
class Head:
    """A heading: where a click on it leads, and how the list is sorted by it."""

    column: Column
    query: str
    sorted: str


@dataclass(frozen=True)
class Cell:
    column: Column
    value: object
    tone: str
    url: str
    css: str


@dataclass(frozen=True)
class Deed:
    """What may be done from a row of the page: words, address, and the words for those
    who do not see the row."""

    words: str
    url: str
    told: str


@dataclass(frozen=True)
class Line:
    """A row with its cells, and the deed of it if there is one."""

    row: object
    cells: list
    deed: Deed | None

    @property
    def head(self):
        return next(cell.value for cell in self.cells if cell.column.is_head)


class Table:
    """A list as this person chose it: columns, order, page.

    `found` are the Filters of the list, or None; `rows` a queryset or a list, those of
    `found` unless told otherwise. `totals` are values by the names of columns, with
    `summed` as their heading; `deed` gives the Deed of a row, `path` is where the
    list lives, `size` how many rows a page has. The choice of columns is kept by the
    reader's account (`list_columns`, `choose_columns`). The order is obeyed for shown
    columns only.
    """

    def __init__(self, request, name, columns, found=None, *, rows=None, **more):
        self.request, self.name, self.filter = request, name, found
        self.data = request.GET
        self.possible = tuple(columns)
        self.columns = self._chosen()
        self.totals, self.summed = more.get("totals"), more.get("summed", "")
        self.deed, self.path = more.get("deed"), more.get("path", request.path)
        self.size = more.get("size", PER_PAGE)
        self.order, self._key, self._is_down = self._asked_order()
        self.rows = self._sorted(found.qs if rows is None else rows)

    def _chosen(self):
        """The columns of the address, else those chosen before, else the usual."""
        reader = self.request.user
        names = reader.list_columns.get(self.name)
        if "columns" in self.data:
            known = {column.name for column in self.possible}
            names = [name for name in self.data.getlist("columns") if name in known]
            reader.choose_columns(self.name, names)
        self.is_chosen = bool(names)
        return tuple(
            column
            for column in self.possible
            if column.is_head or (column.name in names if names else column.is_shown)
        )

    def _asked_order(self):
        asked = self.data.get("order", "")
        name = asked.removeprefix("-")
        for column in self.columns:
            if column.name == name and column.order:
                return asked, column, asked.startswith("-")
        return "", None, False

    def _sorted(self, rows):
        for column in self.columns:
            rows = column.fetch(rows) if column.fetch else rows
        if self._key is None:
            return rows
        order = self._key.order
        if not isinstance(rows, QuerySet):
            return _placed(rows, order, self._is_down)
        before = rows.query.order_by or rows.model._meta.ordering
        wanted = [_directed(part, self._is_down) for part in order]
        return rows.order_by(*wanted, *before, "pk")

    @property
    def has_deeds(self):
        return self.deed is not None

    @cached_property
    def page(self):
        return Pages(self.rows, self.size).get_page(self.data.get("page"))

    @property
    def count(self):
        return self.page.paginator.count

    @cached_property
    def lines(self):
        """The rows of the page with their cells."""
        return [
            Line(row, self._cells(row), self.deed(row) if self.deed else None)
            for row in self.page
        ]

    @cached_property
    def _dressed(self):
        """The columns with the classes of their cells."""
        return [(one, one.css(chosen=self.is_chosen)) for one in self.columns]

    def _cells(self, row):
        return [
            Cell(
                column,
                column.of(row),
                column.tone(row) if column.tone else "",
                column.url(row) if column.url else "",
                css,
            )
            for column, css in self._dressed
        ]

    @property
    def heads(self):
        return [self._head(column) for column in self.columns]

    def _head(self, column):
        """A second click on the heading turns the order round."""
        is_key = column is self._key
        sign = "-" if is_key and not self._is_down else ""
        told = DIRECTIONS[self._is_down][2] if is_key else ""
        query = self._query(order=f"{sign}{column.name}") if column.order else ""
        return Head(column, query, told)

    def _query(self, **changes):
        """This address with other values; the page begins anew."""
        query = self.data.copy()
        for name in ("page", *changes):
            query.pop(name, None)
        for name, value in changes.items():
            if value:
                query[name] = value
        return query.urlencode()

    @property
    def orders(self):
        """(value, words) of each order there is, for the form beside the columns."""
        return [
            (f"{sign}{column.name}", f"{column.heading}，{words}")
            for column in self.columns
            if column.order
            for sign, words, _ in DIRECTIONS
        ]

    @property
    def kept(self):
        """(name, value) of what the form of columns must carry along."""
        mine = ("columns", "order", "page")
        return [
            (name, value)
            for name, values in self.data.lists()
            if name not in mine
            for value in values
        ]

    @property
    def query(self):
        """What an export needs to hold the same: the address without the page."""
        return self._query()

    @property
    def usual(self):
        """The address with the columns and the order that the list begins with."""
        rest = self._query(order="", columns="")
        return f"{rest}&columns=" if rest else "columns="

    @property
    def pills(self):
        """Those of the filters, and one for the order."""
        pills = list(self.filter.pills) if self.filter else []
        if self._key:
            words = DIRECTIONS[self._is_down][1]
            told = f"{self._key.heading}，{words}"
            pills.append(("排序", told, self._query(order="")))
        return pills

    @property
    def sums(self):
        """(column, value) of the totals row, the heading of it in the first place."""
        if self.totals is None:
            return []
        return [
            (column, self.summed if n == 0 else self.totals.get(column.name))
            for n, column in enumerate(self.columns)
        ]

    @property
    def private(self):
        """Headings of the shown columns that hold data of class 2."""
        return [column.heading for column in self.columns if column.is_private]

    @property
    def told(self):
        """What the audit trail keeps of an export."""
        headings = [column.heading for column in self.columns]
        return {"query": self.query, "columns": headings, "count": self.count}

    def sheet(self, title, notes=()):
        """The rows of all pages with the columns of the screen, as an xlsx.Sheet."""
        sums = [value for _, value in self.sums]
        return sheet(title, self.columns, self.rows, notes=notes, totals=sums or None)


class Pages(Paginator):
    """Of a long queryset the keys of a page come first and its rows by them: the
    database puts thin rows in order, and counts what columns count for those shown
    only. That is one question more than for a single page, however long the list."""

    def page(self, number):
        page = super().page(number)
        if isinstance(page.object_list, QuerySet) and self.num_pages > 1:
            keys = list(page.object_list.values_list("pk", flat=True))
            found = {row.pk: row for row in self.object_list.filter(pk__in=keys)}
            page.object_list = [found[key] for key in keys if key in found]
        return page


def sheet(title, columns, rows, *, notes=(), totals=None):
    """Any rows under these columns, as an xlsx.Sheet."""
    return xlsx.Sheet(
        title=title,
        columns=[xlsx.Column(c.heading, c.kind, c.width) for c in columns],
        rows=[tuple(_in_sheet(c, c.of(row)) for c in columns) for row in rows],
        notes=notes,
        totals=totals,
    )


def _in_sheet(column, value):
    """Excel knows no zones: a moment by the clock of the school."""
    is_aware = column.kind == "moment" and value is not None
    return timezone.make_naive(value) if is_aware else value


def _directed(part, is_down):
    part = F(part) if isinstance(part, str) else part
    return part.desc(nulls_last=True) if is_down else part.asc(nulls_last=True)


def _placed(rows, key, is_down):
    """Rows of a list by a key; those without one stand last both ways."""
    known = [row for row in rows if key(row) is not None]
    unknown = [row for row in rows if key(row) is None]
    return [*sorted(known, key=key, reverse=is_down), *unknown]
