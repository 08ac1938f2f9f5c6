"""The rules of who sits in a body: what fits, what does not, what does not apply."""

import pytest

from members import composition
from members.models import Body, BodyRule, Member, Seat

BODY = Body(pk=1, name="工会委员会", head_word="主席")
OTHER = Body(pk=2, name="经审委", head_word="主任")
COUNTS = {"members": 120, "women": 9}


def seat(number, post="member", portfolio="", sex="女"):
    person = Member(pk=number, name=f"人{number}", sex=sex)
    return Seat(body=BODY, member=person, post=post, portfolio=portfolio)


def told(seats, elsewhere=(), **rule):
    rule = BodyRule(body=BODY, source="某文件", **rule)
    found = composition.findings([rule], seats, COUNTS, {OTHER.pk: list(elsewhere)})
    return [(one.fits, one.words) for one in found]


@pytest.mark.parametrize(
    ("number", "rule", "answer"),
    [
        (3, {"least": 3, "most": 7}, (True, "一共 3 人，符合 3–7 人的规定。")),
        (2, {"least": 3, "most": 7}, (False, "一共 2 人，应为 3–7 人。")),
        (8, {"most": 7}, (False, "一共 8 人，应为 至多 7 人。")),
        (2, {"least": 3}, (False, "一共 2 人，应为 至少 3 人。")),
        (4, {"least": 3, "most": 7, "is_odd": True}, (False, "一共 4 人，应为单数。")),
        (
            0,
            {"least": 1, "most": 1, "post": "chair"},
            (False, "主席 0 人，应为 1 人。"),
        ),
    ],
)
def test_the_number_of_people_is_measured(number, rule, answer):
    seats = [seat(n) for n in range(number)]

    assert told(seats, kind="size", **rule) == [answer]


@pytest.mark.parametrize(
    ("base", "first", "last", "applies"),
    [
        ("members", 25, 200, True),
        ("members", 120, 120, True),
        ("members", 121, None, False),
        ("members", 0, 119, False),
        ("women", 10, None, False),
        ("women", 9, None, True),
    ],
)
def test_a_rule_speaks_only_of_its_span(base, first, last, applies):
    rule = {"base": base, "base_from": first, "base_to": last, "least": 1}

    assert bool(told([seat(1)], kind="size", **rule)) == applies
    assert bool(told([seat(1)], kind="needed", **rule)) == applies


def test_a_body_that_is_needed_and_empty_is_told():
    rule = {"kind": "needed", "base_from": 25}

    assert told([], **rule) == [
        (False, "会员 120 人，满 25 人应当设立，现在没有人任职。")
    ]
    assert told([seat(1)], **rule) == [
        (True, "会员 120 人，满 25 人应当设立，已设立。")
    ]


@pytest.mark.parametrize(
    ("rule", "fits", "words"),
    [
        ({}, False, "人1、人2兼任经审委成员，不符合规定。"),
        ({"other_post": "chair"}, False, "人1兼任经审委主任，不符合规定。"),
        (
            {"other_portfolio": "财务"},
            False,
            "人2兼任经审委成员（分工财务），不符合规定。",
        ),
        ({"other_post": "vice"}, True, "没有人兼任经审委副主任。"),
    ],
)
def test_one_person_not_in_two_offices(rule, fits, words):
    elsewhere = [seat(1, "chair"), seat(2, portfolio="财务、组织")]

    found = told(
        [seat(1), seat(2), seat(3)], elsewhere, kind="apart", other=OTHER, **rule
    )

    assert found == [(fits, words)]


@pytest.mark.parametrize(
    ("seats", "answer"),
    [
        ([seat(1, "chair"), seat(9)], [(True, "主席是经审委成员。")]),
        ([seat(9, "chair")], [(False, "主席人9不是经审委成员。")]),
        ([seat(9)], []),
    ],
)
def test_who_must_sit_in_the_other_body_too(seats, answer):
    rule = {"kind": "within", "post": "chair", "other": OTHER}

    assert told(seats, [seat(1)], **rule) == answer


@pytest.mark.parametrize(
    ("seats", "answer"),
    [
        ([seat(1)], [(True, "成员都是女性。")]),
        ([seat(1), seat(2, sex="男")], [(False, "人2不是女性。")]),
        ([], []),
    ],
)
def test_women_only(seats, answer):
    assert told(seats, kind="women") == answer
