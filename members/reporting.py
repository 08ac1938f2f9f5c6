"""What pages and the year's end tell of people: to-dos, figures, moments, sheets."""

import datetime
from collections import Counter
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils import timezone

from members import rules
from members.columns import EXAMPLE, HEADS
from members.models import Member, Office, UnionGroup
from unionoffice import xlsx

BANDS = ((30, "30岁及以下"), (40, "31–40岁"), (50, "41–50岁"), (200, "51岁及以上"))
NO_BIRTHDAY = "年龄未登记"
RETIRED = "退休"


@dataclass(frozen=True)
class Todo:
    """Something waiting for the person, and the page where it is done."""

    title: str
    count: int
    url: str
    due: datetime.date | None = None
    detail: str = ""

    @property
    def is_late(self):
        return self.due is not None and self.due < timezone.localdate()


@dataclass(frozen=True)
class Figure:
    """A number of the year, and the records it counts."""

    label: str
    value: int | str
    url: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Moment:
    """One line of a timeline."""

    on: datetime.date
    title: str
    url: str = ""
    app: str = ""


def todo(user, today):
    """What the office's own data lacks, for those who can mend it."""
    found = []
    if (
        rules.office_edit(user)
        and not Office.objects.exclude(school_name="本校").exists()
    ):
        title = "填写学校和工会的名称"
        found.append(Todo(title, 1, reverse("members:office_edit")))
    found += _whose_account(user)
    if rules.account_list(user):
        lacking = Member.objects.without_account(today).count()
        if lacking:
            title = "给会员建立账号"
            url = reverse("members:account_list")
            found.append(Todo(title, 1, url, detail=f"{lacking} 人还没有账号"))
    if rules.member_write(user):
        lacking = Member.objects.on_roll(today).working().filter(group=None).count()
        if lacking:
            title, url = "给会员分工会小组", reverse("members:member_list")
            url += "?group=none&roll=in"
            found.append(Todo(title, 1, url, detail=f"{lacking} 人没有小组"))
        found += _memberships_due()
    return found


def _memberships_due():
    """People who retired, left or died, and nobody said so of their membership."""
    due = Member.objects.membership_due().count()
    url = reverse("members:member_list") + "?roll=due"
    detail = f"{due} 人退休、调出或去世"
    return [Todo("登记会籍变动", 1, url, detail=detail)] if due else []


def _whose_account(user):
    """The first chair's account stands for nobody until it is said for whom."""
    if user.member_id is None and rules.account_link(user, user):
        url = reverse("members:account_detail", args=[user.pk])
        detail = "审查提案、批准计划都要留下姓名"
        return [Todo("说明这个账号是谁的", 1, url, detail=detail)]
    return []


def last_day(year, today):
    """The day on which a year is counted: its last, or today while it runs."""
    return min(datetime.date(year, 12, 31), today)


def figures(year, user):
    """Members at the end of the year, women, kept, retired, joined in the year."""
    if not rules.member_list(user):
        return []
    day = last_day(year, timezone.localdate())
    rows = Member.objects.visible_to(user)
    on_roll = rows.on_roll(day)
    address = reverse("members:member_list")
    roll = f"{address}?roll=in&day={day}"
    retired = f"{address}?retired=yes&day={day}"
    return [
        Figure("在册会员", on_roll.count(), roll, "人"),
        Figure("其中女会员", on_roll.filter(sex="女").count(), f"{roll}&sex=女", "人"),
        Figure(
            "其中保留会籍",
            rows.kept_on(day).count(),
            f"{address}?roll=kept&day={day}",
            "人",
        ),
        Figure("离退休教职工", rows.retired_by(day).count(), retired, "人"),
        Figure(
            "本年入会",
            rows.joined_in(year).count(),
            f"{address}?joined={year}",
            "人",
        ),
    ]


def band(member, day):
    """The age band of a member on `day`."""
    if member.is_retired:
        return RETIRED
    age = member.age_on(day)
    if age is None:
        return NO_BIRTHDAY
    return next(name for limit, name in BANDS if age <= limit)


def year_sheets(year):
    """Members by group, sex and age band; and the roster."""
    day = last_day(year, timezone.localdate())
    people = list(Member.objects.on_roll(day).with_places().in_roster_order())
    return [_statistics(people, day), roster_sheet(people, "会员名册")]


def _statistics(people, day):
    bands = [*(name for _, name in BANDS), RETIRED, NO_BIRTHDAY]
    groups = Counter(str(m.group or "未分小组") for m in people)
    by_sex = Counter((str(m.group or "未分小组"), m.sex) for m in people)
    by_band = Counter((str(m.group or "未分小组"), band(m, day)) for m in people)
    order = {str(m.group): m.group.order for m in people if m.group_id}
    rows = [
        (
            group,
            groups[group],
            by_sex[group, "男"],
            by_sex[group, "女"],
            *(by_band[group, name] for name in bands),
        )
        for group in sorted(groups, key=lambda name: (order.get(name, 999), name))
    ]
    totals = ("合计", *(sum(row[i] for row in rows) for i in range(1, 4 + len(bands))))
    heads = ("人数", "男", "女", *bands)
    return xlsx.Sheet(
        title="会员统计",
        columns=(
            xlsx.Column("工会小组", width=18),
            *(xlsx.Column(head, "number", 11) for head in heads),
        ),
        rows=rows,
        totals=totals,
        notes=(f"截至 {day.year}年{day.month}月{day.day}日的在册会员",),
        charts=(xlsx.Chart("各小组会员人数", 0, (1,)),),
    )


