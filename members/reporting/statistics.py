"""会员统计 as its page and its sheets tell it."""

from dataclasses import dataclass

from members import counting, rules
from members.counting import DIMENSIONS, StatisticsYear
from members.models import Member
from members.reporting.higherunion import year_figures
from members.synonyms import UNTOLD
from unionoffice import charts, xlsx


@dataclass(frozen=True)
class Statistics:
    """What the page shows: a table of two dimensions, a pyramid, bars, figures."""

    day: object
    people: int
    cross: counting.Cross
    pyramid: charts.Drawing | None
    ages: counting.Cross
    bars: charts.Drawing
    unknown: list
    figures: list
    year: StatisticsYear


def statistics(user, asked, today):
    """The Statistics that `asked` (a StatisticsFilter) is about."""
    people = counting.counted(asked.people(user), asked.day)
    down, across = asked.dimensions
    table = counting.cross(people, down, across)
    ages = counting.cross(people, DIMENSIONS["age"], DIMENSIONS["sex"])
    whole = bool(rules.statistics_whole(user))
    year = StatisticsYear.of(asked.day)
    return Statistics(
        day=asked.day,
        people=len(people),
        cross=table,
        pyramid=_pyramid(ages),
        ages=ages,
        bars=charts.bars(
            "bars", f"按{down.title}", [(name, total) for name, _, total in table.rows]
        ),
        unknown=counting.unknown_words(people) if whole else [],
        figures=year_figures(year, asked.day) if whole else [],
        year=year,
    )


def _pyramid(ages):
    """Men at the left, women at the right; None where nobody has age and sex."""
    rows = []
    for name, counts, _ in ages.rows:
        told = dict(zip(ages.heads, counts, strict=True))
        if name != UNTOLD:
            rows.append((name, told.get("男", 0), told.get("女", 0)))
    known = any(left or right for _, left, right in rows)
    return charts.pyramid("pyramid", "性别和年龄", rows) if known else None


def statistics_sheets(told):
    """The same figures as sheets."""
    note = (
        f"截至 {told.day.year}年{told.day.month}月{told.day.day}日，共 {told.people} 人"
    )
    title = f"{told.cross.down.title}和{told.cross.across.title}"
    sheets = [told.cross.sheet(title, (note,)), told.ages.sheet("年龄和性别", (note,))]
    if told.figures:
        sheets.insert(0, figures_sheet(told.year, told.day, told.figures))
    return sheets


def figures_sheet(year, day, figures):
    """统计年度 as a sheet, for the report to the higher union."""
    return xlsx.Sheet(
        title=f"{year.year}统计年度",
        columns=(
            xlsx.Column("项目", width=24),
            xlsx.Column("数字", "number", 12),
            xlsx.Column("单位", width=8),
        ),
        rows=[(one.label, one.value, one.unit) for one in figures],
        notes=(
            f"{year.first.year}年10月1日至{year.last.year}年9月30日",
            f"截至 {day.year}年{day.month}月{day.day}日",
        ),
    )


def year_statistics(year, day, last):
    """Sheets for the year-end workbook: the statistics year that ended in `year`, and
    how the members of `day` are made up. `last` is today. Politics are left out:
    the workbook goes to the auditors too."""
    period = StatisticsYear(year)
    on = period.counted_on(last)
    people = counting.counted(Member.objects.on_roll(day), day)
    note = f"截至 {day.year}年{day.month}月{day.day}日的在册会员"
    sheets = [figures_sheet(period, on, year_figures(period, on))]
    for down in (DIMENSIONS["age"], DIMENSIONS["education"]):
        table = counting.cross(people, down, DIMENSIONS["sex"])
        sheets.append(table.sheet(f"会员{down.title}", (note,)))
    return sheets
