"""The figures that the higher union asks for each October (domain.md 4.3)."""

from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse

from members.models import Body, Member, UnionGroup
from members.reporting.kinds import Figure


def year_figures(year, day):
    """Figures of a StatisticsYear, counted on `day`; each opens the records it counts.

    Of the staff of earlier days the roster knows what `staff_on` says.
    """
    on = {"day": str(day)}
    staff = _sums(Member.objects.staff_on(day))
    roll = _sums(Member.objects.on_roll(day))
    full = _sums(Member.objects.staff_on(day).voting_on(day))
    kept = Member.objects.kept_on(day).count()
    share = f"{full['all'] / staff['all']:.1%}" if staff["all"] else "—"
    teachers = f"{staff['teachers'] / staff['all']:.1%}" if staff["all"] else "—"
    return [
        _figure("职工人数", staff["all"], staff="yes", **on),
        _figure("其中女职工", staff["women"], staff="yes", sex="女", **on),
        _figure("其中教师", staff["teachers"], staff="yes", post_kind="teacher", **on),
        Figure("教师占比", teachers),
        _figure("会员人数（在册）", roll["all"], roll="in", **on),
        _figure("其中女会员", roll["women"], roll="in", sex="女", **on),
        _figure("其中保留会籍", kept, roll="kept", **on),
        _figure("在职会员", full["all"], staff="yes", roll="voting", **on),
        _figure(
            "其中在职女会员", full["women"], staff="yes", roll="voting", sex="女", **on
        ),
        Figure("职工入会率", share),
        *_moves(year, day),
        Figure(
            "工会小组",
            UnionGroup.objects.filter(is_active=True).count(),
            reverse("members:place_list"),
            "个",
        ),
        *_committees(day),
    ]


def _committees(day):
    """Who holds office in the committees; of one that is not set up: nobody."""
    for body in Body.objects.filled_on(day):
        yield Figure(body.name, body.people, body.get_absolute_url(), "人")


def _sums(members):
    women = Count("pk", filter=Q(sex=Member.Sex.FEMALE))
    teachers = Count("pk", filter=Q(post_kind=Member.PostKind.TEACHER))
    return members.aggregate(all=Count("pk"), women=women, teachers=teachers)


def _moves(year, day):
    """Who came into the union and who left it in the year, up to the day."""
    span = {"since": str(year.first), "day": str(day)}
    for words, moved in (("本统计年度入会", "joined"), ("本统计年度离会", "left")):
        people = Member.objects.moved_in(moved, year.first, day)
        yield _figure(words, people.count(), moved=moved, **span)


def _figure(label, value, **query):
    url = f"{reverse('members:member_list')}?{urlencode(query)}"
    return Figure(label, value, url, "人")
