"""The roster as a sheet: on the screen, empty to fill in, given back with reasons."""

from members.columns import EXAMPLE, HEADS, WHERE, WHY
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
    rows = [
        (
            *(_as_it_came(row.cells[n]) for n in kept),
            f"{found.sheet} 第 {row.number} 行",
            "；".join(f"{label}：{words}" for label, words in row.problems),
        )
        for row in found.of("error")
    ]
    return xlsx.Sheet(
        title="没有导入的行",
        columns=[
            *map(xlsx.Column, heads),
            xlsx.Column(WHERE, width=20),
            xlsx.Column(WHY, width=50),
        ],
        rows=rows,
        notes=("照「原因」改好，就用这个文件再导入一次。",),
    )


def _as_it_came(cell):
    """A cell as text; what could not be read stays empty."""
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
