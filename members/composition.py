"""Whether who sits in a body fits its rules: sentences, no refusals."""

from dataclasses import dataclass

from members.models.bodies import BodyRule

KIND = BodyRule.Kind


@dataclass(frozen=True)
class Finding:
    """What one rule says of a body on a day."""

    fits: bool
    words: str
    source: str


def findings(rules, seats, counts, elsewhere):
    """A Finding for each rule that applies.

    `seats` are those of the body; `counts` is {base: number of people on roll};
    `elsewhere` is {body's key: its seats}, of all bodies on the same day.
    """
    found = []
    for rule in rules:
        mine = [s for s in seats if not rule.post or s.post == rule.post]
        told = CHECKS[rule.kind](rule, mine, counts, elsewhere)
        if told is not None:
            found.append(Finding(*told, rule.source))
    return found


def departures(seats):
    """A Finding for each of these seats, which somebody who is gone still holds."""
    return [
        Finding(
            False,
            f"{seat.member}已{seat.member.get_work_status_display()}，"
            f"还登记为{seat.title}，请登记卸任。",
            "人员状态",
        )
        for seat in seats
    ]


def _size(rule, seats, counts, elsewhere):
    """Domain 3.2: how many sit in it, by the number of members."""
    if not _applies(rule, counts):
        return None
    number, wanted = len(seats), _wanted(rule)
    fits = (rule.least or 0) <= number and (rule.most is None or number <= rule.most)
    who = rule.body.title_of(rule.post) if rule.post else "一共"
    if not fits:
        return False, f"{who} {number} 人，应为 {wanted} 人。"
    if rule.is_odd and number % 2 == 0:
        return False, f"{who} {number} 人，应为单数。"
    return True, f"{who} {number} 人，符合 {wanted} 人的规定。"


def _needed(rule, seats, counts, elsewhere):
    if not _applies(rule, counts):
        return None
    base = rule.get_base_display()
    told = f"{base} {counts[rule.base]} 人，满 {rule.base_from} 人应当设立"
    return (
        (True, f"{told}，已设立。") if seats else (False, f"{told}，现在没有人任职。")
    )


def _apart(rule, seats, counts, elsewhere):
    """Nobody holds the one and the other."""
    others = {seat.member_id for seat in _others(rule, elsewhere)}
    both = [seat for seat in seats if seat.member_id in others]
    what = _called(rule)
    if both:
        return False, f"{_names(both)}兼任{what}，不符合规定。"
    return True, f"没有人兼任{what}。"


def _within(rule, seats, counts, elsewhere):
    """Everybody of this post sits in the other body too."""
    others = {seat.member_id for seat in _others(rule, elsewhere)}
    outside = [seat for seat in seats if seat.member_id not in others]
    who, what = _who(rule), _called(rule)
    if outside:
        return False, f"{who}{_names(outside)}不是{what}。"
    return (True, f"{who}是{what}。") if seats else None


def _women(rule, seats, counts, elsewhere):
    men = [seat for seat in seats if seat.member.sex == "男"]
    if men:
        return False, f"{_names(men)}不是女性。"
    return (True, f"{_who(rule)}都是女性。") if seats else None


CHECKS = {
    KIND.SIZE: _size,
    KIND.NEEDED: _needed,
    KIND.APART: _apart,
    KIND.WITHIN: _within,
    KIND.WOMEN: _women,
}


def _applies(rule, counts):
    """Whether the number of members lies in the rule's span."""
    number = counts[rule.base]
    return rule.base_from <= number and (rule.base_to is None or number <= rule.base_to)


def _wanted(rule):
    """3–7, 3 以上 or 37 以下."""
    if rule.least is not None and rule.most is not None:
        span = rule.least != rule.most
        return f"{rule.least}–{rule.most}" if span else str(rule.least)
    return f"至少 {rule.least}" if rule.most is None else f"至多 {rule.most}"


def _others(rule, elsewhere):
    """The seats in the other body of which the rule speaks."""
    return [
        seat
        for seat in elsewhere.get(rule.other_id, ())
        if (not rule.other_post or seat.post == rule.other_post)
        and rule.other_portfolio in seat.portfolio
    ]


def _called(rule):
    """What the rule calls an office in the other body."""
    title = rule.other.title_of(rule.other_post) if rule.other_post else "成员"
    works = f"（分工{rule.other_portfolio}）" if rule.other_portfolio else ""
    return f"{rule.other}{title}{works}"


def _who(rule):
    return rule.body.title_of(rule.post) if rule.post else "成员"


def _names(seats):
    return "、".join(str(seat.member) for seat in seats)
