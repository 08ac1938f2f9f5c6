"""Quick find: what it knows, how it is grouped, and what it keeps to itself."""

import pytest

from tests import make_congress, make_plans
from tests import make_members as make


def found(client, words):
    """{kind: labels} of what quick find shows."""
    kinds = client.get("/find/", {"q": words}).context["kinds"]
    return {kind.name: [hit.label for hit in kind.hits] for kind in kinds}


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("曾小敏", "zxm"),
        ("曾小敏", "cxm"),
        ("曾小敏", "zengxiaomin"),
        ("曾小敏", "ZENG xiao min"),
        ("曾小敏", "ｚｘｍ"),
        ("曾小敏", "A77"),
        ("阿依古丽·买买提", "ayglmmt"),
        ("吕小红", "lüxiaohong"),
        ("吕小红", "lyuxiaohong"),
        ("翟重行", "zhai"),
        ("解长乐", "xiechangle"),
    ],
)
def test_a_name_is_found_as_it_is_thought_of(as_chair, name, typed):
    make.member(name=name, staff_no="A77")

    assert found(as_chair, typed) == {"会员": [f"{name}（A77）"]}


def test_what_is_found_stands_by_kind_with_its_count(as_chair):
    make.member(name="健步", staff_no="A1")
    make_plans.activity(title="健步走")
    make_plans.plan(title="健步计划")
    session = make_congress.session(term=5, ordinal=4)
    make_congress.proposal("submitted", title="修健步道", session=session)

    answer = as_chair.get("/find/", {"q": "健步"})

    assert found(as_chair, "健步") == {
        "计划": ["健步计划"],
        "活动": ["健步走"],
        "会员": ["健步（A1）"],
        "提案": ["5-4-001 修健步道"],
    }
    assert answer.content.decode().count("1 条</span>") == 4


def test_of_many_the_first_are_shown_and_the_rest_in_the_list(as_chair):
    for n in range(10):
        make.member(name=f"曾敏{'甲乙丙丁戊己庚辛壬癸'[n]}")

    kind = as_chair.get("/find/", {"q": "曾敏"}).context["kinds"][0]

    assert len(kind.hits) == 8
    assert as_chair.get(kind.more).context["page"].paginator.count == 10


def test_a_member_finds_no_colleagues(as_member):
    make.member(name="曾小敏", staff_no="A77")

    assert found(as_member, "zxm") == {}
    assert "没有找到「zxm」" in as_member.get("/find/?q=zxm").content.decode()


@pytest.mark.parametrize("words", ["", "  ", "\0"])
def test_without_words_it_says_what_can_be_found(as_member, words):
    page = as_member.get("/find/", {"q": words}).content.decode()

    assert "输入姓名、拼音首字母、工号" in page
