"""What the pages of a sitting tell: figures, the quorum, who came."""

import datetime
from collections import Counter
from dataclasses import dataclass

from django.utils import timezone

from congress import rules, thresholds
from congress.models import RollEntry, Sitting
from members.models import Member
from members.reporting import Moment
from unionoffice.xlsx import Column, Sheet

APP = "教代会"
TOLD = ("kind", "signed_at", "has_leave", "way")
MOST_CHOICES = 9  # entries among which a digit chooses


@dataclass(frozen=True)
class Figures:
    """Of the full delegates: how many were to come, came (some of them online), told,
    did not; and guests."""

    expected: int
    present: int
    leave: int
    guests: int
    online: int = 0

    @property
    def absent(self):
        return self.expected - self.present - self.leave

    @property
    def needed(self):
        return thresholds.TWO_THIRDS.needed(self.expected)

    @property
    def is_met(self):
        return thresholds.TWO_THIRDS.is_met(self.present, self.expected)

    @property
    def words(self):
        return thresholds.quorum(self.expected, self.present)

    @property
    def share(self):
        """Per mille of 应到, for the width of the bar."""
        return 1000 * self.present // self.expected if self.expected else 0

    @property
    def mark(self):
        """Where two thirds lie on the bar, per mille."""
        return 1000 * self.needed // self.expected if self.expected else 0


def figures(sitting):
    """Of the roll of a sitting, in one query."""
    rows = sitting.roll.order_by().values_list(*TOLD)
    return _figures(list(rows))


def _figures(rows):
    """`rows` are as TOLD says."""
    full = [row for row in rows if row[0] == "full"]
    here = [row for row in rows if row[1]]
    present = sum(row[0] == "full" for row in here)
    leave = sum(row[1] is None and row[2] for row in full)
    online = sum(row[0] == "full" and row[3] == "online" for row in here)
    return Figures(len(full), present, leave, len(here) - present, online)


def by_delegation(sitting):
    """[(name, expected, present)] of the full delegates, in their order."""
    rows = sitting.roll.full().values_list("delegation", "signed_at")
    expected, present = Counter(), Counter()
    for name, signed_at in rows.order_by("pk"):
        expected[name or "没有代表团"] += 1
        present[name or "没有代表团"] += signed_at is not None
    return [(name, count, present[name]) for name, count in expected.items()]


def sitting_page(sitting, user):
    office = bool(rules.roll_read(user))
    own = sitting.entry_of(user.member) if user.member_id else None
    people = sitting.roll.with_people().in_order()
    return {
        "sitting": sitting,
        "figures": figures(sitting),
        "parts": by_delegation(sitting),
        "own": own,
        "absent": people.full().absent() if office else [],
        "on_leave": people.full().on_leave() if office else [],
        "office": office,
        "edit": rules.sitting_edit(user, sitting),
        "open": rules.sitting_open(user, sitting),
        "close": rules.sitting_close(user, sitting),
        "sign": rules.sitting_sign(user, sitting),
        "leave": rules.leave_ask(user, sitting, own),
        "withdraw": rules.leave_withdraw(user, own),
    }


def meant(sitting, typed):
    """Entries that a name, pinyin, initials or a 工号 may mean; a whole 工号 or name
    before what only begins so."""
    words = typed.strip()
    rows = sitting.roll.with_people().in_order()
    exact = rows.filter(member__staff_no__iexact=words) | rows.filter(
        member__name=words
    )
    if found := list(exact[: MOST_CHOICES + 1]):
        return found
    people = Member.objects.search(words).order_by().values("pk")
    return list(rows.filter(member__in=people)[: MOST_CHOICES + 1])


def moments(member):
    """Sittings the person came to, for the timeline."""
    rows = RollEntry.objects.of_member(member.pk).present().with_people()
    return [
        Moment(timezone.localdate(row.signed_at), f"出席{row.sitting}", app=APP)
        for row in rows
    ]


HEADS = (
    Column("会议", width=36),
    Column("日期", "day"),
    Column("应到", "number"),
    Column("实到", "number"),
    Column("其中线上", "number"),
    Column("请假", "number"),
    Column("缺席", "number"),
    Column("列席、特邀", "number", 11),
    Column("到会率", "percent"),
)


def year_sheet(year):
    """出席情况: the sittings of a year that were signed in to."""
    first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    rows = Sitting.objects.filter(held_on__range=(first, last))
    rows = rows.exclude(state=Sitting.State.PREPARING).select_related("session")
    people = {}
    told = RollEntry.objects.filter(sitting__in=rows).order_by()
    for key, *row in told.values_list("sitting", *TOLD):
        people.setdefault(key, []).append(row)
    lines = [_line(row, _figures(people.get(row.pk, []))) for row in rows]
    return Sheet("教代会出席情况", HEADS, lines)


def _line(sitting, told):
    rate = told.present / told.expected if told.expected else None
    counts = (
        told.expected,
        told.present,
        told.online,
        told.leave,
        told.absent,
        told.guests,
    )
    return (str(sitting), sitting.held_on, *counts, rate)


ROLL = (
    Column("代表团", width=14),
    Column("姓名", width=10),
    Column("类型", width=10),
    Column("签到时间", "moment"),
    Column("怎样签到", width=10),
    Column("请假", width=6),
    Column("请假说明", width=24),
)


def roll_sheet(sitting):
    """签到表: everybody of the roll, with time or leave."""
    rows = sitting.roll.with_people().in_order()
    return Sheet(
        f"{sitting}签到表",
        ROLL,
        [
            (
                row.delegation,
                row.member.name,
                row.get_kind_display(),
                row.signed_at
                and timezone.localtime(row.signed_at).replace(tzinfo=None),
                row.get_way_display(),
                "是" if row.has_leave else "",
                row.leave_reason,
            )
            for row in rows
        ],
        notes=(f"{figures(sitting).words}。",),
    )
