"""Turn what was read out of a plan text into rows: months placed, categories guessed."""

import datetime
from collections import Counter

from members.models import Member
from plans import months
from plans.models import Activity, Measure, PlanSection
from plans.plantext.shapes import fold

UNTITLED = "（无标题）"
UNSORTED = "未分类"


def guess_category(title, categories):
    """The category whose words fit the title best, or None.

    Both are compared in one width and in simplified characters.
    """
    best, score, title = None, (0, 0), fold(title)
    for category in categories:
        hits = [word for word in fold(category.words).split() if word in title]
        found = (len(hits), max(map(len, hits), default=0))
        if found > score:
            best, score = category, found
    return best


def category_of(one, categories):
    """The Category that somebody gave a row, that its table names, or that its words
    suggest; None where there is none."""
    if "category" in one:
        return one["category"]
    name = one.get("category_name", "")
    if name == UNSORTED:
        return None
    named = next((row for row in categories if row.name == name), None)
    return named or guess_category(f"{one['title']} {name}", categories)


def sections(draft, plan):
    """Unsaved sections of the draft, in order."""
    return [
        PlanSection(plan=plan, order=number, **_headed(one["heading"], one["text"]))
        for number, one in enumerate(draft.get("sections", ()), 1)
    ]


def measures(draft, plan):
    return [
        Measure(
            plan=plan,
            text=one["text"],
            months=list(one.get("months") or ()),
            due_on=_due(one.get("due"), plan),
            responsible=(one.get("responsible") or "")[:100],
        )
        for one in draft.get("measures", ())
    ]


def activities(draft, plan, categories):
    """Unsaved activities; `category` (a Category) may stand in a row already."""
    found = draft.get("activities", ())
    leads = _leads({one["responsible"] for one in found if one.get("responsible")})
    return [_activity(one, plan, categories, leads) for one in found]


def _leads(names):
    """{name: member} of those whose name only one of the staff bears."""
    rows = Member.objects.working().filter(name__in=names) if names else ()
    counted = Counter(member.name for member in rows)
    return {member.name: member for member in rows if counted[member.name] == 1}


def _activity(one, plan, categories, leads):
    first, last = months.place(
        one.get("months") or (),
        one.get("year_offset") or 0,
        plan.year,
        plan.start_month,
    )
    starts_on, ends_on = _days(one.get("days"), first, last)
    title, notes = _fitting(one["title"], 200)
    if one.get("days") and starts_on is None:
        notes = f"{notes}\n原文的日期：{'至'.join(dict.fromkeys(one['days']))}".strip()
    who = one.get("responsible", "")
    if who and who not in leads:
        notes = f"{notes}\n负责人：{who}".strip()
    return Activity(
        plan=plan,
        title=title,
        notes=notes,
        lead=leads.get(who),
        first_month=first,
        last_month=last,
        starts_on=starts_on,
        ends_on=ends_on,
        category=category_of(one, categories),
        theme=(one.get("theme") or "")[:100],
        source_line=one.get("line"),
    )


def _days(told, first, last):
    """The (first, last) day of ("MM-DD", "MM-DD") in the months of the activity; None
    where there is no such day, or it is one day only."""
    if not told or first is None:
        return None, None
    try:
        begun, ended = (
            datetime.date(when.year, when.month, int(day.split("-")[1]))
            for when, day in zip((first, last), (told[0], told[-1]), strict=True)
        )
    except ValueError:
        return None, None
    return begun, ended if ended > begun else None


def _headed(heading, text):
    """A heading that fits its column; a longer one is kept whole in the text."""
    short, whole = _fitting(heading or UNTITLED, 120)
    return {"heading": short, "text": f"{whole}\n{text}".strip() if whole else text}


def _fitting(text, longest):
    """The text cut to its column, and the whole of it where it was cut."""
    return (text, "") if len(text) <= longest else (text[: longest - 1] + "…", text)


def _due(text, plan):
    """The real day of "MM-DD", or None; 02-29 only where there is one."""
    try:
        month, day = (int(part) for part in (text or "").split("-"))
        first, _ = months.place([month], 0, plan.year, plan.start_month)
        return datetime.date(first.year, month, day)
    except ValueError:
        return None
