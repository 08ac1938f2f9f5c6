"""Items bound to a festival that wanders: which festival, and where it falls."""

import datetime
import re

from plans import festivals, months

# Words of a title that bind it to a festival of the lunar (or the solar) calendar.
BOUND = (
    ("春节", re.compile(r"春节|新春|春联|拜年|团拜")),
    ("元宵节", re.compile(r"元宵|灯谜")),
    ("清明节", re.compile(r"清明|扫墓|祭扫")),
    ("端午节", re.compile(r"端午|粽|龙舟")),
    ("中秋节", re.compile(r"中秋|月饼")),
    ("重阳节", re.compile(r"重阳|老年节|敬老")),
    ("母亲节", re.compile(r"母亲节")),
    ("除夕", re.compile(r"除夕|年夜饭")),
    ("小年", re.compile(r"小年(?!级)")),
)
BEFORE = re.compile(r"\S{0,4}?前")  # 春节前…, 中秋节前夕…
MISDATED = "{}在 {} 年是{}月{}日，原文写的是另一天，请核对"
AHEAD = datetime.timedelta(days=14)  # what is done before a festival


def bound_to(title):
    """(name of the festival, whether it is done before it) of a title, or None."""
    found = [
        (match.start(), name, match)
        for name, pattern in BOUND
        if (match := pattern.search(title))
    ]
    if not found:
        return None
    _, name, match = min(found, key=lambda one: one[0])
    return name, bool(BEFORE.match(title, match.end()))


def falls_on(name, window, near):
    """The day of the festival within some months (their first days), nearest to the
    month `near`; None where it falls into none of them."""
    first, last = window[0], window[-1]
    days = [
        one.day
        for year in range(first.year, last.year + 1)
        for one in festivals.festivals(year)
        if one.name == name and first <= one.day.replace(day=1) <= last
    ]
    return min(days, key=lambda day: abs((day - near).days), default=None)


def doubts(draft, year, start_month):
    """Warnings, {"line", "message"}, for the activities of a draft whose text says
    another day than that of the festival they are named for."""
    found = []
    for one in draft["activities"]:
        bound, told = bound_to(one["title"]), one.get("days")
        if not (bound and told and one["months"]) or bound[1]:
            continue
        first, _ = months.place(one["months"], one["year_offset"], year, start_month)
        window = months.run(months.plus(first, -1), 3)
        day = falls_on(bound[0], window, first)
        if day and not told[0] <= f"{day:%m-%d}" <= told[-1]:
            sentence = MISDATED.format(bound[0], day.year, day.month, day.day)
            found.append({"line": one["line"], "message": sentence})
    return found
