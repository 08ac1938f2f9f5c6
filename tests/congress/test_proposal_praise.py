"""The office makes a proposal one of the excellent ones, and takes that back."""

import pytest
from django.db import IntegrityError, transaction

from congress import reporting, rules, services
from congress.models import Proposal
from members.models import AuditEntry
from tests import make_congress as make
from unionoffice.states import StateError


def post(client, row, deed):
    return client.post(f"/congress/proposals/{row.pk}/{deed}/", follow=True)


def test_it_shows_on_the_page_the_list_and_in_the_register(as_committee):
    row = make.proposal("rated")
    make.proposal("rated", session=row.session)

    page = post(as_committee, row, "praise").content.decode()
    table = as_committee.get("/congress/proposals/", {"excellent": "yes"}).context[
        "table"
    ]

    assert "已评为优秀提案" in page
    assert "撤销优秀提案" in page
    assert [line.row.pk for line in table.lines] == [row.pk]
    rows = Proposal.objects.received().with_facts().with_seconders().order_by("pk")
    assert [line[-1] for line in reporting.register(rows).rows] == ["优秀提案", ""]
    assert AuditEntry.objects.filter(action="proposal.praised").count() == 1


def test_it_is_taken_back(as_committee):
    row = make.proposal("rated", is_excellent=True)

    post(as_committee, row, "unpraise")

    row.refresh_from_db()
    assert row.is_excellent is False
    assert row.steps.first().title == "撤销优秀提案"


@pytest.mark.parametrize("state", ["submitted", "rejected", "withdrawn"])
def test_only_what_was_taken_up_is_excellent(committee, state):
    row = make.proposal(state)

    assert "办结以后再评优" in rules.proposal_praise(committee, row).reason
    with pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=row.pk).update(is_excellent=True)


def test_nobody_praises_the_own_one(committee):
    row = make.proposal("rated", author=committee.member)

    assert "你自己的提案" in rules.proposal_praise(committee, row).reason


def test_of_two_who_praise_at_once_one_is_told(chair, committee):
    row = make.proposal("rated")
    same = Proposal.objects.get(pk=row.pk)
    services.proposal_praise(row, by=chair)

    with pytest.raises(StateError, match="已经有人"):
        services.proposal_praise(same, by=committee)
