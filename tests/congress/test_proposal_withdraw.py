"""The author takes a proposal back."""

import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from congress import services
from congress.models import Proposal
from tests import make_congress as make
from tests import make_members as people


@pytest.mark.parametrize("state", ["draft", "seconding", "submitted", "returned"])
def test_a_proposal_is_withdrawn_before_a_decision(as_member, member_user, state):
    row = make.proposal(state, author=member_user.member)

    as_member.post(f"/congress/proposals/{row.pk}/withdraw/", {"note": "已经解决"})

    row.refresh_from_db()
    assert row.state == "withdrawn"
    step = row.steps.first()
    assert (step.title, step.note, step.who) == ("撤回提案", "已经解决", "林老师")


def test_after_the_decision_it_stays(as_member, member_user):
    row = make.proposal("accepted", author=member_user.member)

    answer = as_member.post(f"/congress/proposals/{row.pk}/withdraw/")

    assert answer.status_code == 403
    assert "工会已经作出审查决定，不能再撤回。" in answer.content.decode()


def test_the_page_asks_before_it_is_done(as_member, member_user):
    row = make.proposal("submitted", author=member_user.member)

    page = as_member.get(f"/congress/proposals/{row.pk}/withdraw/")

    row.refresh_from_db()
    assert "撤回以后不再审查和办理，也不能恢复" in page.content.decode()
    assert row.state == "submitted"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_withdrawing_against_deciding_has_one_winner(lifted_triggers):
    author, officer = people.user("member"), people.user("committee")
    row = make.proposal("submitted", author=author.member)
    results = []

    def run(deed, **values):
        try:
            deed(Proposal.objects.get(pk=row.pk), **values)
            results.append("done")
        except PermissionDenied:
            results.append("refused")
        connection.close()

    threads = [
        threading.Thread(
            target=run, args=(services.proposal_withdraw,), kwargs={"by": author}
        ),
        threading.Thread(
            target=run,
            args=(services.proposal_decide,),
            kwargs={"by": officer, "outcome": "accepted"},
        ),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(results) == ["done", "refused"]
    assert Proposal.objects.get().steps.count() == 1
