"""Festivals of a calendar year with the union's usual deed; lunar ones computed."""

import datetime
from dataclasses import dataclass
from functools import cache

from lunar_python import Lunar, LunarYear, Solar

FIXED = (
    (1, 1, "元旦", "迎新联欢、慰问老教师"),
    (3, 5, "学雷锋日", "志愿服务"),
    (3, 8, "妇女节", "女工活动、讲座"),
    (4, 23, "世界读书日", "读书活动"),
    (5, 1, "劳动节", "劳模宣传、职工运动会"),
    (5, 4, "青年节", "青年教师活动"),
    (6, 1, "儿童节", "慰问有年幼子女的教职工"),
    (7, 1, "建党节", "主题党日"),
    (8, 1, "建军节", "慰问退伍教职工"),
    (9, 10, "教师节", "表彰、慰问、荣退"),
    (10, 1, "国庆节", "庆祝活动"),
    (12, 4, "宪法日", "法治宣传"),
)
LUNAR = (
    (1, 1, "春节", "拜年"),
    (1, 15, "元宵节", "开学聚会、灯谜"),
    (5, 5, "端午节", "节日慰问品、龙舟"),
    (8, 15, "中秋节", "节日慰问品"),
    (9, 9, "重阳节", "退休教职工座谈、祝寿"),
    (12, 23, "小年", "送温暖，慰问困难、退休和生病的教职工"),
)


@dataclass(frozen=True, order=True)
class Festival:
    """A day of the year and what the union usually does on it."""

    day: datetime.date
    name: str
    custom: str = ""


@cache
def festivals(year):
    """All festivals that fall into the calendar year, by day."""
    found = [
        Festival(datetime.date(year, month, day), name, custom)
        for month, day, name, custom in FIXED
    ]
    found.append(Festival(_clear_and_bright(year), "清明节", "扫墓、春游"))
    found.append(Festival(_second_sunday_of_may(year), "母亲节", "女工活动"))
    for lunar_year in (year - 1, year):
        found += [f for f in _lunar(lunar_year) if f.day.year == year]
    return sorted(found)


def of_month(month):
    """The festivals of the month that begins on `month`."""
    return [f for f in festivals(month.year) if f.day.month == month.month]


def next_festivals(today, count):
    """The next `count` festivals from today on."""
    ahead = festivals(today.year) + festivals(today.year + 1)
    return [f for f in ahead if f.day >= today][:count]


def _lunar(lunar_year):
    days = [
        Festival(_solar(lunar_year, month, day), name, custom)
        for month, day, name, custom in LUNAR
    ]
    last = LunarYear.fromYear(lunar_year).getMonth(12).getDayCount()
    return [*days, Festival(_solar(lunar_year, 12, last), "除夕", "慰问值守人员")]


def _solar(year, month, day):
    return _date(Lunar.fromYmd(year, month, day).getSolar())


def _clear_and_bright(year):
    """清明, when the sun stands at 15°."""
    table = Solar.fromYmd(year, 4, 1).getLunar().getJieQiTable()
    return _date(table["清明"])


def _second_sunday_of_may(year):
    first = datetime.date(year, 5, 1)
    return first + datetime.timedelta(days=(6 - first.weekday()) % 7 + 7)


def _date(solar):
    return datetime.date(solar.getYear(), solar.getMonth(), solar.getDay())
