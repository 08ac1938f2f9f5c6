"""The open list, its filters and its workbook."""

import io

import pytest
from openpyxl import load_workbook

from congress.models import Proposal
from tests import make_congress as make
from tests import make_members as people

PATH = "/congress/proposals/"


def shown(client, **filters):
    return [row.pk for row in client.get(PATH, filters).context["page"]]


def test_everybody_sees_what_was_decided(as_member, as_committee, member_user):
    session = make.session(term=5, ordinal=4)
    rows = {
        state: make.proposal(state, session=session).pk
        for state in Proposal.State.values
    }
    own = make.proposal("draft", session=session, author=member_user.member).pk
    asked = make.proposal("seconding", session=session)
    make.seconding(asked, member_user.member)

    found = set(shown(as_member))

    lead = Proposal.objects.get(pk=rows["merged"]).merged_into_id
    drafts = {rows["draft"], rows["seconding"]}
    waiting = {
        rows[state] for state in ("submitted", "returned", "withdrawn", "merged")
    }
    assert found == {own, asked.pk, *rows.values()} - drafts - waiting
    assert set(shown(as_committee)) == {lead, *rows.values()} - drafts


def test_the_others_are_told_how_many_wait(as_member, as_committee):
    make.proposal("submitted")
    make.proposal("submitted")

    told = "另有 2 件提案正在审查"
    assert told in as_member.get(PATH).content.decode()
    assert told not in as_committee.get(PATH).content.decode()


def test_a_withdrawn_draft_stays_between_those_who_knew_it(as_member, member_user):
    foreign = make.proposal("draft")
    own = make.proposal("draft", author=member_user.member)
    Proposal.objects.update(state="withdrawn")

    found = shown(as_member)

    assert foreign.pk not in found
    assert found == [own.pk]


def test_the_newest_session_and_number_stand_first(as_member):
    old = make.session("closed", term=5, ordinal=3)
    new = make.session(term=5, ordinal=4)
    rows = [
        make.proposal("rated", session=old),
        make.proposal("accepted", session=new),
        make.proposal("accepted", session=new),
    ]

    assert shown(as_member) == [row.pk for row in reversed(rows)]


@pytest.fixture
def many(db, member_user, committee):
    """One of each kind, by name."""
    place = people.department("总务处")
    session = make.session(term=5, ordinal=4)
    old = make.session("closed", term=5, ordinal=3)
    asked = make.proposal("seconding", session=session)
    make.seconding(asked, member_user.member)
    late = make.proposal("assigned", session=session, department=place)
    late.rounds.update(due_on=make.days(-1))
    return {
        "asked": asked,
        "late": late,
        "own": make.proposal("replied", session=session, author=member_user.member),
        "new": make.proposal("advice", session=session, title="更换音响设备"),
        "unhappy": make.proposal("unsatisfied", session=session),
        "old": make.proposal(
            "rated", session=old, category=make.category("其他"), department=place
        ),
        "rejected": make.proposal("rejected", session=session),
        "place": place,
        "session": session,
        "category": make.category("其他"),
    }


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("words", "音响", {"new"}),
        ("words", "5-4-003", {"new"}),
        ("words", "林老师", {"own"}),
        ("session", "session", {"asked", "late", "own", "new", "unhappy", "rejected"}),
        ("state", "advice", {"new"}),
        ("category", "category", {"old"}),
        ("department", "place", {"late", "old"}),
        ("mine", "author", {"own"}),
        ("mine", "second", {"asked"}),
        ("decision", "rejected", {"rejected"}),
        ("rating", "unsatisfied", {"unhappy"}),
        ("answered", "yes", {"own", "unhappy", "old"}),
        ("waiting", "second", {"asked"}),
        ("waiting", "finish", set()),
        ("waiting", "rate", {"own"}),
        ("waiting", "overdue", {"late"}),
        ("waiting", "reply", set()),
        ("waiting", "decide", set()),
        ("received", "yes", {"late", "own", "new", "unhappy", "old", "rejected"}),
        ("year", "1999", set()),
        (
            "state",
            "nonsense",
            {"asked", "late", "own", "new", "unhappy", "old", "rejected"},
        ),
    ],
)
def test_the_list_is_narrowed(as_member, many, name, value, found):
    wanted = many[value].pk if value in ("session", "category", "place") else value
    names = {row.pk: key for key, row in many.items() if isinstance(row, Proposal)}

    assert {names[pk] for pk in shown(as_member, **{name: wanted})} == found


def test_each_filter_in_use_is_a_pill_in_words(as_member, many):
    page = as_member.get(
        PATH, {"session": many["session"].pk, "state": "rated", "waiting": "rate"}
    )

    assert [pill[:2] for pill in page.context["table"].pills] == [
        ("会次", "第五届第四次教职工代表大会"),
        ("状态", "已办结"),
        ("待办", "等我评价"),
    ]


@pytest.mark.parametrize("count", [1, 6])
def test_the_list_asks_the_database_the_same_for_one_and_many(
    as_auditor, django_assert_num_queries, count
):
    session = make.session()
    for _ in range(count):
        make.proposal("rated", session=session)
    as_auditor.get(PATH)

    with django_assert_num_queries(16):
        as_auditor.get(PATH)


def test_fifty_stand_on_a_page(as_member):
    session = make.session()
    for _ in range(51):
        make.proposal("accepted", session=session)

    first = as_member.get(PATH)

    assert "共 51 件，显示 1–50" in first.content.decode()
    assert len(shown(as_member, page=2)) == 1


def test_the_workbook_holds_what_the_list_shows(as_member, many):
    answer = as_member.get(f"{PATH}export/", {"department": many["place"].pk})

    page = load_workbook(io.BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    heads = [head.column.heading for head in shown_table(as_member).heads]
    assert rows[1] == heads
    assert [row[:3] for row in rows[2:]] == [
        ["5-4-001", many["late"].title, str(many["late"].author)],
        ["5-3-001", many["old"].title, str(many["old"].author)],
    ]


def shown_table(client):
    return client.get(PATH).context["table"]


def test_a_title_like_a_formula_stays_text(as_member):
    make.proposal("accepted", title="=HYPERLINK(1)")

    answer = as_member.get(f"{PATH}export/")

    cell = load_workbook(io.BytesIO(answer.content)).active["B3"]
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")


def test_an_empty_list_says_how_to_begin(as_member):
    make.session()

    text = as_member.get(PATH).content.decode()

    assert "写第一件提案" in text
    assert (
        "写第一件提案" not in as_member.get(PATH, {"state": "rated"}).content.decode()
    )
