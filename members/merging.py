"""Two records of one person become one: what points at a member, and how it moves.

Each app tells its own relations at its start, so that the ground floor knows none of
them by import. What nobody told is not merged over: the merge is refused.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.db.models import F, ProtectedError, Q, UniqueConstraint

from members.models import Member
from unionoffice.states import StateError


@dataclass(frozen=True)
class Relation:
    """What the rows are called; and where both records have one that only one may
    have, `rank` of a row says which is kept: the higher, or the kept record's;
    `clash` of the two may answer with a sentence why they cannot be one."""

    words: str
    rank: Callable = lambda row: 0
    clash: Callable = lambda row, twin: ""


@dataclass
class Moved:
    """What a merge did to the records of all apps: how many went over, of how many
    both had one, and what became void (sentences)."""

    counts: Counter = field(default_factory=Counter)
    doubled: Counter = field(default_factory=Counter)
    voided: list = field(default_factory=list)

    @property
    def dropped(self):
        """What is there no more, in sentences."""
        both = [
            f"{words}有 {count} 条两边都有，各留一条"
            for words, count in self.doubled.items()
        ]
        return both + self.voided


# Memberships, accounts and places are joined by the service itself.
BY_ITSELF = {
    "members.membership.member": "会籍",
    "members.user.member": "账号",
    "members.placement.member": "所在部门和小组",
}


def _how_far(application):
    """Of two open applications the one with the group's advice is kept."""
    return application.advised_at is not None


RELATIONS = {
    "members.uniongroup.leader": Relation("组长"),
    "members.department.leader": Relation("部门负责人"),
    "members.leading.member": Relation("担任组长、负责人的经历"),
    "members.seat.member": Relation("任职"),
    "members.application.member": Relation("会籍申请", _how_far),
    "members.application.advised_by": Relation("写的小组意见"),
    "members.application.decided_by": Relation("批准的会籍申请"),
    "members.correction.member": Relation("资料更正"),
    "members.member.merged_into": Relation("早先合并的记录"),
    "members.settledfinding.member": Relation("核对过的资料"),
}
# Called with the kept member when all has moved; each answers what it made void.
AFTERWARDS = []


def tell(relations, afterwards=None):
    """Add the relations of another app: {"app.model.field": Relation}."""
    RELATIONS.update(relations)
    if afterwards and afterwards not in AFTERWARDS:
        AFTERWARDS.append(afterwards)


def pointing():
    """{"app.model.field": field} of every foreign key to Member, hidden ones and
    those of many-to-many tables too."""
    return {
        f"{relation.related_model._meta.label_lower}.{relation.field.name}": (
            relation.field
        )
        for relation in Member._meta.get_fields(include_hidden=True)
        if relation.auto_created and (relation.one_to_many or relation.one_to_one)
    }


def unknown():
    """Names of relations that nobody told: a merge would leave rows behind."""
    return sorted(pointing().keys() - RELATIONS.keys() - BY_ITSELF.keys())


def to_move(gone):
    """[(what, how many)] of the rows that would go over."""
    told = []
    for name, column in pointing().items():
        count = _rows(column, gone).count()
        words = BY_ITSELF.get(name) or RELATIONS[name].words
        if count:
            told.append((words, count))
    return told


def move(kept, gone):
    """Let all that points at `gone` point at `kept`; returns a Moved.

    Raises StateError where a row cannot go over.
    """
    moved = Moved()
    for name, column in pointing().items():
        if name in BY_ITSELF:
            continue
        for row in _rows(column, gone):
            _move(row, column, kept, RELATIONS[name], moved)
    for afterwards in AFTERWARDS:
        moved.voided += afterwards(kept)
    return moved


def _rows(column, member):
    return column.model._base_manager.filter(**{column.name: member})


def _move(row, column, kept, relation, moved):
    try:
        _point(row, column, kept)
    except IntegrityError:
        twin = _twin(row, column, kept)
        if twin is None:
            told = f"{relation.words}「{row}」不能并到一个人名下，两条记录不能合并。"
            raise StateError(told) from None
        _keep_one(row, twin, column, kept, relation)
        moved.doubled[relation.words] += 1
    else:
        moved.counts[relation.words] += 1


def _point(row, column, kept):
    values = {column.name: kept}
    if "version" in {f.name for f in row._meta.concrete_fields}:
        values["version"] = F("version") + 1  # open forms learn of it
    with transaction.atomic():
        type(row)._base_manager.filter(pk=row.pk).update(**values)


def _keep_one(row, twin, column, kept, relation):
    """Of two rows that only one may have, delete the lesser."""
    if told := relation.clash(row, twin):
        raise StateError(told)
    better = relation.rank(row) > relation.rank(twin)
    lesser = twin if better else row
    try:
        type(row)._base_manager.filter(pk=lesser.pk).delete()
    except ProtectedError:
        told = f"{relation.words}「{row}」两边都有，都有后续记录，两条记录不能合并。"
        raise StateError(told) from None
    if better:
        _point(row, column, kept)


def _twin(row, column, kept):
    """The row of the kept record that stands in the way, or None."""
    for names, condition in _unique(row, column):
        same = {name: getattr(row, name) for name in names} | {column.name: kept}
        rows = type(row)._base_manager.filter(**same).filter(condition or Q())
        if twin := rows.first():
            return twin
    return None


def _unique(row, column):
    """(columns, condition or None) of what is unique and holds this column."""
    sets = [(set(names), None) for names in row._meta.unique_together]
    sets += [
        (set(constraint.fields), constraint.condition)
        for constraint in row._meta.constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    return [pair for pair in sets if column.name in pair[0]]
