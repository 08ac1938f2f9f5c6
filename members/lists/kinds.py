"""What a list is made of: its columns serve the page and the sheet alike."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.paginator import Paginator

from members.models import Member
from unionoffice import xlsx
from unionoffice.templatetags.office import day

MOST = 2_000  # rows on one page, to print


@dataclass(frozen=True)
class Shown:
    """One column: how it is called, what it says of a member, and how it looks.

    `of` answers text, a number, a day or None. `kind` is a key of xlsx.FORMATS.
    `on_cards` says whether phones show it too.
    """

    heading: str
    of: Callable
    kind: str = "text"
    width: float | None = None
    on_cards: bool = False

    @property
    def is_number(self):
        return self.kind == "number"

    def text(self, member):
        value = self.of(member)
        if value is None:
            return ""
        return day(value) if self.kind == "day" else value


@dataclass(frozen=True)
class List:
    """A list of members: who may have it, how it is narrowed, what it shows.

    `rule` is asked with the user, `filters` is a FilterSet that takes `today`;
    `found` turns its answer into rows in their order.
    """

    code: str
    title: str
    about: str
    rule: Callable
    filters: type
    columns: tuple
    nobody: str

    def opened(self, user, query, today):
        """The list as this person asks for it by the query of the address."""
        rows = Member.objects.visible_to(user).with_places()
        return Opened(self, self.filters(query, rows, today=today))


class Opened:
    """A list with its filter; page and export hold the same rows."""

    def __init__(self, kind, narrowed):
        self.kind, self.filter = kind, narrowed
        self.rows = narrowed.found

    def page(self, query):
        """50 rows, or all of them to print."""
        size = MOST if query.get("all") else 50
        return Paginator(self.rows, size).get_page(query.get("page"))

    def lines(self, page):
        """(member, [(column, what it says)]) of each row of a page."""
        return [
            (member, [(column, column.text(member)) for column in self.kind.columns])
            for member in page
        ]

    def sheet(self):
        return xlsx.Sheet(
            title=self.kind.title,
            columns=[
                xlsx.Column("工号", width=10),
                xlsx.Column("姓名", width=12),
                *(xlsx.Column(c.heading, c.kind, c.width) for c in self.kind.columns),
            ],
            rows=[
                (m.staff_no, m.name, *(column.of(m) for column in self.kind.columns))
                for m in self.rows
            ],
            notes=(self.filter.told,),
        )


def department(member):
    return str(member.department or "")


def group(member):
    return str(member.group or "")
