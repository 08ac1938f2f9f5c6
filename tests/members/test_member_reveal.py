"""Looking at what is sealed: a reason, a fresh password, a line in the log."""

import pytest

from members.models import AuditEntry, User
from tests import make_members as make

NUMBER = "990101198505200022"
PASSWORD = "梧桐树下有一口井 7"
REASON = {"reason": "办理医保续保"}


@pytest.fixture
def person(db):
    return make.member(
        name="赵一",
        id_number=NUMBER,
        phone="19900001234",
        address="江州市学府路 8 号",
        children="2012",
        emergency_name="钱二",
        emergency_phone="13800138000",
    )


def told(person):
    return ["19900001234", NUMBER, "学府路", "2012", "钱二", "13800138000"]


def test_all_of_one_record_shows_after_a_reason(as_committee, proved, person):
    page = as_committee.get(person.get_absolute_url()).content.decode()
    shown = proved(as_committee, minutes=4).post(
        f"/members/{person.pk}/reveal/", REASON
    )

    assert [text for text in told(person) if text in page] == []
    assert [text for text in told(person) if text not in shown.content.decode()] == []


@pytest.mark.parametrize("minutes", [6, None])
def test_after_five_minutes_the_password_is_asked_and_nothing_is_recorded(
    as_committee, proved, person, minutes
):
    client = as_committee if minutes is None else proved(as_committee, minutes)

    answer = client.post(f"/members/{person.pk}/reveal/", REASON)

    assert answer.url.startswith("/accounts/reauthenticate/")
    assert not AuditEntry.objects.filter(action="member.revealed").exists()


def test_the_typed_reason_outlives_the_password(as_committee, committee, person):
    user = User.objects.get(pk=committee.pk)
    user.set_password(PASSWORD)
    user.save()
    as_committee.force_login(
        user, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    asked = as_committee.post(f"/members/{person.pk}/reveal/", REASON, follow=True)
    address = asked.redirect_chain[-1][0]

    wrong = as_committee.post(address, {"password": "不对"})
    shown = as_committee.post(address, {"password": PASSWORD})

    assert NUMBER not in wrong.content.decode()
    assert NUMBER in shown.content.decode()
    entry = AuditEntry.objects.get(action="member.revealed")
    assert (entry.by_name, entry.object_label) == ("顾委员", "赵一")
    assert entry.details == REASON


def test_the_log_of_reads_stands_on_the_record_and_with_the_person(
    as_committee, proved, sign_in
):
    user = make.user("member", name="赵一", member_values={"address": "学府路 8 号"})
    person = user.member
    proved(as_committee).post(f"/members/{person.pk}/reveal/", REASON)
    as_committee.post(
        f"/members/{person.pk}/edit/",
        {"staff_no": "X1", "name": "赵一", "work_status": "working", "version": 1},
    )

    record = as_committee.get(person.get_absolute_url()).content.decode()
    mine = sign_in(user).get("/me/").content.decode()

    for page in (record, mine):
        assert "顾委员 查看完整资料：办理医保续保" in page
    assert "顾委员 修改会员资料" in record
    assert "修改会员资料" not in mine


@pytest.mark.parametrize(
    ("role", "seen"), [("chair", True), ("sysadmin", False), ("group_leader", False)]
)
def test_the_log_is_the_offices_to_see(db, sign_in, person, role, seen):
    user = make.user("member", role)
    person.group = make.group(leader=user.member)
    person.save()

    page = sign_in(user).get(person.get_absolute_url()).content.decode()

    assert ("查看和修改记录" in page) is seen


def test_a_person_sees_all_of_the_own_record_and_the_way_back(db, sign_in, proved):
    user = make.user("member", member_values={"address": "江州市学府路 8 号"})
    client = proved(sign_in(user))

    page = client.get(user.member.get_absolute_url()).content.decode()
    shown = client.post(f"{user.member.get_absolute_url()}reveal/", REASON)

    assert '<a href="/me/">我的</a>' in page
    assert "修改资料" not in page
    assert "学府路" in shown.content.decode()
