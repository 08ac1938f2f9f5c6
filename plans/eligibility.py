"""Who may sign up: conditions that are put together, said in Chinese, and asked."""

import datetime
from dataclasses import dataclass

WORKING, RETIRED, BOTH = "working", "retired", "both"
PEOPLE = {WORKING: "在职", RETIRED: "离退休", BOTH: ""}


@dataclass(frozen=True)
class Who:
    """The conditions of one sign-up; an empty one asks nothing.

    `groups` are (key, name) pairs; ages are full years, `years_from` full years at
    this school; all are asked for the day `on`.
    """

    on: datetime.date
    people: str = WORKING
    members_only: bool = True
    sex: str = ""
    groups: tuple = ()
    age_from: int | None = None
    age_to: int | None = None
    years_from: int | None = None

    @property
    def words(self):
        """面向全体在职女会员，年满 30 岁."""
        where = "、".join(name for _, name in self.groups)
        where = f"{where}的" if where else "全体"
        also = "（含离退休）" if self.people == BOTH else ""
        told = f"面向{where}{PEOPLE[self.people]}{self.sex}{self.noun}{also}"
        return "，".join([told, *self._more()])

    @property
    def noun(self):
        return "会员" if self.members_only else "教职工"

    def _more(self):
        if self.age_from and self.age_to:
            yield f"{self.age_from} 到 {self.age_to} 岁"
        elif self.age_from:
            yield f"年满 {self.age_from} 岁"
        elif self.age_to:
            yield f"不超过 {self.age_to} 岁"
        if self.years_from:
            yield f"来校满 {self.years_from} 年"

    def refusals(self, member, years_here):
        """Why this person may not, one sentence each; nothing if they may.

        `years_here` are the full years since they came, None where nobody knows.
        """
        checks = (
            self._wrong_work(member),
            self._wrong_union(member),
            self._wrong_sex(member),
            self._wrong_group(member),
            self._wrong_age(member),
            self._wrong_years(years_here),
        )
        return [said for said in checks if said]

    def _wrong_work(self, member):
        if member.has_gone_away:
            return f"人员状态是{member.get_work_status_display()}。"
        if self.people == WORKING and member.is_retired:
            return "这次面向在职人员。"
        if self.people == RETIRED and not member.is_retired:
            return "这次面向离退休人员。"
        return ""

    def _wrong_union(self, member):
        periods = member.memberships.all() if self.members_only else ()
        if self.members_only and not any(one.is_on(self.on) for one in periods):
            return "这次面向工会会员，名册里没有在册的会籍。"
        return ""

    def _wrong_sex(self, member):
        wrong = self.sex and member.sex != self.sex
        return f"这次面向{self.sex}{self.noun}。" if wrong else ""

    def _wrong_group(self, member):
        keys = {key for key, _ in self.groups}
        if keys and member.group_id not in keys:
            return f"这次面向{'、'.join(name for _, name in self.groups)}。"
        return ""

    def _wrong_age(self, member):
        if not (self.age_from or self.age_to):
            return ""
        age = member.age_on(self.on)
        if age is None:
            return "名册里没有出生日期，年龄无法核对，请联系工会办公室。"
        fits = (self.age_from or 0) <= age <= (self.age_to or 200)
        return "" if fits else "年龄不在这次的范围里。"

    def _wrong_years(self, years_here):
        if not self.years_from:
            return ""
        if years_here is None:
            return "名册里没有来校日期，年限无法核对，请联系工会办公室。"
        return "" if years_here >= self.years_from else "来校年限还不够。"
