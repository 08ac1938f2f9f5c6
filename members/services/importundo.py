"""Undoing an import within a day, if nothing was built on it.

All of it or nothing: half of an import undone is a roster that nobody ever uploaded,
and nobody could say later which half. What stands in the way is named, person by
person, so that it can be put right by hand instead.
"""

import json
from collections import defaultdict

from django.apps import apps
from django.db import transaction
from django.db.models.deletion import get_candidate_relations_to_delete
from django.utils import timezone

from members import audit
from members.models import Department, Member, MemberImport, Membership, UnionGroup
from members.services import placements
from unionoffice.states import StateError

PIECE = 500
TOO_LATE = "导入超过 24 小时，不能再撤销了。改错的人请到会员页更正。"
CHANGED = "资料后来改过"
MOVED = "会籍后来改过"
GONE = "已经不在名册里"
PEOPLE, PERIODS = Member._meta.label_lower, Membership._meta.label_lower
PLACES = (UnionGroup, Department)


class InTheWay(Exception):
    """Something was built on the import: `found` are pairs of a person and why."""

    def __init__(self, found):
        super().__init__("名册在导入以后又有变化，没有撤销。")
        self.found = found


@transaction.atomic
def member_import_undo(staged, *, by):
    """Take out the people an import brought, and give the changed ones back what
    they had.

    Raises InTheWay where something was built on it, StateError where it is more than
    a day old or undone already.
    """
    MemberImport.objects.wait_for_others()
    staged.refresh_from_db()
    if staged.state == MemberImport.State.UNDONE:
        raise StateError("这次导入已经撤销过了。")
    if not staged.can_be_undone or not staged.undo:
        raise StateError(TOO_LATE)
    written = json.loads(staged.undo)
    if found := obstacles(written):
        raise InTheWay(found)
    staged.advance(
        MemberImport.State.UNDONE,
        undo="",
        table="",
        shown="",
        undone_at=timezone.now(),
        undone_by=by,
    )
    for table in (Membership, Member):
        _give_back(table, written["old"].get(table._meta.label_lower, {}))
    removed = _take_out(written["made"])
    placements.placements_reopen(written.get("ended", []))
    placements.placements_follow(
        _rows(Member, map(int, written["old"].get(PEOPLE, ())))
    )
    restored = len(written["old"].get(PEOPLE, ()))
    audit.record(by, "member_import.undone", staged, removed=removed, restored=restored)


def obstacles(written):
    """[(how a person is called, why not)] of all that was built on an import."""
    made, old = written["made"], written["old"]
    expected = dict.fromkeys(made.get(PEOPLE, ()), 1)
    expected |= {int(pk): version for pk, (version, _) in old.get(PEOPLE, {}).items()}
    people = {row.pk: row for row in _rows(Member, expected)}
    why = defaultdict(list)
    for pk, version in expected.items():
        if pk not in people:
            why[pk].append(GONE)
        elif people[pk].version != version:
            why[pk].append(CHANGED)
    for pk in _moved(made, old):
        why[pk].append(MOVED)
    for pk, words in _references(Member, made.get(PEOPLE, ()), made):
        if words not in why[pk]:
            why[pk].append(words)
    called = {pk: f"{row.name}（{row.staff_no}）" for pk, row in people.items()}
    return [(called.get(pk, "导入的人"), "、".join(told)) for pk, told in why.items()]


def _moved(made, old):
    """Keys of people whose membership of this import is not as it was written."""
    expected = dict.fromkeys(made.get(PERIODS, ()), 1)
    expected |= {int(pk): version for pk, (version, _) in old.get(PERIODS, {}).items()}
    for period in _rows(Membership, expected):
        if period.version != expected[period.pk]:
            yield period.member_id


def _references(table, pks, made):
    """(key, words) of rows of other tables that name one of these rows."""
    pks = set(pks)
    if not pks:
        return
    for relation in get_candidate_relations_to_delete(table._meta):
        column, other = relation.field, relation.related_model
        own = set(made.get(other._meta.label_lower, ()))
        name = column.name  # they were made together: most keys between are theirs
        within = {f"{name}__gte": min(pks), f"{name}__lte": max(pks)}
        rows = other._base_manager.filter(**within).order_by()
        for pk, named in rows.values_list("pk", column.attname):
            if named in pks and pk not in own:
                yield named, f"已有{other._meta.verbose_name}"


def _rows(table, pks):
    pks = list(pks)
    for start in range(0, len(pks), PIECE):
        held = table.objects.select_for_update()
        yield from held.filter(pk__in=pks[start : start + PIECE])


def _give_back(table, old):
    """Write back what the columns of changed rows held before."""
    rows, columns = [], set()
    for row in _rows(table, map(int, old)):
        _, values = old[str(row.pk)]
        for name, text in values.items():
            column = table._meta.get_field(name)
            value = None if text is None else _plain(column).to_python(text)
            setattr(row, column.attname, value)
            columns.add(column.name)
        if isinstance(row, Member):
            row.derive()
        rows.append(row)
    more = {"spelling", "id_index"} if table is Member else set()
    table.save_many(rows, columns | more)


def _plain(column):
    """The column that holds the value: of a foreign key that of the other table."""
    return column.target_field if column.is_relation else column


def _take_out(made):
    """Delete the new rows, what names others first; how many people there were.

    A department or group that somebody else uses by now stays.
    """
    for label, pks in reversed(made.items()):
        table = apps.get_model(label)
        if table in PLACES:
            used = {pk for pk, _ in _references(table, pks, {})}
            pks = [pk for pk in pks if pk not in used]
        for start in range(0, len(pks), PIECE):
            table.objects.filter(pk__in=pks[start : start + PIECE]).delete()
    return len(made.get(PEOPLE, ()))
