"""Days as people write them, and what Excel makes of them."""

import datetime
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

EARLIEST, LATEST = 1900, 2100
FULL = re.compile(r"(\d{4})[-./年、](\d{1,2})[-./月、](\d{1,2})[日号]?")
MONTH = re.compile(r"(\d{4})[-./年、](\d{1,2})月?")
YEAR = re.compile(r"(\d{4})年?")
RUN = re.compile(r"(\d{4})(\d{2})(\d{2})")
RUN_MONTH = re.compile(r"((?:19|20)\d{2})(\d{2})")
SHORT = re.compile(r"(\d{2})[-./年](\d{1,2})[-./月](\d{1,2})日?")
WESTERN = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")
MONTH_AND_DAY = re.compile(r"(\d{1,2})[-./月](\d{1,2})日?")
SERIAL = re.compile(r"\d{5}(\.0+)?")
CLOCK = re.compile(r"T?\s*\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")
LUNAR = re.compile("农历|阴历|正月|腊月|冬月|初[一二三四五六七八九十]|廿")
LIKE_THIS = "请写成 1990-03-07 的样子"


class Wrong(Exception):
    """This cell cannot be taken; the sentence says why."""


@dataclass(frozen=True)
class Day:
    """A day, or the first of a month or year of which no more is known."""

    day: datetime.date
    known: str = "day"  # day, month, year
    # Of a number like 1980.1: January, or October that lost its nought.
    or_october: bool = False

    @property
    def text(self):
        """As far as it is known: 1980-05-12, 1980-05, 1980."""
        return self.day.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.known]]

    def fits(self, day):
        """Whether a fully known day is what this one says."""
        return day is not None and day.isoformat().startswith(self.text)


def spoken(day):
    """2026年9月1日 of a date or its text, 1980年5月 and 1980年 where no more is known."""
    parts = str(day).split("-")
    return "".join(f"{int(n)}{sign}" for n, sign in zip(parts, "年月日", strict=False))


def day_of(cell, *, since_1904=False):
    """The Day in a cell; None for a bare day of the year. Raises Wrong."""
    if isinstance(cell, dict):
        return _from_calendar(cell)
    if isinstance(cell, bool):
        raise Wrong("是 TRUE 或 FALSE，不是日期")
    if isinstance(cell, (int, float)):
        return _from_number(cell, since_1904)
    return _from_text(_plain(cell), since_1904)


def _plain(text):
    text = re.sub(r"[\u200b-\u200f\ufeff']", "", unicodedata.normalize("NFKC", text))
    text = CLOCK.sub("", text.strip())
    return re.sub(r"\s", "", text).rstrip(".-/")


def _from_calendar(cell):
    if "month" in cell:
        return _made(*cell["month"].split("-"), shown=cell["month"])
    return _calendar_day(cell["day"])


@lru_cache(maxsize=4096)
def _calendar_day(text):
    """Most days of a roster stand in many of its rows."""
    return _in_range(Day(datetime.date.fromisoformat(text)), text)


def _from_number(number, since_1904):
    if number != number or abs(number) > 1e9:
        raise Wrong(f"看不懂日期「{number}」，{LIKE_THIS}")
    if 0 < number < 100 and not float(number).is_integer():
        raise Wrong(f"「{number:g}」的年份请写四位，{LIKE_THIS}")
    if float(number).is_integer():
        return _from_text(str(int(number)), since_1904)
    year, _, month = f"{number:.2f}".partition(".")
    if not EARLIEST <= int(year) <= LATEST:
        return _serial(int(number), since_1904)
    if abs(number * 100 - round(number * 100)) > 1e-6:
        raise Wrong(f"看不懂日期「{number}」，{LIKE_THIS}")
    if month == "10":
        return Day(_date(year, 1, 1, number), "month", or_october=True)
    if month.endswith("0"):
        month = month[0]
    return _made(year, month, shown=f"{number:g}")


def _from_text(text, since_1904):
    if LUNAR.search(text):
        raise Wrong(f"「{text}」是农历，请换算成公历，{LIKE_THIS}")
    if found := FULL.fullmatch(text) or RUN.fullmatch(text):
        return _in_range(Day(_date(*found.groups(), text)), text)
    if found := MONTH.fullmatch(text) or RUN_MONTH.fullmatch(text):
        return _made(*found.groups(), shown=text)
    if found := YEAR.fullmatch(text):
        return _in_range(Day(_date(found[1], 1, 1, text), "year"), text)
    if SERIAL.fullmatch(text):
        return _serial(int(float(text)), since_1904)
    return _from_other_order(text)


def _from_other_order(text):
    if found := SHORT.fullmatch(text):
        return _of_last_century(found, text)
    if found := WESTERN.fullmatch(text):
        return _western(found, text)
    if (found := MONTH_AND_DAY.fullmatch(text)) and "月" not in text:
        month, day = map(int, found.groups())
        if 1 <= month <= 12 and 1 <= day <= 31:
            return None
    raise Wrong(f"看不懂日期「{text}」，{LIKE_THIS}")


def _of_last_century(found, text):
    """90/3/7 can be one day only; 05/3/7 could be several."""
    if int(found[1]) <= 31:
        raise Wrong(f"「{text}」可以有几种读法，年份请写四位，{LIKE_THIS}")
    return Day(_date(1900 + int(found[1]), found[2], found[3], text))


def _western(found, text):
    """25/07/1990 can be one day only; 03/07/1990 could be two."""
    first, second, year = map(int, found.groups())
    if first != second and first <= 12 and second <= 12:
        raise Wrong(f"「{text}」分不清月和日，{LIKE_THIS}")
    month, day = (second, first) if first > 12 else (first, second)
    return _in_range(Day(_date(year, month, day, text)), text)


def _serial(number, since_1904):
    start = datetime.date(1904, 1, 1) if since_1904 else datetime.date(1899, 12, 30)
    if not 1 <= number <= 80_000:
        raise Wrong(f"看不懂日期「{number}」，{LIKE_THIS}")
    return Day(start + datetime.timedelta(days=number))


def _made(year, month, *, shown):
    return _in_range(Day(_date(year, month, 1, shown), "month"), shown)


def _date(year, month, day, shown):
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        raise Wrong(f"没有 {shown} 这一天") from None


def _in_range(found, shown):
    if not EARLIEST <= found.day.year <= LATEST:
        raise Wrong(f"年份不对：{shown}")
    return found
