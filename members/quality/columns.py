"""The columns of the findings."""

from django.urls import reverse

from members import pinyin
from members.quality.kinds import KINDS
from unionoffice.lists import Column

PLACES = {code: place for place, code in enumerate(KINDS)}


def columns(*, settled):
    """Of the findings; the day they were gone through of those that are `settled`."""
    return (*FINDINGS, SETTLED) if settled else FINDINGS


FINDINGS = (
    Column(
        "name",
        "姓名",
        "name",
        order=lambda one: pinyin.keys(one.name),
        width=12,
        is_head=True,
        url=lambda one: reverse("members:member_detail", args=[one.member]),
    ),
    Column("staff_no", "工号", "staff_no", order=lambda one: one.staff_no, width=10),
    Column(
        "kind",
        "检查项",
        "kind.title",
        order=lambda one: PLACES[one.kind.code],
        width=22,
    ),
    Column("says", "说明", "says", width=50),
)
SETTLED = Column(
    "settled", "核对日期", "settled_on", "day", order=lambda one: one.settled_on
)
