"""Which of the lines that begin with a month are headings of this plan's calendar."""

import re

from plans.plantext.headings import CALENDAR, heading_of, is_table_head
from plans.plantext.monthheads import COLON, DATED, LOOSE, WHOLE, head_of
from plans.plantext.shapes import is_finished, mark_of

_COUNTED = ("month", "quarter", "half", "term")
_TITLE = re.compile(r"计划|总结|方案|要点|安排|工会")
_LIMIT = re.compile(r"时\s?限")
LONG = 60
FEW = 3  # lines of a text in which one month, or one day, is a plan


def month_heads(lines, skipped=frozenset(), wrong=frozenset()):
    """{index: Head} of the accepted headings; empty where there is no calendar.

    `wrong` are headings of no month there is (13月): they count as company.
    """
    said = [index for index, line in enumerate(lines) if line.text]
    found = {
        index: head
        for index in said
        if index not in skipped and (head := head_of(lines[index]))
    }
    _settle_numbers(found)
    context = _Context(lines, said, found, wrong)
    strong = {
        index: head
        for index, head in found.items()
        if head.is_strong and context.is_plausible(index, head)
    }
    sure = context.makes_calendar(strong)
    loose = _loose(context, strong, sure)
    months = strong | loose if sure or loose else {}
    return months | _days(context, months) if months else _dated(context)


def _settle_numbers(found):
    """七、八月 or 7. 八月? It is a number if the headings before and after count on."""
    before = None
    order = [index for index in sorted(found) if not _is_told(found[index])]
    for place, index in enumerate(order):
        head = found[index]
        if head.other and _counts_on(head.other, before, found, order[place + 1 :]):
            head = found[index] = head.other
        if head.mark or head.is_strong:
            before = head.mark


def _is_told(head):
    """A date or a month within a sentence counts nothing."""
    return head.strength == DATED or (head.strength == LOOSE and _is_prose(head))


def _counts_on(numbered, before, found, later):
    mark = numbered.mark
    if before is not None:
        return (before.style, before.value + 1) == (mark.style, mark.value)
    if mark.value != 1 or not later:
        return False
    following = found[later[0]]
    after = following.mark or (following.other.mark if following.other else None)
    return after is not None and (after.style, after.value) == (mark.style, 2)


class _Context:
    """What stands around a line."""

    def __init__(self, lines, said, found, wrong):
        self.lines, self.found = lines, found
        self.place = {index: place for place, index in enumerate(said)}
        self.said = said
        self.wrong = {lines[index].shape for index in wrong}
        self.limits = sum(1 for index in said if _LIMIT.match(lines[index].shape))

    def before(self, index, steps=1):
        place = self.place[index] - steps
        return self.lines[self.said[place]] if place >= 0 else None

    def after(self, index):
        place = self.place[index] + 1
        return self.lines[self.said[place]] if place < len(self.said) else None

    def is_plausible(self, index, head):
        """Not a date under the title or the signature, not a deadline."""
        if head.strength == WHOLE and not head.line.shape.endswith(":"):
            return self._stands_alone(index, head)
        if head.strength == COLON and head.when.kind != "month":
            return bool(head.rest.text) or self.after(index) is not None
        return True

    def _stands_alone(self, index, head):
        following = self.after(index)
        if (
            following is None
        ):  # 六月 with nothing beneath it; a dated line is a signature
            return bool(self.place[index]) and "年" not in head.line.shape
        if self.place[index] == 0 and _TITLE.search(head.line.shape):
            others = sum(other.strength == WHOLE for other in self.found.values())
            opens = others > 1 or self._opens_list(index, head)
            return head.when.kind == "month" and opens
        named = head.when.kind == "month" and "年" in head.line.shape
        dated = head.when.year or named
        if dated and heading_of(following, "chinese"):
            return False
        if dated and self.place[index] == 0 and self._is_head(self.said[1]):
            return False
        if dated and len(following.text) > LONG // 2 and not mark_of(following.shape):
            return False
        return (
            self.limits < 2
            or self.has_calendar_heading(index)
            or "份" in head.line.shape
        )

    def _is_head(self, index):
        return index in self.found and self.found[index].strength != DATED

    def has_calendar_heading(self, index):
        for steps in (1, 2, 3):
            line = self.before(index, steps)
            if line is None:
                return False
            heading = heading_of(line, "chinese")
            if (heading and heading.kind == CALENDAR) or is_table_head(line.shape):
                return True
        return False

    def makes_calendar(self, strong):
        """Two months with their own headings, or one that is plainly announced."""
        counted = {i: h for i, h in strong.items() if h.when.kind in _COUNTED}
        company = strong if self.wrong else counted
        named = {head.named for head in company.values()}
        days = sum(_is_day_line(head) for head in self.found.values())
        few = len(self.said) <= FEW or days >= FEW - 1
        if named and (len(named | self.wrong) > 1 or few):
            return True
        return any(
            self.has_calendar_heading(index) or self._opens_list(index, head)
            for index, head in counted.items()
        )

    def _opens_list(self, index, head):
        if head.rest.text:
            mark = mark_of(head.rest.shape)
            return bool(mark) and mark.value == 1
        following = self.after(index)
        mark = mark_of(following.shape) if following else None
        return bool(mark) and mark.value == 1 and len(following.text) <= LONG

    def is_fresh(self, index):
        """The line begins a thought; it does not go on with a broken sentence."""
        above = self.before(index)
        if above is None or is_finished(above.shape) or len(above.text) <= 30:
            return True
        return self.place[index] and self.said[self.place[index] - 1] in self.found


