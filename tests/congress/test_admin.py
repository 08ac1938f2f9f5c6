"""The congress in the shared admin."""

import pytest

from congress.models import ProposalCategory, RejectReason
from members.models import AuditEntry
from tests import make_congress as make


@pytest.mark.parametrize("name", ["proposalcategory", "rejectreason"])
def test_the_office_keeps_its_lists(as_chair, name):
    as_chair.post(
        f"/admin/congress/{name}/add/",
        {"name": "新增的一条", "order": "200", "is_active": "on"},
    )

    made = {"proposalcategory": ProposalCategory, "rejectreason": RejectReason}
    assert made[name].objects.filter(name="新增的一条").count() == 1
    assert AuditEntry.objects.filter(action=f"{name}.added").count() == 1


def test_an_unused_entry_is_no_choice(as_member):
    make.session()
    ProposalCategory.objects.filter(name="其他").update(is_active=False)

    form = as_member.get("/congress/proposals/new/").context["form"]

    names = [str(row) for row in form.fields["category"].queryset]
    assert "其他" not in names
    assert "学生工作" in names


def test_proposals_are_looked_up_but_not_changed(as_chair):
    row = make.proposal("submitted", title="看得到的提案")
    make.proposal("draft", title="看不到的草稿")

    text = as_chair.get("/admin/congress/proposal/").content.decode()
    change = as_chair.post(
        f"/admin/congress/proposal/{row.pk}/change/", {"title": "改"}
    )

    assert "看得到的提案" in text
    assert "看不到的草稿" not in text
    assert change.status_code == 403


def test_each_page_of_the_admin_opens(as_chair):
    row = make.proposal("rated")

    for path in (
        "session/",
        f"session/{row.session_id}/change/",
        f"proposal/{row.pk}/change/",
        "proposalcategory/",
        "rejectreason/",
    ):
        assert as_chair.get(f"/admin/congress/{path}").status_code == 200
