"""Who may sign up: conditions put together, said, and asked."""

import datetime

import pytest

from plans.eligibility import Who
from tests import make_members as make

DAY = datetime.date(2026, 11, 28)


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({}, "面向全体在职会员"),
        ({"sex": "女"}, "面向全体在职女会员"),
        ({"people": "both", "members_only": False}, "面向全体教职工（含离退休）"),
        ({"people": "retired"}, "面向全体离退休会员"),
        (
            {"groups": ((1, "语文组"), (2, "数学组")), "years_from": 3},
            "面向语文组、数学组的在职会员，来校满 3 年",
        ),
        ({"age_from": 30, "age_to": 45}, "面向全体在职会员，30 到 45 岁"),
        ({"age_from": 40}, "面向全体在职会员，年满 40 岁"),
        ({"age_to": 35, "sex": "男"}, "面向全体在职男会员，不超过 35 岁"),
    ],
)
def test_the_conditions_are_said_in_a_sentence(terms, words):
    assert Who(on=DAY, **terms).words == words


@pytest.mark.parametrize(
    ("terms", "values", "years", "reasons"),
    [
        ({}, {}, None, []),
        ({}, {"work_status": "retired"}, None, ["这次面向在职人员。"]),
        ({"people": "both"}, {"work_status": "retired"}, None, []),
        ({"people": "retired"}, {}, None, ["这次面向离退休人员。"]),
        ({"members_only": False}, {"work_status": "left"}, None, ["人员状态是调出。"]),
        ({"sex": "男"}, {}, None, ["这次面向男会员。"]),
        ({"groups": ((0, "数学组"),)}, {}, None, ["这次面向数学组。"]),
        (
            {},
            {"joined_union_on": None},
            None,
            ["这次面向工会会员，名册里没有在册的会籍。"],
        ),
        ({"members_only": False}, {"joined_union_on": None}, None, []),
        ({"age_from": 41}, {}, None, []),
        ({"age_from": 42}, {}, None, ["年龄不在这次的范围里。"]),
        ({"age_to": 40}, {}, None, ["年龄不在这次的范围里。"]),
        ({"years_from": 3}, {}, 3, []),
        ({"years_from": 3}, {}, 2, ["来校年限还不够。"]),
    ],
)
@pytest.mark.django_db
def test_each_condition_says_why_not(terms, values, years, reasons):
    member = make.member(**values)  # a woman, 41 on that day

    assert Who(on=DAY, **terms).refusals(member, years) == reasons


@pytest.mark.django_db
def test_what_nobody_knows_is_said_too():
    member = make.member(birth_date=None)

    told = Who(on=DAY, age_from=20, years_from=1).refusals(member, None)

    assert [words[:9] for words in told] == ["名册里没有出生日期", "名册里没有来校日期"]
