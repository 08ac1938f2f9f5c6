"""Stepping back: the next who waits is placed and told."""

import pytest
from django.utils import timezone

from plans import months, rules, services
from plans.models import Signup
from plans.reporting import signups as reporting
from tests import make_members
from tests import make_signups as make
from unionoffice.states import StateError


def page_of(signup, deed="withdraw"):
    return f"/plans/signups/{signup.pk}/{deed}/"


def test_who_steps_back_makes_room_and_the_first_waiting_is_told(
    as_member, member_user, committee, sign_in
):
    sheet = make.sheet(places=1)
    mine = make.signup(sheet, member_user.member, by=member_user)
    first = make.signup(sheet, committee.member, by=committee)
    second = make.signup(sheet)

    asked = as_member.get(page_of(mine)).content.decode()
    as_member.post(page_of(mine))

    for row in (mine, first, second):
        row.refresh_from_db()
    assert [r.state for r in (mine, first, second)] == [
        "withdrawn",
        "placed",
        "waiting",
    ]
    assert "退出以后名额马上让给候补的人" in asked
    todo = sign_in(committee).get("/").context["bench"].todo
    assert "候补已转正：周六健步走" in [item.title for item in todo]


def test_the_notice_goes_once_it_was_read(committee, as_committee):
    sheet = make.sheet(places=1)
    first = make.signup(sheet)
    mine = make.signup(sheet, committee.member, by=committee)
    services.signup_withdraw(first, by=None)
    page = sheet.activity.get_absolute_url()

    before = as_committee.get(page).content.decode()
    as_committee.post(page_of(mine, "seen"))

    assert ("候补已转正" in before, "知道了" in before) == (True, True)
    assert "知道了" not in as_committee.get(page).content.decode()
    mine.refresh_from_db()
    assert mine.news == ""


def test_the_notice_is_the_persons_own(as_committee):
    assert as_committee.post(page_of(make.signup(), "seen")).status_code == 403


def test_after_the_last_day_one_tells_the_lead(as_member, member_user):
    sheet = make.sheet(back_until=timezone.now() - make.HOUR / 2)
    mine = make.signup(sheet, member_user.member)

    answer = as_member.get(page_of(mine))

    assert answer.status_code == 403
    assert "退出的时间已过，来不了请告诉活动负责人。" in answer.content.decode()


def test_the_office_takes_somebody_off_and_hears_who_moved_up(as_committee):
    sheet = make.closed(make.sheet(places=1))
    first = make.signup(sheet)
    make.signup(sheet, make_members.member(name="候补甲"))

    page = as_committee.post(page_of(first), follow=True).content.decode()

    assert "候补转正：候补甲，已在工作台上告诉本人。" in page


@pytest.mark.django_db
def test_who_comes_back_stands_at_the_end():
    sheet = make.sheet(places=1)
    first, second = make.signup(sheet), make.signup(sheet)
    services.signup_withdraw(first, by=None)

    again = services.signup_add(sheet, first.member, by=None)

    second.refresh_from_db()
    assert (second.state, again.pk, again.state) == ("placed", first.pk, "waiting")
    assert again.number > second.number


@pytest.mark.parametrize(
    ("deed", "word", "told"),
    [
        ("activity_drop", "取消", "原因：下雨。"),
        ("activity_postpone", "推迟", "原因：下雨。现在排在"),
    ],
)
def test_who_signed_up_is_told_that_it_is_off(deed, word, told, as_member, member_user):
    mine = make.signup(member=member_user.member, by=member_user)

    getattr(services, deed)(mine.sheet.activity, by=None, why="下雨。")

    todo = as_member.get("/me/").context["page"].todo
    page = as_member.get(mine.sheet.activity.get_absolute_url()).content.decode()
    assert [item.title for item in todo] == [f"报了名的活动{word}：周六健步走"]
    assert f"报了名的活动{word}：</strong>{told}" in page


def test_who_signed_up_is_told_of_another_month(member_user, chair):
    mine = make.signup(member=member_user.member, by=member_user)
    later = months.plus(mine.sheet.activity.first_month, 2)

    services.activity_move(mine.sheet.activity, by=chair, to=later)

    mine.refresh_from_db()
    assert mine.news == "called_off"


def test_a_place_kept_for_a_party_in_line_is_not_offered(as_committee):
    sheet = make.sheet(places=2, companions_most=1)
    make.signup(sheet)
    make.signup(sheet, make_members.member(name="候补甲"), companions=1)
    activity = sheet.activity.get_absolute_url()

    pages = [activity, "/plans/signups/", f"{activity}signup/"]
    told = [as_committee.get(page).content.decode() for page in pages]
    listed = as_committee.get(f"{activity}sheet/").content.decode()

    assert ["剩 1 个名额，留给候补的人" in page for page in told] == [True] * 3
    assert "空着 1 个，留给候补第一位 候补甲，要占 2 个。" in listed


def test_what_is_put_off_takes_nobody_but_lets_people_go(member_user, chair):
    mine = make.signup(member=member_user.member, by=member_user)
    activity, now = mine.sheet.activity, timezone.now()
    services.activity_postpone(activity, by=None, why="下雨。")

    add = rules.signup_add(member_user, mine.sheet, None, now)
    enter = rules.signup_enter(chair, mine.sheet, now)
    back = rules.signup_withdraw(member_user, mine, now)

    assert (add.reason, enter.reason) == (rules.signups.PUT_OFF,) * 2
    assert back
    assert reporting.stage(mine.sheet, now) == "暂停报名"
    services.activity_restore(activity, by=None)
    assert rules.signup_enter(chair, mine.sheet, now)


@pytest.mark.django_db
def test_nobody_steps_back_twice():
    signup = make.signup()
    services.signup_withdraw(signup, by=None)

    with pytest.raises(StateError):
        services.signup_withdraw(signup, by=None)
    signup.sheet.refresh_from_db()
    assert signup.sheet.taken == 0


@pytest.mark.django_db
def test_fewer_companions_give_their_places_to_those_who_wait():
    sheet = make.sheet(places=2, companions_most=1)
    first, second = make.signup(sheet, companions=1), make.signup(sheet)

    services.signup_change(first, by=None, companions=0)

    second.refresh_from_db()
    sheet.refresh_from_db()
    assert (second.state, second.news, sheet.taken) == ("placed", "moved_up", 2)


def test_more_companions_than_places_are_refused_with_the_reason(
    as_member, member_user
):
    sheet = make.sheet(places=1, companions_most=1)
    mine = make.signup(sheet, member_user.member)

    answer = as_member.post(page_of(mine, "change"), {"companions": "1"})

    assert answer.status_code == 403
    assert "剩下的名额不够再带这么多人" in answer.content.decode()
    assert Signup.objects.get().seats == 1
