"""The demo school's tree of places, its moves and leaders, and who holds which office."""

import datetime

from members import roles
from members.models import Body, Leading, Member, Post, Seat, Term, UnionGroup
from members.models.terms import months_after
from members.services import bodies, placements, places

PORTFOLIOS = {
    "工会委员会": ("", "组织、宣传", "文体", "女工", "生活福利", "财务", "青年教师"),
}
HIGHER = "江州市教育工会"


def seed_places(departments, groups, today):
    """Offices above the subjects, heads of departments, a change of leader, moves."""
    teaching = next(one for one in departments if one.name == "教务处")
    for one in departments:
        is_subject = one.name.endswith("组")
        one.kind = "subject" if is_subject else "office"
        one.parent = teaching if is_subject else None
        one.save()
        head = one.members.working().order_by("staff_no").last()
        since = datetime.date(today.year - 2, 9, 1)
        places.leader_change(one, by=None, member=head, changed_on=since)
    over = UnionGroup.objects.create(name="退休教职工分会", order=20)
    for group in groups:
        if group.name.startswith("退休"):
            UnionGroup.objects.filter(pk=group.pk).update(parent=over)
    _change_a_leader(groups[2], today)
    _move_a_few(groups, today)


def _change_a_leader(group, today):
    """Three years ago somebody else led the group, for two years."""
    first, last = (datetime.date(today.year - n, 9, 1) for n in (3, 1))
    former = group.members.working().order_by("staff_no").last()
    group.leadings.update(began_on=last, document="小组会推选")
    Leading.objects.create(
        group=group, member=former, began_on=first, ended_on=last, document="小组会推选"
    )


def _move_a_few(groups, today):
    """With the new school year three people changed their group."""
    since = datetime.date(today.year - 1, 9, 1)
    leads = [group.leader_id for group in groups]
    for old, new in ((0, 3), (1, 4), (5, 0)):
        mover = groups[old].members.working().exclude(pk__in=leads)
        placements.member_move(
            [mover.order_by("staff_no").last()],
            groups[new],
            by=None,
            moved_on=since,
            document="年级调整",
        )


def seed_offices(today):
    """The fifth committee of the union and the sixth, whose term soon ends."""
    chair, others, auditor = _people(today)
    elected = months_after(today, -56)
    before = months_after(elected, -60)
    _elect("工会委员会", 5, before, others[-1], others[-2:-3:-1], others[-3:-6:-1])
    _elect("工会委员会", 6, elected, chair, others[:1], others[1:6])
    _elect("经费审查委员会", 6, elected, auditor, (), others[6:8])
    women = [m for m in others if m.sex == "女"]
    _elect("女职工委员会", 6, elected, women[0], (), women[1:3])
    _follow_one_up(today, others[8])
    _sit("劳动争议调解委员会", others[1:4], today)
    _sit("退休教职工联络组", Member.objects.retired().order_by("staff_no")[:2], today)
    _sit("行政会议", [chair], today)
    _sit("校务公开监督小组", [others[0], auditor], today)


def _people(today):
    """The chair, those of the committee first among the others, the auditor."""

    def of(code):
        held = Member.objects.filter(user__groups__name=code)
        return list(held.order_by("staff_no"))

    chair, auditor = of(roles.CHAIR)[0], of(roles.AUDITOR)[0]
    committee = of(roles.COMMITTEE)
    known = [member.pk for member in (chair, auditor, *committee)]
    early = months_after(today, -120)
    rest = Member.objects.voting_on(today).working().exclude(pk__in=known)
    rest = rest.filter(joined_union_on__lt=early, user=None).order_by("staff_no")
    # The women's chair sits on the committee.
    woman = [m for m in rest if m.sex == "女"][:1]
    return chair, [*woman, *committee, *(m for m in rest if m not in woman)], auditor


def _elect(name, number, day, chair, vice, others):
    body = Body.objects.get(name=name)
    ends = months_after(day, 12 * body.years)
    term = Term(body=body, number=number, elected_on=day, ends_on=ends)
    term.approved_by, term.approved_on = HIGHER, day + datetime.timedelta(12)
    term.document = f"江教工〔{day.year}〕{number + 6}号"
    people = {Post.CHAIR: [chair], Post.VICE: vice, Post.MEMBER: others}
    bodies.term_new(term, by=None, people=people)
    works = PORTFOLIOS.get(name, ())
    for seat, work in zip(body.seats.running().in_order(), works, strict=False):
        Seat.objects.filter(pk=seat.pk).update(portfolio=work)


def _follow_one_up(today, member):
    """One of the committee went to another office; somebody was elected after."""
    day = months_after(today, -14)
    body = Body.objects.get(name="工会委员会")
    seat = body.seats.running().in_order().last()
    bodies.seat_leave(seat, by=None, ended_on=day, ended_by=Seat.Ended.RESIGNED)
    following = Seat(body=body, member=member, began_on=day, portfolio=seat.portfolio)
    following.begun_by = Seat.Begun.BY_ELECTION
    bodies.seat_take(following, by=None)


def _sit(name, people, today):
    """Named, the first of them as its head where the body is the union's own."""
    body, day = Body.objects.get(name=name), datetime.date(today.year - 2, 9, 1)
    for place, member in enumerate(people):
        is_head = place == 0 and (body.is_own or len(people) > 1)
        post = Post.CHAIR if is_head else Post.MEMBER
        seat = Seat(body=body, member=member, post=post, began_on=day)
        seat.begun_by = Seat.Begun.NAMED
        bodies.seat_take(seat, by=None)