PRIVATE = ("生日", "手机")


def roster(user):
    """The roster as far as this person may see it, in its order."""
    return Member.objects.visible_to(user).with_places().in_roster_order()


def roster_sheet(people, title):
    """The roster as the list page shows it: no ID numbers, phones masked."""
    return _roster(people, title, lambda member: True)


def roster_of(people, user):
    """The roster as this person may have it."""
    sheet = _roster(people, "会员名册", lambda m: rules.member_private(user, m))
    return sheet if rules.roster_private(user) else _without(sheet, PRIVATE)


def _without(sheet, headings):
    """The sheet without the columns of these headings."""
    kept = [
        n for n, column in enumerate(sheet.columns) if column.heading not in headings
    ]
    return replace(
        sheet,
        columns=tuple(sheet.columns[n] for n in kept),
        rows=[tuple(row[n] for n in kept) for row in sheet.rows],
    )


def _roster(people, title, may_see):
    """`may_see` says for a member whether the private columns are filled."""
    rows = []
    for m in people:
        seen = may_see(m)
        rows.append(
            (
                m.staff_no,
                m.name,
                m.sex,
                f"{m.birth_date:%m-%d}" if seen and m.birth_date else None,
                str(m.department or ""),
                str(m.group or ""),
                m.title,
                m.get_work_status_display(),
                m.masked_phone if seen else "",
                m.joined_union_on,
            )
        )
    return xlsx.Sheet(
        title=title,
        columns=(
            xlsx.Column("工号", width=10),
            xlsx.Column("姓名", width=12),
            xlsx.Column("性别", width=6),
            xlsx.Column("生日", width=8),
            xlsx.Column("部门"),
            xlsx.Column("工会小组"),
            xlsx.Column("职称", width=14),
            xlsx.Column("人员状态", width=10),
            xlsx.Column("手机", width=14),
            xlsx.Column("入会日期", "day"),
        ),
        rows=rows,
    )


def returned_sheet(found):
    """The rows of a Preview that cannot go in, as they came, each with its reason."""
    heads = found.head.names
    rows = [
        (
            *(_as_it_came(cell) for cell in row.cells),
            "；".join(f"{label}：{words}" for label, words in row.problems),
        )
        for row in found.of("error")
    ]
    return xlsx.Sheet(
        title="没有导入的行",
        columns=[
            *(xlsx.Column(head or f"第 {n} 列") for n, head in enumerate(heads, 1)),
            xlsx.Column("原因", width=50),
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


@dataclass(frozen=True)
class Standing:
    """会籍 of a person: how it stands on a day, its history, what may be done."""

    word: str
    tone: str
    periods: list
    begin: rules.Ruling
    keep: rules.Ruling
    end: rules.Ruling
    correct: rules.Ruling
    # The page where what is due is done, for whom the office has not done it yet.
    due: str = ""


def standing(member, user, day):
    """The Standing of a member read `with_memberships`."""
    periods = sorted(member.memberships.all(), key=lambda p: p.joined_on, reverse=True)
    now = next((period for period in periods if period.is_on(day)), None)
    word, tone = ("会员", "done") if now else ("非会员", "draft")
    if now and now.is_kept_on(day):
        word, tone = "保留会籍", "progress"
    may = {
        "begin": rules.membership_begin(user, member),
        "keep": rules.membership_keep(user, member),
        "end": rules.membership_end(user, member),
    }
    due = ""
    if member.has_gone_away and may["end"]:
        due = "end"
    elif member.is_retired and may["keep"]:
        due = "keep"
    correct = rules.membership_correct(user)
    return Standing(word, tone, periods, **may, correct=correct, due=due)


BEGUN = {"joined": "加入工会", "transferred": "转入会籍", "rejoined": "再次加入工会"}


def timeline(member, user):
    """Joined the school, joined the union, retired, left: newest first."""
    dates = [(member.joined_school_on, "来校工作"), (member.retired_on, "退休")]
    for period in member.memberships.all():
        dates += [
            (period.joined_on, BEGUN[period.begun_by]),
            (period.kept_on, "保留会籍"),
            (period.ended_on, "离开工会"),
        ]
    found = [Moment(on, title, app="会员") for on, title in dates if on]
    return sorted(found, key=lambda moment: moment.on, reverse=True)


def search(words, user):
    """Up to eight members the person may see."""
    rows = Member.objects.visible_to(user).search(words).with_places()[:8]
    return [
        (f"{m.name}（{m.staff_no}）{m.group or ''}", m.get_absolute_url()) for m in rows
    ]


def groups(user, day):
    """(group, whether this person may list its members) of every group."""
    people = Member.objects.on_roll(day).working_or_retired()
    found = UnionGroup.objects.with_counts(people)
    return [(group, rules.group_members(user, group)) for group in found]


def suggestions(words):
    """Up to twelve people whose name may be meant."""
    if not words.replace("\0", "").strip():
        return []
    return list(Member.objects.working_or_retired().search(words).with_places()[:12])


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
