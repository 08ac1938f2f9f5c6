"""What an import writes: made ready outside the transaction, written within it."""

from dataclasses import dataclass, field

from members import importing
from members.models import Department, Member, MemberImport, UnionGroup
from members.services import memberships, placements

TABLES = {"department": Department, "group": UnionGroup}
DERIVED = ("spelling", "id_index", "joined_union_on", "left_union_on")
PERIOD = ("joined_on", "kept_on", "kept_for", "ended_on", "ended_by")
PIECE = 500


@dataclass
class Written:
    """What undoing needs: the new rows, and what the changed ones were before.

    Both by the label of the table; `made` holds keys, `old` {key: [version after,
    {column: text or None}]}; `ended` the keys of placements that ended with it.
    """

    made: dict = field(default_factory=dict)
    old: dict = field(default_factory=dict)
    ended: list = field(default_factory=list)

    def add_made(self, rows):
        for row in rows:
            self.made.setdefault(row._meta.label_lower, []).append(row.pk)

    def add_old(self, row, values):
        """`row` after its change, `values` from `told` before it."""
        kept = self.old.setdefault(row._meta.label_lower, {})
        kept[str(row.pk)] = [row.version, values]


def told(row, names):
    """{column: its value as text, or None} of a row."""
    columns = [row._meta.get_field(name) for name in names]
    return {
        column.attname: None
        if column.value_from_object(row) is None
        else column.value_to_string(row)
        for column in columns
    }


class Writing:
    """The new and changed rows of a Preview as rows of the database, not yet written.

    Making them takes longer than writing them: nobody else should have to wait.
    """

    def __init__(self, found, tell=importing.silent):
        self.places, self.missing = _places(found)
        new, changed = found.of("new"), found.of("changed")
        self.fresh, self.changed, self.before = [], [], []
        self.turned = []  # who retired, came back, left or died
        for done, row in enumerate((*new, *changed)):
            if done % 1000 == 0:
                tell(MemberImport.Doing.PREPARING, done, len(new) + len(changed))
            if row.member is None:
                self.fresh.append(self._made(row))
            else:
                status = row.member.work_status
                self.before.append(told(row.member, [*row.written, "left_union_on"]))
                self.changed.append(self._filled(row.member, row))
                if row.member.work_status != status:
                    self.turned.append(row.member)
        self.joined = [
            row.member for row in changed if row.written.get("joined_union_on")
        ]
        elsewhere = {"department", "group"}
        self.elsewhere = [r.member for r in changed if elsewhere & r.written.keys()]
        self.columns = {name for row in changed for name in row.written}

    def _made(self, row):
        member = Member(**{n: self._held(n, v) for n, v in row.written.items()})
        member.derive()
        return member

    def _held(self, name, value):
        """What the record holds: of a place its row, not its name."""
        return self.places[name][value] if name in self.places else value

    def _filled(self, member, row):
        for name, value in row.written.items():
            setattr(member, name, self._held(name, value))
        member.derive()
        return member

    def hold(self):
        """Lock the changed rows until the end; SQLite locks the database."""
        pks = [member.pk for member in self.changed]
        for start in range(0, len(pks), PIECE):
            held = Member.objects.filter(pk__in=pks[start : start + PIECE])
            list(held.select_for_update().values_list("pk"))

    def write(self):
        """Write all in a few steps; returns the Written. Inside a transaction."""
        written = Written()
        for place in self.missing:
            place.save(force_insert=True)
        _give_numbers([member for member in self.fresh if not member.staff_no])
        Member.objects.bulk_create(self.fresh, batch_size=PIECE)
        begun = memberships.memberships_begin(self.fresh)
        periods = {p for m in self.joined if (p := m.latest_membership)}
        periods |= {p for m in self.turned if (p := m.running_membership)}
        before = {period: told(period, PERIOD) for period in periods}
        first, moved = memberships.memberships_joined(self.joined)
        followed = memberships.memberships_followed(self.turned)
        Member.save_many(self.changed, {*self.columns, *DERIVED})
        moved_to, written.ended = placements.placements_follow(self.elsewhere)
        stays = [*placements.placements_begin(self.fresh), *moved_to]
        for rows in (self.missing, self.fresh, begun, first, stays):
            written.add_made(rows)
        for period in {*moved, *followed}:
            written.add_old(period, before[period])
        for member, values in zip(self.changed, self.before, strict=True):
            written.add_old(member, values)
        return written


def _give_numbers(members):
    """L0001, L0002 …: for people who are told by another number than a 工号."""
    taken = Member.objects.staff_numbers("L") if members else set()
    number = 0
    for member in members:
        number += 1
        while f"L{number:04d}" in taken:
            number += 1
        member.staff_no = f"L{number:04d}"


def _places(found):
    """({field: {name: row}}, the rows that are missing and not saved yet)."""
    places, made = {}, []
    for name, table in TABLES.items():
        places[name] = {row.name: row for row in table.objects.all()}
        good = (row for row in found.rows if row.kind in ("new", "changed"))
        wanted = {row.new_places[name] for row in good if name in row.new_places}
        for missing in sorted(wanted - places[name].keys()):
            places[name][missing] = table(name=missing)
            made.append(places[name][missing])
    return places, made
