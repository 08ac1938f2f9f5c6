"""Signing up: a place, the waiting list, questions, companions."""

import pytest

from plans.models import Signup
from tests import make_members
from tests import make_signups as make

A_PAGE = "/plans/activities/{}/signup/"


def page_of(sheet):
    return A_PAGE.format(sheet.activity_id)


def test_a_teacher_signs_up_with_one_companion(as_member, member_user):
    sheet = make.sheet(places=2, companions_most=1)

    answer = as_member.post(page_of(sheet), {"companions": "1"}, follow=True)

    signup = Signup.objects.get()
    assert (signup.member, signup.state, signup.seats) == (
        member_user.member,
        "placed",
        2,
    )
    assert "已报上。" in answer.content.decode()
    sheet.refresh_from_db()
    assert sheet.left == 0


def test_pressed_twice_it_is_one_signup(as_member):
    sheet = make.sheet()

    answers = [as_member.post(page_of(sheet)) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    sheet.refresh_from_db()
    assert (Signup.objects.count(), sheet.taken) == (1, 1)


def test_when_all_places_are_gone_one_waits_and_is_told_where(as_member):
    sheet = make.sheet(places=1)
    make.signup(sheet)
    make.signup(sheet)

    as_member.post(page_of(sheet))

    page = as_member.get(sheet.activity.get_absolute_url()).content.decode()
    assert "你排在候补第 2 位" in page


@pytest.mark.django_db
def test_nobody_overtakes_a_party_that_does_not_fit():
    sheet = make.sheet(places=3, companions_most=2)
    states = [make.signup(sheet, companions=n).state for n in (1, 2, 0)]

    assert states == ["placed", "waiting", "waiting"]


@pytest.mark.django_db
def test_companions_that_do_not_count_take_no_place():
    sheet = make.sheet(places=1, companions_most=2, companions_count=False)

    signup = make.signup(sheet, companions=2)

    assert (signup.state, signup.seats) == ("placed", 1)


@pytest.mark.django_db
def test_without_a_limit_everybody_has_a_place():
    sheet = make.sheet(places=None)

    assert {make.signup(sheet).state for _ in range(4)} == {"placed"}


def test_questions_are_answered_or_asked_again(as_member):
    sheet = make.sheet()
    size = make.question(sheet=sheet, words="尺码", kind="choice", options="M\nL")
    lunch = make.question(sheet=sheet, words="用餐", kind="yesno")
    diet = make.question(sheet=sheet, words="口味", is_required=False)
    sent = {f"question{size.pk}": "L", f"question{lunch.pk}": "是"}

    wrong = as_member.post(page_of(sheet), sent | {f"question{size.pk}": "XXL"})
    as_member.post(page_of(sheet), sent | {f"question{diet.pk}": ""})

    assert list(wrong.context["form"].errors) == [f"question{size.pk}"]
    answers = Signup.objects.get().answers.values_list("question__words", "text")
    assert list(answers) == [("尺码", "L"), ("用餐", "是")]


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        ({"sex": "男"}, "这次面向男会员。"),
        ({"people": "retired"}, "这次面向离退休人员。"),
        ({"opens_at": make.timezone.now() + make.HOUR / 2}, "报名还没有开始。"),
    ],
)
def test_who_may_not_is_told_why(as_member, terms, reason):
    sheet = make.sheet(**terms)

    answer = as_member.get(page_of(sheet))

    assert answer.status_code == 403
    assert reason in answer.content.decode()


def test_too_late_is_said_and_what_was_typed_stays(as_member):
    sheet = make.closed(make.sheet(companions_most=1))

    answer = as_member.post(page_of(sheet), {"companions": "1"})

    assert answer.status_code == 409
    assert "没有保存：报名已经截止。" in answer.content.decode()
    assert not Signup.objects.exists()


def test_more_companions_than_allowed_are_refused(as_member):
    sheet = make.sheet(companions_most=1)

    answer = as_member.post(page_of(sheet), {"companions": "2"})

    told = answer.context["form"].errors
    assert told == {"companions": ["最多带 1 位；不带人就写 0。"]}


def test_what_is_open_is_found_on_the_first_page_and_in_the_list(as_member):
    sheet = make.sheet()
    make.closed(make.sheet(activity=make.coming(title="早就截止")))

    for address in ("/", "/me/", "/plans/signups/"):
        page = as_member.get(address).content.decode()
        assert (sheet.activity.title in page, "早就截止" in page) == (True, False)


def test_the_lists_ask_as_often_for_many_as_for_one(
    as_member, django_assert_num_queries
):
    sheet = make.sheet(groups=[make_members.group()])
    make.signup(sheet)
    as_member.get("/plans/signups/")
    with django_assert_num_queries(9):
        as_member.get("/plans/signups/")

    for _ in range(3):
        make.signup(make.sheet(groups=[make_members.group()]))

    with django_assert_num_queries(9):
        as_member.get("/plans/signups/")
