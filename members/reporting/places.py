"""Departments and groups as pages tell them: the tree, one place with its history."""

from dataclasses import dataclass

from django.urls import reverse

from members import roles, rules, tree
from members.models import Department, Member, UnionGroup, User
from unionoffice import lists

FORMER = 50


@dataclass(frozen=True)
class Branch:
    """A place in the tree: how deep, whether it may be opened, and how many people
    are in it and in all that lies under it."""

    place: object
    depth: int
    is_open: bool
    total: int

    @property
    def has_more_below(self):
        return self.total > self.place.count


@dataclass(frozen=True)
class Hint:
    """Something that is not as it should be, and the page where it is mended."""

    words: str
    url: str = ""


def trees(user, day):
    """(table, heading of the count, branches) of groups, then of departments."""
    at_work = Member.objects.working_or_retired()
    counted = (
        (UnionGroup, "在册会员", at_work.on_roll(day)),
        (Department, "教职工", at_work),
    )
    for table, heading, people in counted:
        rows = tree.flatten(table.objects.with_counts(people))
        totals = tree.totals(place for _, place in rows)
        branches = [
            Branch(
                place, depth, bool(rules.place_members(user, place)), totals[place.pk]
            )
            for depth, place in rows
        ]
        yield table, heading, branches


def places_sheet(user, day):
    """部门与小组: the trees as the page tells them, each place with what it lies under."""
    found = [branch for _, _, branches in trees(user, day) for branch in branches]
    told = f"{day.year}年{day.month}月{day.day}日。小组数在册会员，部门数教职工。"
    return lists.sheet("部门与小组", COLUMNS, found, notes=(told,))


def _kind(branch):
    place = branch.place
    told = getattr(place, "kind", "") and place.get_kind_display()
    told = told or place.WORD
    return told if place.is_active else f"{told}（已撤销）"


COLUMNS = (
    lists.Column("name", "名称", "place.name", width=22),
    lists.Column("kind", "种类", _kind, width=16),
    lists.Column("above", "上级", "place.parent", width=22),
    lists.Column("leader", "组长或负责人", "place.leader", width=14),
    lists.Column("count", "人数", "place.count", "number"),
    lists.Column("total", "连下面共", "total", "number", width=11),
)


def people_at(place, user):
    """Who is in the place now, each with the day of arrival."""
    rows = Member.objects.visible_to(user).at(place).working_or_retired()
    return rows.with_places().with_arrival(place).in_roster_order()


def former_people(place):
    """Up to 50 past stays in the place, the last first."""
    stays = place.placements.exclude(ended_on=None)
    return list(stays.with_people().newest_first()[:FORMER])


def leaders(place):
    """Who leads and led the place, the present one first."""
    return list(place.leadings.with_people().newest_first())


def hints(place, user):
    """What is not as it should be with who leads the place."""
    leader = place.leader
    if not place.is_active:
        return []
    if leader is None:
        return [Hint(f"还没有{place.HEAD}。")]
    found = []
    if leader.has_gone_away:
        told = leader.get_work_status_display()
        found.append(Hint(f"{place.HEAD}{leader}已{told}，请换{place.HEAD}。"))
    elif leader.group_id != place.pk and place.COLUMN == "group":
        found.append(Hint(f"组长{leader}现在不在本组。"))
    if place.COLUMN == "group":
        found += _account_hints(leader, user)
    return found


def _account_hints(leader, user):
    """To see the own group, a leader needs an account with the role."""
    account = User.objects.with_people().filter(member=leader).first()
    keeps = rules.account_list(user)
    if account is None:
        url = reverse("members:account_list") if keeps else ""
        return [Hint(f"组长{leader}还没有账号。", url)]
    if not account.has_role(roles.GROUP_LEADER):
        url = reverse("members:account_detail", args=[account.pk]) if keeps else ""
        told = f"组长{leader}的账号没有「工会小组长」身份，看不到本组。"
        return [Hint(told, url)]
    return []
