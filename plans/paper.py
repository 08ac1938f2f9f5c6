"""What the paper of a plan says: title, sections, measures, the months' items."""

import datetime
from dataclasses import dataclass

from members.models import Office
from plans import months
from plans.drafts import UNTITLED
from plans.models import Plan
from unionoffice.templatetags.office import monthday


@dataclass(frozen=True)
class Item:
    """A line of the table of months."""

    when: str
    theme: str
    title: str
    lead: str
    category: str = ""
    days: str = ""  # 3月8日, 9月28日—10月3日; stands behind the title in brackets

    @property
    def words(self):
        return f"{self.title}（{self.days}）" if self.days else self.title


@dataclass(frozen=True)
class Paper:
    """A plan as a paper; `measures` are (text, deadline in words, who)."""

    title: str
    sections: list
    measures: list
    items: list
    span: str = ""  # 2027年2月—2028年1月, where the title does not tell
    signer: str = ""
    day: datetime.date | None = None


def paper_of(plan):
    """The paper of a stored plan, signed once it is approved."""
    office = Office.load()
    union = office.seal_text or office.union_name
    return Paper(
        title=plan.title,
        span=span_of(plan),
        sections=_sections(plan),
        measures=[
            (one.text, due_of(one), one.responsible) for one in plan.measures.all()
        ],
        items=items_of(plan),
        signer=str(plan.owner or union) if plan.approved_on else "",
        day=plan.approved_on,
    )


def span_of(plan):
    """2027年2月—2028年1月; nothing for a calendar year that the title names."""
    is_calendar = (plan.start_month, plan.months) == (1, Plan.Length.YEAR)
    if is_calendar and str(plan.year) in plan.title:
        return ""
    first = datetime.date(plan.year, plan.start_month, 1)
    last = months.plus(first, plan.months - 1)
    return f"{first.year}年{first.month}月—{last.year}年{last.month}月"


def _sections(plan):
    """(heading, text); the words before the first heading have none."""
    found = [(one.heading, one.text) for one in plan.sections.all()]
    if found and found[0][0] == UNTITLED:
        found[0] = ("", found[0][1])
    return found


def due_of(measure):
    """3月25日前, 6、12月 or nothing."""
    if measure.due_on:
        return f"{measure.due_on.month}月{measure.due_on.day}日前"
    return measure.when


def items_of(plan):
    """What is to be held, month by month; what has no month yet comes last."""
    rows = plan.activities.exclude(state="dropped").with_names()
    rows = rows.select_related("category")
    return [
        Item(
            when=when_of(row.first_month, row.last_month, plan.year),
            theme=row.theme,
            title=row.notes if row.title.endswith("…") and row.notes else row.title,
            lead=row.lead.name if row.lead else "",
            category=row.category.name if row.category else "",
            days=days_of(row.starts_on, row.ends_on),
        )
        for row in sorted(rows, key=_place)
    ]


def days_of(first, last):
    """3月8日, 9月10日—12日, 9月28日—10月3日, or nothing."""
    if first is None:
        return ""
    begun = monthday(first)
    if last is None or last == first:
        return begun
    month = "" if last.month == first.month else f"{last.month}月"
    return f"{begun}—{month}{last.day}日"


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
