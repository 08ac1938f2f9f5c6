"""What a list is made of: who may have it, whom it holds, its columns."""

from collections.abc import Callable
from dataclasses import dataclass

from members.listcolumns import NAME, STAFF_NO
from members.models import Member
from unionoffice.lists import PER_PAGE, Table

MOST = 2_000  # rows on one page, to print


@dataclass(frozen=True)
class List:
    """A list of members: who may have it, how it is narrowed, what it shows.

    `rule` is asked with the user; `filters` is a FilterSet that takes `today`, whose
    `found` are the rows in their order, and whose `told` says what they are. `columns`
    follow the name and the number, `action` is what its export is recorded as.
    """

    code: str
    title: str
    about: str
    rule: Callable
    filters: type
    columns: tuple
    nobody: str
    action: str

    def opened(self, user, query, today):
        """The list as this person asks for it by the query of the address."""
        rows = Member.objects.visible_to(user).with_places()
        return Opened(self, self.filters(query, rows, today=today))


class Opened:
    """A list with its filter; page and export hold the same rows."""

    def __init__(self, kind, narrowed):
        self.kind, self.filter = kind, narrowed
        self.rows = narrowed.found

    def table(self, request):
        """The list as this person chose it: 50 rows a page, or all of them to print."""
        size = MOST if request.GET.get("all") else PER_PAGE
        name = f"list_{self.kind.code}"
        columns = (NAME, STAFF_NO, *self.kind.columns)
        return Table(request, name, columns, self.filter, rows=self.rows, size=size)
