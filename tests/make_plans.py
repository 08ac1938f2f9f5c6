"""Rows of the plans app: valid by default, one plain function per model."""

import datetime

from plans.models import (
    Activity,
    ActivityFile,
    Attendance,
    Category,
    Duty,
    DutyDone,
    LeadRequest,
    Measure,
    Plan,
    PlanSection,
    SchoolPeriod,
)
from tests import make_members

MARCH = datetime.date(2026, 3, 1)
DRAFT = {
    "title": "二〇二六年工会计划",
    "sections": [{"heading": "指导思想", "text": "把会员的事办好。"}],
    "measures": [
        {"text": "修订慰问办法", "months": [3], "due": "03-25", "responsible": "沈主席"}
    ],
    "activities": [
        {
            "title": "女教职工插花课",
            "months": [3],
            "year_offset": 0,
            "theme": "",
            "line": 4,
        },
        {
            "title": "教职工疗休养",
            "months": [7, 8],
            "year_offset": 0,
            "theme": "清凉一夏",
            "line": 6,
        },
    ],
    "warnings": [],
}


def category(name="茶艺", **values):
    return Category.objects.create(name=name, **{"colour": 3} | values)


def plan(**values):
    values.setdefault("title", "2026年工会计划")
    values.setdefault("year", 2026)
    if values.get("state") in ("approved", "archived"):
        values.setdefault("approved_on", datetime.date(2026, 1, 9))
    if values.get("state") == "review":
        values.setdefault("submitted_on", datetime.date(2026, 1, 8))
    if values.get("state") == "archived":
        values.setdefault("archived_on", datetime.date(2026, 12, 31))
    return Plan.objects.create(**values)


def period(**values):
    values.setdefault("name", "寒假")
    values.setdefault("kind", "holiday")
    values.setdefault("starts_on", datetime.date(2026, 1, 24))
    values.setdefault("ends_on", datetime.date(2026, 2, 22))
    return SchoolPeriod.objects.create(**values)


def section(**values):
    values.setdefault("plan", values.get("plan") or plan())
    return PlanSection.objects.create(
        **{"heading": "工作目标", "text": "人人参加。"} | values
    )


def measure(**values):
    values.setdefault("plan", values.get("plan") or plan())
    return Measure.objects.create(
        **{"text": "公开经费收支", "months": [6, 12]} | values
    )


def activity(**values):
    """Planned for March 2026, outside of any plan unless one is given."""
    values.setdefault("title", "教职工健步走")
    values.setdefault("first_month", MARCH)
    values.setdefault("last_month", values["first_month"])
    if values.get("state") in ("held", "closed"):
        values.setdefault("held_on", datetime.date(2026, 3, 8))
    if values.get("state") == "closed":
        values.setdefault("report", "大家走完了全程。")
    if values.get("state") in ("dropped", "postponed"):
        values.setdefault("reason", "下雨。")
    return Activity.objects.create(**values)


def attendance(**values):
    values.setdefault("activity", values.get("activity") or activity())
    values.setdefault("member", values.get("member") or make_members.member())
    return Attendance.objects.create(**values)


def file(**values):
    values.setdefault("activity", values.get("activity") or activity())
    values.setdefault("added_by", values.get("added_by") or make_members.user("member"))
    return ActivityFile.objects.create(
        **{
            "name": "签到表.pdf",
            "content_type": "application/pdf",
            "size": 9,
            "sha256": "0" * 64,
            "file": "missing",
        }
        | values
    )


def duty(**values):
    """Monthly since the beginning of 2026 unless told otherwise."""
    values.setdefault("title", f"常规工作{Duty.objects.count() + 1}")
    return Duty.objects.create(
        **{"rhythm": "monthly", "since": datetime.date(2026, 1, 1)} | values
    )


def duty_done(**values):
    values.setdefault("duty", values.get("duty") or duty())
    return DutyDone.objects.create(
        **{"period": MARCH, "done_on": datetime.date(2026, 3, 9)} | values
    )


def lead_request(**values):
    """Asked about an item of a plan that the member leads."""
    member = values.setdefault("member", values.get("member") or make_members.member())
    if "activity" not in values:
        values["activity"] = activity(plan=plan(), lead=member)
    return LeadRequest.objects.create(
        **{"asked_on": datetime.date(2026, 1, 5)} | values
    )
