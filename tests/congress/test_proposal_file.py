"""Papers of a proposal."""

import pytest

from congress.models import ProposalFile
from tests import make_congress as make
from tests import make_members as people


def path(paper, row=None):
    return f"/congress/proposals/{(row or paper.proposal).pk}/files/{paper.pk}/"


def test_a_paper_is_sent_under_its_name(as_member, member_user):
    row = make.proposal("draft", author=member_user.member)
    paper = make.paper(row, member_user, name="预算表.pdf")

    answer = as_member.get(path(paper))

    assert b"".join(answer.streaming_content) == b"%PDF-1.4 paper"
    assert answer["Content-Type"] == "application/pdf"
    assert "attachment" in answer["Content-Disposition"]
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_a_paper_under_another_proposal_is_not_found(as_member, member_user):
    own = make.proposal("draft", author=member_user.member)
    foreign = make.paper(make.proposal("draft"), people.user("member"))

    assert as_member.get(path(foreign, own)).status_code == 404
    assert as_member.get(path(foreign)).status_code == 404


def test_the_author_takes_a_paper_away(
    as_member, member_user, django_capture_on_commit_callbacks
):
    row = make.proposal("draft", author=member_user.member)
    paper = make.paper(row, member_user)
    stored = paper.file

    with django_capture_on_commit_callbacks(execute=True):
        as_member.post(f"{path(paper)}remove/")

    assert ProposalFile.objects.count() == 0
    assert not stored.storage.exists(stored.name)


def test_after_submission_papers_stay(as_member, member_user):
    row = make.proposal("submitted", author=member_user.member)
    paper = make.paper(row, member_user)

    answer = as_member.post(f"{path(paper)}remove/")

    assert answer.status_code == 403
    assert ProposalFile.objects.count() == 1


@pytest.mark.parametrize("count", [6, 7])
def test_six_papers_are_enough(as_member, member_user, count):
    row = make.proposal("draft", author=member_user.member)
    for number in range(count - 1):
        make.paper(row, member_user, name=f"{number}.pdf")
    page = as_member.get(f"/congress/proposals/{row.pk}/")

    assert len(page.context["page"].papers) == count - 1
