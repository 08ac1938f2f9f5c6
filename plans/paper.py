"""What the paper of a plan says: title, sections, measures, the months' items."""

import datetime
from dataclasses import dataclass

from members.models import Office
from plans import months


@dataclass(frozen=True)
class Item:
    """A line of the table of months."""

    when: str
    theme: str
    title: str
    lead: str


@dataclass(frozen=True)
class Paper:
    """A plan as a paper; `measures` are (text, deadline in words, who)."""

    title: str
    sections: list
    measures: list
    items: list
    signer: str = ""
    day: datetime.date | None = None


def paper_of(plan):
    """The paper of a stored plan, signed once it is approved."""
    office = Office.load()
    union = office.seal_text or office.union_name
    return Paper(
        title=plan.title,
        sections=[(one.heading, one.text) for one in plan.sections.all()],
        measures=[
            (one.text, due_of(one), one.responsible) for one in plan.measures.all()
        ],
        items=items_of(plan),
        signer=str(plan.owner or union) if plan.approved_on else "",
        day=plan.approved_on,
    )


def due_of(measure):
    """3月25日前, 6、12月 or nothing."""
    if measure.due_on:
        return f"{measure.due_on.month}月{measure.due_on.day}日前"
    return measure.when


def items_of(plan):
    """What is to be held, month by month; what has no month yet comes last."""
    rows = plan.activities.exclude(state="dropped").with_names()
    return [
        Item(
            when=when_of(row.first_month, row.last_month, plan.year),
            theme=row.theme,
            title=row.notes if row.title.endswith("…") and row.notes else row.title,
            lead=row.lead.name if row.lead else "",
        )
        for row in sorted(rows, key=_place)
    ]


def _place(row):
    never = datetime.date.max
    return (
        row.first_month or never,
        row.last_month or never,
        row.starts_on or never,
        row.pk,
    )


def when_of(first, last, year):
    """3月, 7—8月, 2027年1月, 2026年12月—2027年1月 or 未定, as the table writes them."""
    if first is None:
        return "未定"
    if first == last:
        return months.name(first, year)
    if first.year == last.year:
        return f"{months.name(first, year)[:-1]}—{last.month}月"
    return f"{months.name(first, year)}—{months.name(last, year)}"
