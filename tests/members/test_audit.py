"""The audit trail: chained, append-only, and tampering is found."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from members import audit, triggers
from members.models import AuditEntry
from tests import make_members as make


@pytest.fixture
def trail(chair):
    """Three entries about one member."""
    member = make.member()
    return [audit.record(chair, "member.edited", member, n=n) for n in range(3)]


def test_each_entry_carries_the_digest_of_the_one_before(trail):
    assert [e.previous for e in trail[1:]] == [e.digest for e in trail[:-1]]
    assert list(audit.broken_links()) == []


def test_an_entry_says_who_did_what_to_whom(trail, chair):
    entry = AuditEntry.objects.get(pk=trail[0].pk)

    assert (entry.by, entry.by_name, entry.action) == (chair, "沈主席", "member.edited")
    assert (entry.object_label, entry.details) == ("周明", {"n": 0})


@pytest.mark.parametrize("deed", ["update", "delete"])
def test_the_database_refuses_to_change_the_trail(trail, deed):
    rows = AuditEntry.objects.filter(pk=trail[1].pk)

    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        rows.update(by_name="别人") if deed == "update" else rows.delete()


def test_postgresql_refuses_truncate_too(trail):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")

    cursor = connection.cursor()
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        cursor.execute("TRUNCATE members_auditentry")


@pytest.mark.parametrize("tamper", ["change", "remove"])
def test_tampering_below_the_triggers_is_found(trail, tamper):
    triggers.take_down(connection)
    rows = AuditEntry.objects.filter(pk=trail[1].pk)
    rows.update(by_name="别人") if tamper == "change" else rows.delete()

    with pytest.raises(CommandError) as found:
        call_command("verify_audit")

    pk = trail[1].pk if tamper == "change" else trail[2].pk
    assert str(pk) in str(found.value)
    triggers.put_up(connection)


def test_a_whole_trail_verifies(trail, capsys):
    call_command("verify_audit")

    assert capsys.readouterr().out.startswith("3 条记录，全部相符。")


def edited(client, member, **changed):
    """The changes that the trail tells of this edit."""
    values = {
        "staff_no": member.staff_no,
        "name": member.name,
        "sex": member.sex,
        "ethnicity": member.ethnicity,
        "birth_date": member.birth_date,
        "work_status": member.work_status,
        "joined_union_on": member.joined_union_on,
        "version": member.version,
    }
    client.post(f"/members/{member.pk}/edit/", values | changed)
    return AuditEntry.objects.get(action="member.edited").details["changes"]


def test_private_columns_are_told_without_their_values(as_committee):
    changes = edited(
        as_committee, make.member(), phone="19900001234", birth_date="1985-5-21"
    )

    assert changes == {
        "birth_date": ["已隐去", "已隐去"],
        "phone": ["已隐去", "已隐去"],
    }


def test_a_place_is_told_by_its_name_before_and_after(as_committee):
    old, new = make.group("一年级组"), make.group("二年级组")

    changes = edited(as_committee, make.member(group=old), group=new.pk)

    assert changes == {"group": ["一年级组", "二年级组"]}
