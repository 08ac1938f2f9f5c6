"""Rating by those who came: once, without a name, told from three on."""

import pytest

from plans import services
from plans.models import Attendance, Rating
from tests import make_plans as make
from unionoffice.states import StateError


@pytest.fixture
def activity(db):
    return make.activity(state="closed")


def page_of(activity, deed="rating/"):
    return f"/plans/activities/{activity.pk}/{deed}"


def rate(activity, *stars, words=""):
    for number in stars:
        mark = make.attendance(activity=activity)
        services.rating_give(mark, stars=number, words=words)


def test_who_came_rates_once(as_member, member_user, activity):
    make.attendance(activity=activity, member=member_user.member)

    as_member.post(page_of(activity), {"stars": "4", "words": "很好。"})
    again = as_member.post(page_of(activity), {"stars": "1"})

    assert [(r.stars, r.words) for r in Rating.objects.all()] == [(4, "很好。")]
    assert again.status_code == 409


def test_who_was_not_there_does_not_rate(as_member, activity):
    assert as_member.get(page_of(activity)).status_code == 403


def test_before_it_was_held_nobody_rates(as_member, member_user):
    mark = make.attendance(member=member_user.member)

    answer = as_member.get(page_of(mark.activity))

    assert "活动办完以后再评价。" in answer.content.decode()


@pytest.mark.django_db
def test_a_second_rating_at_the_same_moment_has_one_winner(activity):
    mark = make.attendance(activity=activity)
    late = Attendance.objects.get(pk=mark.pk)
    services.rating_give(mark, stars=5)

    with pytest.raises(StateError):
        services.rating_give(late, stars=1)
    assert Rating.objects.count() == 1


def test_two_ratings_are_not_told_three_are(as_member, activity):
    rate(activity, 5, 2, words="人太多。")
    few = as_member.get(page_of(activity, "")).content.decode()
    rate(activity, 4, words="")
    told = as_member.get(page_of(activity, "")).content.decode()

    assert "有 2 人评价，满 3 人以后显示平均分。" in few
    assert ("人太多。" in few, "人太多。" in told) == (False, True)
    assert "3.7 分" in told


@pytest.mark.django_db
def test_nothing_ties_a_rating_to_a_person(activity):
    names = {field.name for field in Rating._meta.get_fields()}

    assert names == {"id", "activity", "stars", "words"}
    rate(activity, 5)
    assert Rating.objects.get().pk.version == 4  # drawn at random
