"""What the audit trail tells of a proposal, before and after it is handed in."""

import pytest

from members.models import AuditEntry
from tests import make_congress as make
from tests import make_members as people

SECRET = "只写给自己看的案由"


def told():
    return [str((e.object_label, e.details)) for e in AuditEntry.objects.all()]


@pytest.fixture
def draft(member_user):
    return make.proposal("seconding", author=member_user.member, title=SECRET)


def change(client, row, **changed):
    values = {
        "title": row.title,
        "category": row.category_id,
        "reason": row.reason,
        "measures": row.measures,
        "version": row.version,
    }
    client.post(f"/congress/proposals/{row.pk}/edit/", values | changed)


def test_a_changed_draft_tells_which_fields_and_no_text(as_member, draft):
    change(
        as_member,
        draft,
        title=f"{SECRET}，改过",
        reason="这一段理由也只写给自己看，谁都还没有收到。",
    )

    entry = AuditEntry.objects.get(action="proposal.edited")
    assert entry.object_label == "未提交的提案"
    assert entry.details == {"fields": ["reason", "title"]}


def test_no_deed_on_a_draft_tells_its_title(as_member, as_committee, draft):
    seconder = people.member(name="许俊杰")
    path = f"/congress/proposals/{draft.pk}"
    as_member.post(f"{path}/invite/", {"members": "许俊杰"})
    paper = make.paper(draft, draft.author.user, name=f"{SECRET}.pdf")
    as_member.post(f"{path}/files/{paper.pk}/remove/")

    page = as_committee.get("/admin/members/auditentry/").content.decode()

    assert draft.secondings.get().member == seconder
    assert len(told()) >= 2
    assert not any(SECRET in text for text in told())
    assert SECRET not in page


def test_once_handed_in_the_title_stands_in_the_trail(as_member, draft):
    for name in ("甲", "乙"):
        make.seconding(draft, people.member(name=name), "confirmed")

    as_member.post(f"/congress/proposals/{draft.pk}/submit/")

    assert AuditEntry.objects.get(action="proposal.submitted").object_label == SECRET
