"""member_merge: of two records of one person one stays; the other leads to it."""

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from members import audit, merging
from members.models import Member, Membership, User
from members.services import accounts, memberships, placements
from unionoffice.states import StateError

MEANWHILE = "刚才有人改过其中一条记录，请重新对照。"


def columns():
    """The columns of a record that one chooses between: all that people edit, but
    not the 工号, which stays with its record."""
    return [
        column
        for column in Member._meta.concrete_fields
        if column.editable
        and not column.primary_key
        and column.name not in ("staff_no", "birth_day_known")
    ]


@transaction.atomic
def member_merge(kept, gone, *, by, taken, account=None):
    """Give `kept` all that points at `gone`, and the columns `taken` from it.

    `gone` keeps its 工号 and name, leads to `kept` and stands in no list. Of two
    accounts `account` stays. Returns merging.Moved; raises StateError where the two
    changed since they were read, or cannot be one.
    """
    seen = {kept.pk: kept.version, gone.pk: gone.version}
    kept, gone = _held(kept, gone, seen)
    if merging.unknown():
        raise StateError("有的记录还不知道怎样合并，请告诉系统管理员。")
    periods = _joined([*kept.memberships.all(), *gone.memberships.all()])
    values = {name: getattr(gone, name) for name in taken}
    if "birth_date" in values:
        values["birth_day_known"] = gone.birth_day_known
    _keep_account(kept, gone, account, by)
    _empty(gone, kept)
    _take(kept, values, periods)
    try:
        _write_periods(periods, kept, gone)
        moved = merging.move(kept, gone)
        placements.placements_join(kept, gone)
    except ProtectedError:
        raise StateError("两段会籍都有后续记录，不能合成一段。") from None
    memberships.settle(kept)
    memberships.settle(gone)
    audit.record(
        by,
        "member.merged",
        kept,
        kept=kept.staff_no,
        gone=gone.staff_no,
        taken=[c.verbose_name for c in columns() if c.name in taken],
        moved=dict(moved.counts),
        dropped=moved.dropped,
    )
    return moved


def _held(kept, gone, seen):
    """Both rows as they are now, locked in the order of their keys."""
    rows = Member.objects.select_for_update().among([kept, gone]).order_by("pk")
    found = {row.pk: row for row in rows}
    late = any(found[pk].version != version for pk, version in seen.items())
    if late or any(row.merged_into_id for row in found.values()):
        raise StateError(MEANWHILE)
    return found[kept.pk], found[gone.pk]


def _empty(gone, kept):
    """Leave of a record its 工号 and its name."""
    for column in columns():
        if column.name != "name":
            setattr(gone, column.attname, column.get_default())
    gone.work_status = Member.WorkStatus.LEFT
    gone.merged_into = kept
    gone.version += 1
    gone.save()


def _take(kept, values, periods):
    for name, value in values.items():
        setattr(kept, name, value)
    wrong = list(kept.impossible())
    born = kept.birth_date
    if born and any(period.joined_on <= born for period in periods):
        wrong.append("入会日期在出生日期之前。")
    if wrong:
        raise StateError("这样合并以后对不上：" + "".join(wrong))
    kept.version += 1
    try:
        with transaction.atomic():
            kept.save()
    except IntegrityError:
        raise StateError("选好的资料和名册里别的记录冲突，请重新选。") from None


def _keep_account(kept, gone, account, by):
    """Of two accounts one is closed and stands for nobody; a single one moves."""
    held = list(User.objects.filter(member__in=[kept, gone]).order_by("pk"))
    if len(held) == 2:
        staying = next((one for one in held if account and one.pk == account.pk), None)
        if staying is None:
            raise StateError("两条记录各有一个账号，请选保留哪一个。")
        closing = next(one for one in held if one.pk != staying.pk)
        if closing.pk == by.pk:
            raise StateError("不能停用自己正在用的账号，请选保留它。")
        accounts.account_close(closing, by=by)
        User.objects.filter(pk=closing.pk).update(member=None)
        held = [staying]
    for one in held:
        User.objects.filter(pk=one.pk).update(member=kept)


def _joined(periods):
    """The memberships of both as one history: those that overlap become one."""
    told = []
    for period in sorted(periods, key=lambda p: (p.joined_on, p.pk)):
        if told and told[-1].overlaps(period):
            _absorb(told[-1], period)
        else:
            told.append(period)
    return told


def _absorb(first, second):
    """Let the earlier of two overlapping memberships last as long as both."""
    if first.ended_on and (second.ended_on is None or second.ended_on > first.ended_on):
        first.ended_on, first.ended_by = second.ended_on, second.ended_by
    kept = [p for p in (first, second) if p.kept_on]
    if kept:
        earliest = min(kept, key=lambda p: p.kept_on)
        first.kept_on, first.kept_for = earliest.kept_on, earliest.kept_for
    if second.document and second.document not in first.document:
        longest = Membership._meta.get_field("document").max_length
        first.document = first.with_document(second.document)[:longest]


def _write_periods(periods, kept, gone):
    stay = [period.pk for period in periods]
    Membership.objects.filter(member__in=[kept, gone]).exclude(pk__in=stay).delete()
    for period in periods:
        period.member = kept
        period.version += 1
        period.save()
