"""`manage.py daily` reminds, once a period, whoever a proposal waits for."""

import datetime
import io

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from congress import services
from congress.models import Round, Seconding
from members.models import Notice, User
from tests import make_congress as make
from tests import make_members as people

pytestmark = pytest.mark.django_db


def ago(days):
    return timezone.now() - datetime.timedelta(days=days)


def daily(days=0):
    """Run the command as on a day so many days from now; what it said."""
    out = io.StringIO()
    call_command("daily", day=str(make.days(days)), stdout=out)
    return out.getvalue().strip()


def told(user):
    return [notice.title for notice in Notice.objects.filter(user=user).order_by("pk")]


@pytest.fixture
def place():
    return people.department("总务处")


@pytest.fixture
def answering(place):
    return people.user("handler", "member", member_values={"department": place})


def test_who_was_asked_to_second_two_days_ago(member_user):
    row = make.proposal("seconding", title="更换音响")
    make.seconding(row, member_user.member)
    assert daily() == "教代会：新提醒 0 条"
    Seconding.objects.update(invited_at=ago(2))

    assert daily() == "教代会：新提醒 1 条"
    assert told(member_user) == ["提案人请你附议《更换音响》，还等你答复"]


def test_the_same_day_tells_nobody_twice(member_user):
    make.seconding(make.proposal("seconding"), member_user.member)
    Seconding.objects.update(invited_at=ago(4))

    assert [daily(), daily()] == ["教代会：新提醒 1 条", "教代会：新提醒 0 条"]


def test_three_days_later_it_is_told_again_whichever_day_it_runs(member_user):
    make.seconding(make.proposal("seconding"), member_user.member)
    Seconding.objects.update(invited_at=ago(2))

    counts = [daily(days)[-3] for days in (0, 1, 2, 4, 5, 6)]

    assert counts == ["1", "0", "0", "1", "0", "1"]


def test_the_committee_is_told_of_what_waits(committee, chair, member_user):
    session = make.session()
    for _ in range(2):
        make.proposal("submitted", session=session, submitted_at=ago(3))
    make.proposal("submitted", session=session)

    daily()

    words = ["有 2 件提案提交 3 天以上，还没有审查"]
    assert told(committee) == told(chair) == words
    assert told(member_user) == []


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (8, []),
        (7, ["提案《更换音响》还有 7 天到答复期限"]),
        (5, ["提案《更换音响》还有 5 天到答复期限"]),
        (2, ["提案《更换音响》还有 2 天到答复期限"]),
        (0, ["提案《更换音响》还有 0 天到答复期限"]),
    ],
)
def test_the_department_is_told_before_the_day(place, answering, left, words):
    row = make.proposal("assigned", title="更换音响", department=place)
    row.rounds.update(due_on=make.days(left))

    daily()

    assert told(answering) == words


def test_a_week_before_and_two_days_before_are_two_reminders(place, answering):
    row = make.proposal("assigned", department=place)
    row.rounds.update(due_on=make.days(7))

    for days in range(8):
        daily(days)

    assert len(told(answering)) == 2


def test_the_late_go_up_to_the_leader_in_charge(place, answering, chair):
    leader = people.user("leader", "member", name="分管校长")
    row = make.proposal("assigned", title="更换音响", department=place)
    row.rounds.update(due_on=make.days(-4), leader=leader.member)

    daily()

    words = ["总务处承办的提案《更换音响》逾期 4 天没有答复"]
    assert told(answering) == told(leader) == words
    assert told(chair) == []


def test_without_a_leader_the_chair_is_told(place, chair):
    row = make.proposal("assigned", title="更换音响", department=place)
    row.rounds.update(due_on=make.days(-3))
    daily()
    assert told(chair) == []

    daily(1)

    assert told(chair) == ["总务处承办的提案《更换音响》逾期 4 天没有答复"]


def test_a_new_day_begins_anew(place, answering):
    row = make.proposal("assigned", department=place)
    row.rounds.update(due_on=make.days(2))
    daily()
    row.rounds.update(due_on=make.days(7))

    daily()

    assert len(told(answering)) == 2


def test_leader_author_and_department_are_told_of_theirs(member_user, place, answering):
    leader = people.user("leader", "member", name="分管校长")
    waiting = make.proposal("checking", title="等审阅的")
    waiting.rounds.update(leader=leader.member, drafted_at=ago(2))
    rating = make.proposal("replied", title="等评价的", author=member_user.member)
    rating.rounds.update(replied_at=ago(7))
    promise = make.proposal("rated", title="答应过的", department=place)
    promise.rounds.update(result="started", promised_on=make.days(-1))

    daily()

    assert told(leader) == ["提案《等审阅的》的答复等你审阅"]
    assert told(member_user) == ["你的提案《等评价的》已有答复，请评价"]
    assert told(answering) == ["提案《答应过的》答应的日期已过，请更新落实情况"]


def test_the_author_hears_at_once_what_others_did(member_user, committee):
    row = make.proposal("submitted", title="更换音响", author=member_user.member)

    services.proposal_decide(row, by=committee, outcome="accepted")

    assert told(member_user) == ["你的提案《更换音响》：审查决定：立案"]
    assert told(committee) == []


def test_nothing_waits_in_an_empty_office():
    assert daily() == "教代会：新提醒 0 条"
    assert not User.objects.exists()
    assert not Round.objects.exists()


def test_a_day_that_is_none_is_told():
    with pytest.raises(CommandError, match="看不懂日期 昨天"):
        call_command("daily", day="昨天")
