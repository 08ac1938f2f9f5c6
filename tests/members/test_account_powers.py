"""Who decides on whose account: the union's roles are the chair's."""

import pytest
from django.core.management import CommandError, call_command

from members import roles
from members.models import AuditEntry, User
from members.services import accounts as services
from tests import make_members as make
from unionoffice.states import StateError


@pytest.mark.parametrize("code", roles.UNION)
def test_a_sysadmin_gives_no_role_of_the_union(as_sysadmin, member_user, code):
    path = f"/members/accounts/{member_user.pk}/roles/"

    answer = as_sysadmin.post(path, {"roles": ["member", code]})

    assert answer.status_code == 403
    assert "工会的身份由工会主席给和取消。" in answer.content.decode()
    assert User.objects.get(pk=member_user.pk).role_codes == {"member"}


def test_a_sysadmin_sees_the_roles_of_the_union_and_leaves_them(as_sysadmin, auditor):
    path = f"/members/accounts/{auditor.pk}/"

    form = as_sysadmin.get(path).context["form"]
    as_sysadmin.post(f"{path}roles/", {"roles": ["sysadmin"]})

    assert [code for code, _ in form.fields["roles"].widget.choices] == [
        "member",
        "sysadmin",
    ]
    assert form.kept_names == ["经审委员"]
    assert User.objects.get(pk=auditor.pk).role_codes == {"auditor", "sysadmin"}


@pytest.mark.parametrize("code", roles.UNION)
def test_a_sysadmin_holds_no_slip_of_the_union(as_sysadmin, code):
    account = make.user("member", code)

    answer = as_sysadmin.post(f"/members/accounts/{account.pk}/reset/")

    assert answer.status_code == 403
    assert User.objects.get(pk=account.pk).password == account.password


def test_a_sysadmin_resets_whoever_is_only_a_member(as_sysadmin, member_user):
    answer = as_sysadmin.post(f"/members/accounts/{member_user.pk}/reset/")

    assert [s.username for s in answer.context["slips"]] == [member_user.username]


@pytest.mark.parametrize("state", [True, False])
def test_a_closed_account_keeps_its_protection(as_sysadmin, chair, state):
    account = make.user("chair", is_active=state)

    answer = as_sysadmin.post(f"/members/accounts/{account.pk}/reset/")

    assert answer.status_code == 403


def test_the_last_chair_is_not_closed(as_sysadmin, chair):
    refused = as_sysadmin.post(f"/members/accounts/{chair.pk}/close/")

    assert refused.status_code == 403
    assert "至少要留一位工会主席" in refused.content.decode()
    assert User.objects.get(pk=chair.pk).is_active
    entry = AuditEntry.objects.first()
    assert entry.action == "account.refused"
    assert entry.details["reason"].startswith("至少要留一位工会主席")


def test_one_of_two_chairs_may_be_closed(as_sysadmin, chair):
    other = make.user("chair")

    as_sysadmin.post(f"/members/accounts/{other.pk}/close/")

    assert not User.objects.get(pk=other.pk).is_active


def test_the_last_chair_keeps_the_role(chair):
    closed = make.user("chair", is_active=False)

    with pytest.raises(StateError, match="至少要留一位工会主席"):
        services.account_roles(chair, by=closed, wanted={"member"})


def test_the_only_chair_gets_a_password_at_the_machine(chair, capsys):
    call_command("account_reset", chair.username)

    chair.refresh_from_db()
    assert chair.check_password(capsys.readouterr().out.split("：")[-1].strip())
    assert AuditEntry.objects.get(action="account.reset").by is None


def test_at_the_machine_a_wrong_name_is_said(db):
    with pytest.raises(CommandError, match="没有「nobody」这个账号。"):
        call_command("account_reset", "nobody")
