"""What the office tells an account, until the person has seen it."""

import pytest

from members.models import Notice
from members.services.notices import notify
from tests import make_members as make

HOME = "/"


@pytest.fixture
def told(member_user):
    notify([member_user.member_id], "k-1", "你的提案有答复了", "/me/")
    return Notice.objects.get()


def test_it_stands_on_the_workbench_until_it_is_read(as_member, told):
    before = as_member.get(HOME).content.decode()

    answer = as_member.post(f"/members/notices/{told.pk}/read/", {"open": "1"})

    assert "你的提案有答复了" in before
    assert answer.headers["Location"] == "/me/"
    assert "你的提案有答复了" not in as_member.get(HOME).content.decode()


def test_all_are_put_away_at_once(as_member, member_user, told):
    notify([member_user.member_id], "k-2", "第二条", "/me/")

    as_member.post("/members/notices/read/")

    assert not Notice.objects.unread_by(member_user).exists()


def test_the_same_is_told_once(member_user, told):
    again = notify([member_user.member_id], "k-1", "你的提案有答复了", "/me/")

    assert again == 0
    assert Notice.objects.count() == 1


def test_who_has_no_account_is_told_nothing(db):
    assert notify([make.member().pk], "k", "没有账号", "/") == 0


def test_somebody_elses_is_not_found(as_chair, told):
    assert as_chair.post(f"/members/notices/{told.pk}/read/").status_code == 404

    told.refresh_from_db()
    assert told.read_at is None


def test_the_oldest_give_way_to_eight_new_ones(as_member, member_user):
    for n in range(10):
        notify([member_user.member_id], f"k-{n}", f"第{n}条提醒", "/me/")

    text = as_member.get(HOME).content.decode()

    assert text.count("条提醒</button>") == 8
    assert "第9条提醒" in text
