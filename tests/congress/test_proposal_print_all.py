"""The forms of a whole list on paper, one a page."""

import pytest

from congress.views import lists
from tests import make_congress as make

PATH = "/congress/proposals/print/"


def printed(client, **asked):
    return client.get(PATH, asked).context["proposals"]


def test_what_the_list_shows_is_printed_in_the_order_of_numbers(as_committee):
    session = make.session()
    first = make.proposal("rated", session=session, title="第一件提案")
    second = make.proposal("submitted", session=session, title="第二件提案")
    make.proposal("draft", session=session)
    make.proposal("submitted")

    rows = printed(as_committee, session=session.pk)
    page = as_committee.get(PATH, {"session": session.pk}).content.decode()

    assert rows == [first, second]
    assert page.count('<div class="sheet">') == 2
    assert page.index("第一件提案") < page.index("第二件提案")


def test_the_list_leads_there_with_its_filter(as_committee, as_member):
    session = make.proposal("submitted").session
    asked = {"session": session.pk}

    office = as_committee.get("/congress/proposals/", asked).content.decode()
    member = as_member.get("/congress/proposals/", asked).content.decode()

    assert f"{PATH}?session={session.pk}" in office
    assert PATH not in member


def test_too_many_are_told(as_committee, monkeypatch):
    monkeypatch.setattr(lists, "MOST_PRINTED", 1)
    session = make.session()
    for _ in range(3):
        make.proposal("submitted", session=session)

    answer = as_committee.get(PATH)

    assert len(answer.context["proposals"]) == 1
    assert "还有 2 份没有列出" in answer.content.decode()


def test_nothing_to_print_is_said(as_committee):
    assert "没有符合条件的" in as_committee.get(PATH).content.decode()


@pytest.mark.parametrize("count", [1, 8])
def test_it_costs_the_same_for_one_and_for_many(
    as_committee, django_assert_num_queries, count
):
    session = make.session()
    for _ in range(count):
        make.proposal("rated", session=session)

    with django_assert_num_queries(12):
        as_committee.get(PATH)
