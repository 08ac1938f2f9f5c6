"""What is like a text: by pairs of letters, rare ones counting more."""

import pytest

from congress import similar
from tests import make_congress as make

TEXTS = {
    1: "在南校门增设电动自行车充电棚 有五十多位老师骑电动车上班，充电靠拉线板。",
    2: "给专用教室加装遮光窗帘 科学实验室和美术教室朝西，下午投影看不清。",
    3: "实行周三下午无会日 每周会议平均四次，备课和家访的时间被切碎。",
    4: "规范电动车停放 车棚外乱停的电动车挡住消防通道。",
}


def keys(typed):
    return [key for _, key in similar.ranked(typed, TEXTS)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("建电动自行车充电棚", 1),
        ("教室装遮光窗帘", 2),
        ("周三下午不要开会", 3),
        ("电动车乱停挡住消防通道", 4),
    ],
)
def test_other_words_for_the_same_are_found(typed, first):
    assert keys(typed)[:1] == [first]


@pytest.mark.parametrize("typed", ["", "棚", "为图书馆购买新书", "abc def"])
def test_what_is_like_nothing_finds_nothing(typed):
    assert keys(typed) == []


def test_it_is_shown_while_writing(as_member):
    session = make.session()
    row = make.proposal("accepted", session=session, title="在南校门增设充电棚")

    answer = as_member.post(
        "/congress/proposals/similar/", {"title": "南校门建充电棚", "reason": ""}
    )

    assert row.title in answer.content.decode()
    assert "先看看是不是同一件事" in answer.content.decode()


def test_an_own_draft_shows_what_is_like_it(as_member, member_user):
    own = make.proposal("draft", author=member_user.member)
    other = make.proposal("accepted", title="在北校门增设充电棚")

    text = as_member.get(own.get_absolute_url()).content.decode()

    assert "相近的提案" in text
    assert other.title in text
    assert "相近的提案" not in as_member.get(other.get_absolute_url()).content.decode()


def test_foreign_drafts_and_what_waits_are_not_told(as_member, member_user):
    session = make.session()
    for state in ("draft", "seconding", "submitted", "returned", "rejected"):
        make.proposal(state, session=session)
    own = make.proposal("draft", session=session, author=member_user.member)

    def found(**values):
        answer = as_member.post(
            "/congress/proposals/similar/", {"title": "在南校门增设充电棚", **values}
        )
        return [row.pk for row in answer.context["similar"]]

    assert found() == [own.pk]
    assert found(own=own.pk) == []


def test_both_forms_ask_while_one_types(as_member, member_user):
    own = make.proposal("draft", author=member_user.member)

    for path in ("/congress/proposals/new/", f"{own.get_absolute_url()}edit/"):
        text = as_member.get(path).content.decode()
        assert 'hx-post="/congress/proposals/similar/"' in text
