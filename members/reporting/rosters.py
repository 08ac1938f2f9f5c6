"""The roster as a sheet: on the screen, empty to fill in, given back with reasons."""

from members.columns import DAYS, EXAMPLE, HEADS, WHERE, WHY
from members.listcolumns import member_columns
from members.models import Member
from unionoffice import lists, xlsx


def roster(user):
    """The roster as far as this person may see it, in its order."""
    return Member.objects.visible_to(user).with_places().in_roster_order()


def roster_sheet(people, title):
    """The roster of the year: no ID numbers, phones masked."""
    return lists.sheet(title, member_columns(), people)


def returned_sheet(found):
    """The rows of a Preview that cannot go in, as they came, each with where it stood
    and its reason; those of a workbook returned before give way."""
    kept = [n for n, head in enumerate(found.head.names) if head not in (WHERE, WHY)]
    heads = [found.head.names[n] or f"第 {n + 1} 列" for n in kept]
    days = {n for n in kept if found.means[n] in DAYS}
    wrong = found.of("error")
    rows = [
        (
            *(_as_it_came(row.cells[n], is_day=n in days) for n in kept),
            f"{found.sheet} 第 {row.number} 行",
            " ".join(
                f"{found.heading(head)}：{_ended(words)}"
                for head, words in row.problems
            ),
        )
        for row in wrong
    ]
    marked = {
        (place, heads.index(name))
        for place, row in enumerate(wrong)
        for head, _ in row.problems
        if (name := found.heading(head)) in heads
    }
    return xlsx.Sheet(
        title="没有导入的行",
        columns=[
            *(
                xlsx.Column(head, "plain" if n in days else "text")
                for n, head in zip(kept, heads, strict=True)
            ),
            xlsx.Column(WHERE, width=20),
            xlsx.Column(WHY, width=50),
        ],
        rows=rows,
        notes=("照「原因」改好涂了颜色的格子，就用这个文件再导入一次。",),
        marked=marked,
    )


def _ended(words):
    return words if words.endswith(("。", "？", "！")) else f"{words}。"


def _as_it_came(cell, *, is_day):
    """A cell as text; what could not be read stays empty. A number among days stays
    one: as text, 1990.1 would be January without a question."""
    if is_day and isinstance(cell, float):
        return cell
    if isinstance(cell, dict):
        return cell.get("day") or cell.get("month") or ""
    if isinstance(cell, float):
        return f"{cell:.15g}"
    return "" if cell is None else str(cell)


def template_sheet():
    """An empty roster with its headings and one example, for people to fill in."""
    heads = [heads.split()[0] for heads in HEADS.values()]
    example = {
        "工号": "T0001",
        "姓名": f"李小明{EXAMPLE}",
        "性别": "男",
        "民族": "汉族",
        "出生日期": "1985-05-20",
        "手机": "13800000000",
        "部门": "语文组",
        "工会小组": "一年级小组",
        "职称": "一级教师",
        "用工形式": "在编",
        "人员状态": "在职",
        "入会日期": "2010-09-01",
    }
    return xlsx.Sheet(
        title="会员名册",
        columns=[xlsx.Column(head, width=14) for head in heads],
        rows=[[example.get(head, "") for head in heads]],
        notes=("工号和姓名必填，其余可以空着；日期写成 1990-03-07。",),
    )
