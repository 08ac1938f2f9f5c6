"""The sessions, and the figures of one."""

import pytest

from tests import make_congress as make


@pytest.mark.parametrize("reader", ["as_member", "as_committee"])
def test_each_figure_opens_the_proposals_it_counts(request, reader, member_user):
    client = request.getfixturevalue(reader)
    session = make.session()
    for state in ("submitted", "accepted", "advice", "rejected", "withdrawn", "rated"):
        make.proposal(state, session=session)
    make.proposal("draft", session=session, author=member_user.member)
    make.proposal("accepted")

    page = client.get(f"/congress/sessions/{session.pk}/")

    figures = page.context["figures"]
    assert {f.label: f.value for f in figures} == {
        "收到提案": 6,
        "立案": 2,
        "转为意见建议": 1,
        "不予立案": 1,
        "提案人撤回": 1,
        "已答复": 1,
        "已办结": 1,
    }
    linked = [figure for figure in figures if figure.url]
    assert len(linked) == (5 if reader == "as_member" else 7)
    counted = [client.get(f.url).context["page"].paginator.count for f in linked]
    assert counted == [f.value for f in linked]


def test_sessions_stand_newest_first_with_what_came_in(as_member):
    old = make.session("closed", term=5, ordinal=3)
    new = make.session(term=5, ordinal=4)
    make.proposal("submitted", session=new)
    make.proposal("draft", session=new)

    page = as_member.get("/congress/sessions/")

    assert [(s.pk, s.received) for s in page.context["table"].page] == [
        (new.pk, 1),
        (old.pk, 0),
    ]


@pytest.mark.django_db
def test_no_session_yet_says_what_to_do(as_chair, as_member):
    text = as_chair.get("/congress/sessions/").content.decode()

    assert text.count("新建会次") == 2
    assert "新建会次" not in as_member.get("/congress/sessions/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("path", "queries"), [("", 7), ("{pk}/", 13)])
def test_the_pages_cost_the_same_for_one_and_for_many(
    as_member, django_assert_num_queries, path, queries, count
):
    for _ in range(count):
        session = make.session()
        for state in ["submitted", "rated"] * count:
            make.proposal(state, session=session)
    path = f"/congress/sessions/{path.format(pk=session.pk)}"
    as_member.get(path)

    with django_assert_num_queries(queries):
        as_member.get(path)
