"""Days behind a month: 3月8日, 9月10日前后, 9月28日—10月3日, 4月中旬至5月初."""

import calendar
import re
from dataclasses import replace

from plans.plantext.shapes import chinese_number

_SURE = (
    r"(?:\d{1,2}\s*[日号]|[一二三]?十?[一二三四五六七八九十]\s*[日号]|[初廿十][一二三四五六七八九十]"
    r"|[上中下]旬|月?[初底末]|[上下]半月)"
)
_FIRST = re.compile(rf"\s*(?:{_SURE}|\d{{1,2}}(?=\s|:|-|$))")
_NEXT = re.compile(rf"\s*{_SURE}")
_JOINT = re.compile(r"\s*(?:(?P<range>-+|至|到)|[、,]|和|与)\s*")
_MONTH = re.compile(r"(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s*月")
_AFTER = re.compile(
    r"\s*(?:\((?:星期|周|礼拜|农历|暂定|拟)[^()]{0,10}\))?"
    r"\s*(?:前后|左右|以前|之?前(?![往去来])|以后|之?后(?!勤)|起(?![草航跑])|开始|当[天日]|期间)?"
    r"(?:[上下中]午|晚上?(?!会))?[\s:,、。;-]*"
)
_LEAP = 2024  # a year in which every month has its longest


def has_day(month, day):
    """Whether some year has that day of that month."""
    return 1 <= day <= calendar.monthrange(_LEAP, month)[1]


def days_after(when, shape, place):
    """(When with all months that the days name, where the words begin), or None."""
    point = _FIRST.match(shape, place)
    if point is None:
        return None
    months, end = list(when.months), point.end()
    while joint := _JOINT.match(shape, end):
        month = _MONTH.match(shape, joint.end())
        point = _NEXT.match(shape, month.end() if month else joint.end())
        if point is None:
            break
        months += _until(months[-1], month, joint["range"]) if month else []
        end = point.end()
    months = tuple(dict.fromkeys(months))
    return replace(when, months=months), _AFTER.match(shape, end).end()


def _until(last, month, is_range):
    written = month.group(1)
    value = int(written) if written.isascii() else chinese_number(written)
    if not is_range:
        return [value]
    return [(last + step - 1) % 12 + 1 for step in range(1, (value - last) % 12 + 1)]