def _loose(context, strong, sure):
    """3月庆祝三八节: believed in the company of others, when the months move on."""
    loose = _loose_heads(context)
    order = sorted(strong.keys() | loose.keys())
    announced = bool(order) and context.has_calendar_heading(order[0])
    if not announced:
        loose = {index: head for index, head in loose.items() if not _is_prose(head)}
    chosen, last, chain = {}, None, set()
    for index in sorted(strong.keys() | loose.keys()):
        head = strong.get(index) or loose[index]
        moves = last is None or _moves_on(last, head, 11 if announced else 7)
        if not moves and index in loose:
            continue
        if index in loose:
            chosen[index] = head
        if head.when.kind == "year":
            continue
        if moves:
            chain.add(index)
        last = head
    enough = (sure and len(strong) >= 2) or len(chain) >= (2 if announced else 3)
    return chosen if enough else {}


def _loose_heads(context):
    return {
        index: head
        for index, head in context.found.items()
        if head.strength == LOOSE
        and len(head.line.text) <= 2 * LONG
        and context.is_fresh(index)
        and head.rest.text
    }


def _is_prose(head):
    """1、3月份组织踏青 is a work with its month; 三月份，学校… tells a story."""
    before = head.line.shape.removesuffix(head.rest.shape)
    if before.rstrip().endswith(",") and is_finished(head.line.shape):
        return True
    return head.mark is not None and not before.endswith(" ")


def _moves_on(last, head, most):
    """From March to April, or at most some months on; into the half of a year too."""
    if head.when.kind != "month":
        return True
    if last.when.kind != "month" and set(head.when.months) <= set(last.when.months):
        return True
    return 1 <= (head.when.months[0] - last.when.months[-1]) % 12 <= most


def _dated(context):
    """A calendar of days: three lines or more that begin 3月8日, 4月23日, …"""
    dated = {
        index: head
        for index, head in context.found.items()
        if head.strength in (DATED, LOOSE)
        and len(head.line.text) <= LONG
        and context.is_fresh(index)
        and _is_dated(head)
    }
    if dated and not context.has_calendar_heading(min(dated)):
        dated = {index: head for index, head in dated.items() if head.mark is None}
    places = {context.place[index] for index in dated}
    neighbours = sum(place + 1 in places for place in places)
    days = sum(head.strength == DATED for head in dated.values())
    few = len(context.said) <= FEW and days > 0
    return dated if few or (neighbours >= 2 and days >= 2) else {}


def _days(context, months):
    """5月4日 座谈 among months: a heading where the month above it is another."""
    days = {
        context.place[index]: head
        for index, head in context.found.items()
        if head.strength == DATED
        and mark_of(head.line.shape) is None
        and len(head.line.text) <= LONG // 2
        and context.is_fresh(index)
        and _is_dated(head)
    }
    taken = {context.place[index]: head for index, head in months.items()}
    first, last = min(taken), max(taken)
    first = _first_day(context, days, first)
    last = _last_day(context, days, taken, last)
    chosen, above = {}, None
    for place in range(first, last + 1):
        head = taken.get(place) or days.get(place)
        if head is None:
            continue
        if place not in taken and (above is None or above != head.when.months):
            chosen[context.said[place]] = head
        above = head.when.months
    return chosen


_NEAR = 10  # lines from one day to the next


def _first_day(context, days, first):
    """Days go before the first month: next to it, or over one short line between."""
    place = first - 1
    while place in days or (place - 1 in days and _is_short(context, place)):
        first = place if place in days else first
        place -= 1
    return first


def _is_short(context, place):
    line = context.lines[context.said[place]]
    return len(line.text) <= LONG // 2 and not heading_of(line, "chinese")


def _last_day(context, days, taken, last):
    """Days go on after the last month: next to it, or later ones among its items."""
    above = taken[last].when.months
    for place in range(last + 1, len(context.said)):
        line = context.lines[context.said[place]]
        if place not in days:
            if place - last > _NEAR or heading_of(line, "chinese"):
                break
            continue
        head = days[place]
        told = bool(head.rest.text) or line.shape.endswith(":")
        later = above[-1] < head.when.months[0]
        if place == last + 1 or (head.is_day and told and later):
            last, above = place, head.when.months
    return last


def _is_day_line(head):
    """A short line that begins with a day: 3月8日：插花."""
    return head.is_day and len(head.line.text) <= LONG // 2 and bool(head.rest.text)


def _is_dated(head):
    if head.strength == LOOSE:
        return bool(head.rest.text) and not _is_prose(head)
    return (
        head.is_day
        or re.match(r"\d|[一二三四五六七八九十]", head.rest.shape) is not None
    )
