"""What an uploaded roster would change: heads found, rows read, compared, told."""

import hashlib
import json
from dataclasses import dataclass, field

from members import columns, garbage
from members.importing import comparing, heads, rows
from members.importing.comparing import stamp
from members.importing.heads import NoHead
from members.importing.rows import LABELS

CHANGED = "没有导入：预览以后名册又有变化。下面是现在的对照，请再看一遍。"
TICK = "没有导入：有几处拿不准的，请先核对，再勾选。"
KINDS = ("new", "changed", "unchanged", "error")


@dataclass
class Preview:
    """A whole sheet: which one, which columns, its rows."""

    sheet: str
    head: object
    rows: list
    skipped: list  # (number in Excel, reason)
    notes: list
    others: list = field(default_factory=list)  # further sheets with headings
    hidden_columns: list = field(default_factory=list)

    @property
    def digest(self):
        """What was shown, as one word: another roster or file gives another."""
        shown = [
            (r.number, r.name, r.kind, r.changes, r.problems, r.doubts)
            for r in self.rows
        ]
        versions = [r.member and (r.member.pk, r.member.version) for r in self.rows]
        head = (self.sheet, self.head.number, self.head.fields)
        text = json.dumps([head, shown, versions], default=str)
        return hashlib.sha256(text.encode()).hexdigest()

    def of(self, kind):
        return [row for row in self.rows if row.kind == kind]

    def shown(self, kind):
        """The rows of a kind, of the doubted, or else all that are no mere repetition."""
        if kind == "doubt":
            return self.doubted
        if kind in KINDS:
            return self.of(kind)
        return [row for row in self.rows if row.kind != "unchanged"]

    @property
    def counts(self):
        return {kind: len(self.of(kind)) for kind in KINDS}

    @property
    def doubted(self):
        """Good rows that somebody must have looked at before they go in."""
        return [row for row in self.rows if row.doubts and row.kind != "error"]

    def leave_out_doubted(self):
        for row in self.doubted:
            row.problems += row.doubts
            row.kind = "error"

    @property
    def needs_tick(self):
        return bool(self.doubted or self.hidden_columns)

    @property
    def columns(self):
        return [LABELS[name] for name in self.head.mapping.values()]

    @property
    def ignored(self):
        return self.head.ignored

    def heading(self, label):
        """How the file calls the column of this label."""
        return next(
            (name for name, f in self.head.mapping.items() if LABELS[f] == label), label
        )


class RosterChanged(Exception):
    """The roster is no longer what the preview was compared with."""

    def __str__(self):
        return CHANGED


class NotLookedAt(Exception):
    """Rows that are in doubt were not ticked as looked at."""

    def __str__(self):
        return TICK


@dataclass(frozen=True)
class Asked:
    """What somebody said about a file: which sheet, which row has the headings.

    `remembered` is what was said of columns, see heads.find.
    """

    sheet: str = ""
    head_row: int = 0
    remembered: dict = field(default_factory=dict)


def silent(doing, done=0, total=0):
    """For deeds whose progress nobody asks for."""


@garbage.left()
def preview(table, *, make_places, asked=None, tell=silent):
    """Compare a read workbook with the roster; writes nothing.

    Of its sheets the one asked for, else the first with headings that is not hidden.
    `make_places` allows departments and groups that do not exist yet;
    `tell(doing, done, total)` hears how far it is. Raises columns.Wrong and NoHead.
    """
    asked = asked or Asked()
    found = headed(table, asked)
    chosen = [pair for pair in found if pair[0]["name"] == asked.sheet]
    if asked.sheet and not chosen:
        raise NoHead
    seen = chosen or [pair for pair in found if not pair[0]["hidden"]] or found
    return _preview(*seen[0], table, found, make_places, tell)


def headed(table, asked=None):
    """(sheet, its Head) of every sheet that has headings; raises NoHead or Wrong."""
    asked = asked or Asked()
    found, doubled = [], None
    for sheet in table["sheets"]:
        is_asked = sheet["name"] == asked.sheet
        number = asked.head_row if is_asked else 0
        try:
            head = heads.find(sheet, number=number, remembered=asked.remembered)
        except NoHead:
            continue
        except heads.Doubled as twice:
            told = columns.Wrong(
                f"有两列都是「{LABELS[str(twice)]}」，请删去一列再上传"
            )
            if is_asked:
                raise told from None
            doubled = doubled or told
        else:
            found.append((sheet, head))
    if not found:
        raise doubled or NoHead
    return found


def _preview(sheet, head, table, found, make_places, tell):
    since_1904 = table.get("date1904", False)
    listed, skipped = rows.read(sheet, head, since_1904=since_1904, tell=tell)
    tell("comparing")
    comparing.compare(listed, make_places=make_places)
    hidden = [head.names[c - 1] for c in sheet["hidden_columns"] if _is_read(head, c)]
    return Preview(
        sheet=sheet["name"],
        head=head,
        rows=listed,
        skipped=skipped,
        notes=[
            *table.get("notes", ()),
            *sheet["notes"],
            *_other_sheets(table, sheet),
            *_made(listed),
            *_not_kept(head),
        ],
        others=[other["name"] for other, _ in found if other is not sheet],
        hidden_columns=hidden,
    )


def _is_read(head, column):
    return column <= len(head.fields) and head.fields[column - 1] is not None


def _other_sheets(table, sheet):
    for other in table["sheets"]:
        if other is not sheet:
            kind = "隐藏的工作表" if other["hidden"] else "工作表"
            yield f"文件里还有{kind}「{other['name']}」，没有读取。"


def _not_kept(head):
    """Columns that no roster here ever keeps: said, so that nobody waits for them."""
    for name in head.ignored:
        if why := columns.not_kept(name):
            yield f"「{name}」不导入：{why}。"


def _made(listed):
    for name in sorted(columns.PLACES):
        good = (row for row in listed if row.kind != "error")
        made = sorted({r.new_places[name] for r in good if name in r.new_places})
        if made:
            yield f"导入时新建{LABELS[name]}：{'、'.join(made)}。"


__all__ = [
    "KINDS",
    "Asked",
    "NoHead",
    "NotLookedAt",
    "Preview",
    "RosterChanged",
    "headed",
    "preview",
    "silent",
    "stamp",
]
