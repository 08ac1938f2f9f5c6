"""What pages and the year's end tell of the welfare work."""

import datetime
from dataclasses import dataclass

from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from members.models import Member
from members.reporting import Figure, Moment, Todo, last_day
from unionoffice import xlsx
from welfare import rules
from welfare.models import (
    BirthdayCustom,
    HealthCheck,
    HealthRound,
    Visit,
    with_last_visit,
)

NO_DEPARTMENT = "未分部门"


@dataclass(frozen=True)
class Progress:
    """One department's part in a round of health checks; `share` is in percent."""

    department: str
    due: int
    done: int
    excused: int
    not_yet: int

    @property
    def share(self):
        wanted = self.due - self.excused
        return round(100 * self.done / wanted) if wanted else 100


@dataclass(frozen=True)
class RetireeRow:
    member: object
    age: int | None
    round_age: int | None
    next_round_age: int | None
    last_visit: datetime.date | None


def todo(user, today):
    found = []
    if rules.visit_new(user):
        due = Visit.objects.visible_to(user).due()
        first = due.order_by(F("due_on").asc(nulls_last=True)).first()
        if first:
            url = reverse("welfare:visit_list") + "?state=planned"
            found.append(Todo("去走访慰问", due.count(), url, first.due_on))
    if rules.health_list(user):
        found += [
            Todo(
                "催办体检",
                1,
                r.get_absolute_url(),
                r.ends_on,
                f"{r}：{r.not_yet} 人未检",
            )
            for r in HealthRound.objects.running(today).with_counts()
            if r.not_yet and r.ends_on - today <= datetime.timedelta(days=30)
        ]
        found += _birthdays_to_come(today)
    return found


def _birthdays_to_come(today):
    """One line when somebody reaches a round age within 30 days."""
    days = BirthdayCustom.load().soon(Member.objects.retired(), today)
    if not days:
        return []
    url = reverse("welfare:retiree_list") + "?only=soon"
    first = min(days.values())
    return [Todo("给退休教职工祝寿", len(days), url, first, "30 天内逢五逢十")]


def figures(year, user):
    if not rules.visit_list(user):
        return []
    rows = Visit.objects.visible_to(user).in_year(year)
    totals = rows.totals()
    url = reverse("welfare:visit_list") + f"?year={year}&state=visited"
    found = [Figure("慰问", totals["count"], url, "人次")]
    if rules.visit_amounts(user):
        found.append(Figure("慰问金额", totals["amount"], url, "元"))
    if rules.health_list(user):
        found.append(_checked(year))
        day = last_day(year, timezone.localdate())
        url = reverse("welfare:retiree_list") + f"?day={day}"
        count = Member.objects.retired_by(day).count()
        found.append(Figure("退休教职工", count, url, "人"))
    return found


def _checked(year):
    """Checks done in the rounds of a year; of one round its list, else all rounds."""
    rounds = list(HealthRound.objects.in_year(year).with_counts())
    url = reverse("welfare:health_round_list")
    if len(rounds) == 1:
        url = f"{rounds[0].get_absolute_url()}?state=done"
    return Figure("体检已检", sum(r.done for r in rounds), url, "人次")


def year_sheets(year):
    today = timezone.localdate()
    visits = Visit.objects.in_year(year)
    register = visits.valid().with_names().newest_first().reverse()
    day = last_day(year, today)
    return [
        _visit_statistics(visits),
        _visit_sources(visits),
        visit_register(register),
        _health_statistics(year),
        retiree_sheet(retirees().retired_by(day), BirthdayCustom.load(), day),
    ]


def _visit_statistics(visits):
    totals = visits.totals()
    return xlsx.Sheet(
        title="慰问统计",
        columns=_counted_by("事由"),
        rows=list(visits.by_occasion()),
        totals=("合计", totals["count"], totals["amount"]),
        charts=(xlsx.Chart("各事由慰问人次", 0, (1,)),),
    )


def _visit_sources(visits):
    totals = visits.totals()
    return xlsx.Sheet(
        title="慰问资金来源",
        columns=_counted_by("资金来源"),
        rows=list(visits.by_source()),
        totals=("合计", totals["count"], totals["amount"]),
    )


def _counted_by(heading):
    return (
        xlsx.Column(heading, width=18),
        xlsx.Column("人次", "number"),
        xlsx.Column("金额", "money"),
    )


