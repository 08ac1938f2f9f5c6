"""The page of a proposal: facts, text, what happened, what may be done."""

import re

import pytest

from congress.models import Proposal
from congress.reporting import nextstep
from tests import make_congress as make
from tests import make_members as people

NEW = "/congress/proposals/new/"
STATION = re.compile(r'<li class="(?:is-now|is-done)?"[^>]*>(\w+)</li>')
STATES = [state.value for state in Proposal.State]


def page_of(client, row):
    return client.get(f"/congress/proposals/{row.pk}/")


def deeds(answer):
    """Labels of what this person may do; of nothing they may see, nothing."""
    if answer.status_code == 404:
        return []
    page = answer.context["page"]
    offered = [page.main, *page.others] if page.main else page.others
    return [deed.label for deed in offered if deed.ruling]


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("draft", "还是草稿，只有你能看到。下一步：邀请至少 2 位同事附议。"),
        (
            "seconding",
            "等待附议人确认：已有 0 位，还差 2 位。他们登录后会在待办里看到。",
        ),
        (
            "returned",
            "工会请你补充完善，改好后再次提交，编号 {number} 不变。",
        ),
        ("accepted", "审查结果：立案。等待工会交给承办部门办理。"),
        ("advice", "审查结果：转为意见建议。等待工会交给承办部门办理。"),
        ("rejected", "审查结果：不予立案。"),
        ("assigned", "已交总务处办理，{due}前答复。"),
        ("replied", "总务处已答复，请你评价。"),
        ("unsatisfied", "提案人对答复不满意，等待工会重新交办。"),
        ("rated", "已办结。提案人评价：满意。"),
        ("withdrawn", "提案人已撤回，不再办理。"),
        ("checking", "总务处已拟好答复，等待校领导审阅。"),
    ],
)
def test_the_author_reads_what_comes_next(as_member, member_user, state, sentence):
    row = make.proposal(
        state, author=member_user.member, department=people.department("总务处")
    )
    due = make.days(7)

    answer = page_of(as_member, row)

    assert answer.context["page"].next_step == sentence.format(
        number=row.number_text, due=f"{due.month}月{due.day}日"
    )


def test_the_author_of_a_complete_one_is_told_to_hand_it_in(as_member, member_user):
    row = make.proposal("seconding", author=member_user.member)
    for _ in range(2):
        make.seconding(row, people.member(), "confirmed")

    page = page_of(as_member, row).context["page"]

    assert page.next_step == "已有 2 位附议，可以提交了。"
    assert (page.main.label, page.main.is_post) == ("提交提案", True)


@pytest.mark.parametrize(
    ("state", "author", "office", "stranger"),
    [
        ("submitted", ["撤回提案"], ["审查", "填写审查意见", "并案"], []),
        ("accepted", [], ["交办"], []),
        ("assigned", [], ["改派或延期"], []),
        ("replied", ["评价答复"], ["更新落实情况"], []),
        ("unsatisfied", [], ["重新交办"], []),
        ("rated", [], ["更新落实情况", "评为优秀提案"], []),
    ],
)
def test_each_finds_their_own_deeds(
    as_member, member_user, as_committee, as_auditor, state, author, office, stranger
):
    row = make.proposal(state, author=member_user.member)

    found = [
        deeds(page_of(client, row)) for client in (as_member, as_committee, as_auditor)
    ]

    assert found == [author, office, stranger]


def test_a_late_answer_is_shown_with_its_days(as_member):
    row = make.proposal("assigned", department=people.department("总务处"))
    row.rounds.update(due_on=make.days(-3))

    text = page_of(as_member, row).content.decode()

    assert "已逾期 3 天。" in text
    assert '<span class="chip chip-late">逾期</span>' in text


def test_a_stranger_reads_the_dates_but_not_the_text(as_member, committee):
    row = make.proposal("rejected", reason="只有几个人能读的理由，十个字以上。")
    make.paper(row, committee, name="秘密.pdf")
    row.steps.create(
        state="submitted",
        title="提交提案",
        note="内部说明",
        at=row.submitted_at,
        who="甲",
    )

    text = page_of(as_member, row).content.decode()

    assert "没有立案的提案，正文只有提案人、附议人、工会和校领导能看。" in text
    assert "提交提案" in text
    for closed in ("只有几个人能读的理由", "秘密.pdf", "内部说明"):
        assert closed not in text


def test_who_was_asked_in_vain_is_not_told_to_all(as_member, as_committee):
    row = make.proposal("accepted")
    make.seconding(row, people.member(name="谢绝的人"), "declined")

    for client in (as_member, as_committee):
        text = page_of(client, row).content.decode()

        assert "附议甲" in text
        assert "谢绝的人" not in text


@pytest.mark.django_db
def test_a_draft_is_not_even_found(as_committee, as_chair):
    row = make.proposal("draft")

    assert page_of(as_committee, row).status_code == 404
    assert page_of(as_chair, row).status_code == 404


def test_both_rounds_stand_on_the_page(as_member):
    row = make.proposal("unsatisfied")
    make.one_round(row)

    text = page_of(as_member, row).content.decode()

    assert "充电棚已经列入暑期工程" in text
    assert "第 2 次办理" in text


@pytest.mark.parametrize("state", STATES)
def test_the_paper_form_prints_in_every_state(as_member, member_user, state):
    row = make.proposal(state, author=member_user.member)

    text = as_member.get(f"/congress/proposals/{row.pk}/print/").content.decode()

    assert f"{row.session}提案表" in text
    assert "五十多位老师骑电动车，没有地方安全充电。" in text
    assert text.count('<p class="signatures">') == 4


@pytest.mark.parametrize("count", [1, 12])
def test_the_page_costs_the_same_for_one_and_for_many(
    as_member, member_user, django_assert_num_queries, count
):
    row = make.proposal("unsatisfied", author=member_user.member)
    for _ in range(count):
        make.seconding(row, people.member(), "confirmed")
        make.one_round(row, replied=True, rating="unsatisfied")
        make.paper(row, member_user)
        make.paper(row, member_user, round=row.round)
        row.steps.create(state=row.state, title="交办", at=row.submitted_at, who="甲")
    page_of(as_member, row)

    with django_assert_num_queries(13):
        page_of(as_member, row)


def test_the_way_has_the_same_stations_before_and_after_saving(as_member, member_user):
    draft = make.proposal("draft", author=member_user.member)

    pages = [as_member.get(a) for a in (NEW, draft.get_absolute_url())]

    before, after = (STATION.findall(page.content.decode()) for page in pages)
    assert before == after == list(nextstep.WAY)