REGISTER = (
    xlsx.Column("序号", "number", 6),
    xlsx.Column("日期", "day"),
    xlsx.Column("对象", width=12),
    xlsx.Column("当事人", width=8),
    xlsx.Column("事由", width=14),
    xlsx.Column("走访人", width=20),
    xlsx.Column("形式", width=14),
    xlsx.Column("金额", "money"),
    xlsx.Column("资金来源", width=14),
    xlsx.Column("签收人", width=10),
    xlsx.Column("状态", width=9),
)


def visit_register(visits):
    """慰问台账, in the columns of the paper form."""
    rows = [_register_row(number, visit) for number, visit in enumerate(visits, 1)]
    given = [row[7] for row in rows if row[-1] == Visit.State.VISITED.label]
    paid = f"已走访 {len(given)} 人次"
    totals = ("合计", None, "", "", paid, "", "", sum(given), "", "", "")
    return xlsx.Sheet(title="慰问台账", columns=REGISTER, rows=rows, totals=totals)


def _register_row(number, visit):
    return (
        number,
        visit.day,
        str(visit.member),
        visit.get_relation_display(),
        str(visit.occasion),
        "、".join(str(person) for person in visit.visitors.all()),
        visit.get_kind_display(),
        visit.amount,
        str(visit.source),
        visit.received_by,
        visit.get_state_display(),
    )


def health_rounds():
    """The rounds with their counts, newest first."""
    return HealthRound.objects.with_counts().order_by("-starts_on", "-pk")


def health_progress(health_round):
    """A Progress for each department of the round."""
    return [
        Progress(name or NO_DEPARTMENT, *counts)
        for name, *counts in health_round.checks.by_department()
    ]


def _health_statistics(year):
    rounds = {r.pk: str(r) for r in HealthRound.objects.in_year(year)}
    found = [
        (rounds[pk], Progress(name or NO_DEPARTMENT, *counts))
        for pk, name, *counts in HealthCheck.objects.of_rounds(rounds).by_round()
    ]
    rows = [
        (title, p.department, p.due, p.done, p.excused, p.not_yet, p.share / 100)
        for title, p in found
    ]
    return xlsx.Sheet(
        title="体检",
        columns=(
            xlsx.Column("体检", width=24),
            xlsx.Column("部门", width=14),
            *(xlsx.Column(h, "number") for h in ("应检", "已检", "免检", "未检")),
            xlsx.Column("参检率", "percent"),
        ),
        rows=rows,
        notes=("参检率＝已检÷（应检－免检）。系统不保存任何体检结果。",),
    )


def retirees():
    """The retired, each with the day of the last visit."""
    rows = Member.objects.retired().with_places()
    return with_last_visit(rows).order_by("birth_date", "staff_no")


def retiree_rows(members, custom, today):
    return [
        RetireeRow(
            member=m,
            age=m.age_on(today),
            round_age=m.birth_date and custom.round_age(today.year, m.birth_date),
            next_round_age=m.birth_date
            and custom.round_age(today.year + 1, m.birth_date),
            last_visit=m.last_visit,
        )
        for m in members
    ]


def retiree_sheet(members, custom, day):
    rows = [
        (
            row.member.staff_no,
            row.member.name,
            row.member.sex,
            row.member.birthday_text,
            row.age,
            f"{row.round_age}寿" if row.round_age else "",
            str(row.member.group or ""),
            row.last_visit,
        )
        for row in retiree_rows(members, custom, day)
    ]
    return xlsx.Sheet(
        title="退休教职工",
        columns=(
            xlsx.Column("工号", width=10),
            xlsx.Column("姓名", width=12),
            xlsx.Column("性别", width=6),
            xlsx.Column("生日", width=8),
            xlsx.Column("周岁", "number"),
            xlsx.Column(f"{day.year}年逢五逢十", width=14),
            xlsx.Column("联络小组"),
            xlsx.Column("最近慰问", "day"),
        ),
        rows=rows,
        notes=(f"祝寿口径：{custom}",),
    )


def timeline(member, user):
    """The visits of a member that this person may see."""
    rows = Visit.objects.visible_to(user).done().filter(member=member)
    return [
        Moment(v.visited_on, f"收到慰问：{v.occasion}", v.get_absolute_url(), "送温暖")
        for v in rows.select_related("occasion")
    ]


def search(words, user):
    """Nothing of its own: visits are found from the person."""
    return []
