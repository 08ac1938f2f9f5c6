"""Personal columns go out for a purpose, to somebody, and never the sensitive ones."""

import io

import openpyxl
import pytest

from members import handing
from members.models import AuditEntry
from tests import make_members as make
from unionoffice import xlsx

COLUMNS = "&".join(
    f"columns={name}" for name in ("staff_no", "sex", "group", "birth", "phone")
)
ADDRESS = f"/members/export/?{COLUMNS}"
TOLD = {"purpose": "10 月祝寿慰问", "recipient": "退休工作组"}


def lines(answer):
    page = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    return [*page.iter_rows(values_only=True)]


def handed_out(client, address=ADDRESS):
    """The workbook's heads, and its rows by 工号."""
    rows = lines(client.post(address, TOLD))
    start = next(n for n, row in enumerate(rows) if "工号" in row)
    heads = rows[start]
    people = (dict(zip(heads, r, strict=True)) for r in rows[start + 1 :])
    return heads, {one["工号"]: one for one in people}


def test_the_file_and_the_trail_say_what_for_and_to_whom(as_committee):
    make.member(name="赵一", staff_no="A1", phone="19900001234", sex="男")

    answer = as_committee.post(f"{ADDRESS}&sex=男", TOLD)

    text = str(lines(answer))
    assert "由顾委员导出，用途：10 月祝寿慰问，交给：退休工作组。" in text
    assert "199****1234" in text
    details = AuditEntry.objects.get(action="member.exported").details
    assert details["rows"] == 1
    assert {name: details[name] for name in TOLD} == TOLD


def test_the_page_names_the_personal_columns(as_committee):
    page = as_committee.get(ADDRESS).content.decode()

    assert "这份表里有个人资料：生日、手机。" in page


def test_a_list_without_any_goes_out_unasked(rf):
    sheet = xlsx.Sheet(title="小组", columns=(), rows=())

    handed, page = handing.asked(rf.get("/"), what="小组", private=(), back="/")

    assert (handed, page) == ({}, None)
    assert handing.marked(sheet, None, handed) is sheet


@pytest.mark.parametrize("missing", ["purpose", "recipient"])
def test_without_either_nothing_goes_out(as_committee, missing):
    answer = as_committee.post(ADDRESS, {**TOLD, missing: ""})

    assert answer.headers["Content-Type"].startswith("text/html")
    assert answer.context["form"].errors.keys() == {missing}
    assert not AuditEntry.objects.filter(action="member.exported").exists()


def test_nothing_sensitive_is_in_any_column(as_committee):
    make.member(
        staff_no="A1",
        id_number="990101198505200022",
        children="2012",
        address="学府路 8 号",
        emergency_phone="13800138000",
    )

    text = str(lines(as_committee.post(ADDRESS, TOLD)))

    for secret in ("0022", "990101", "2012", "学府路", "13800138000"):
        assert secret not in text


def test_a_sysadmin_who_leads_a_group_has_that_group_only(db, sign_in):
    user = make.user("sysadmin", "group_leader")
    group = make.group(leader=user.member)
    for staff_no, place in (("A1", group), ("A2", None)):
        make.member(staff_no=staff_no, phone="19900001234", group=place)

    _, rows = handed_out(sign_in(user))

    phones = (rows["A1"]["手机"], rows["A2"]["手机"])
    assert phones == ("199****1234", None)


def test_of_a_birth_month_the_day_does_not_go_out(as_committee):
    make.member(staff_no="A1", birth_day_known=False)

    _, rows = handed_out(as_committee)

    assert rows["A1"]["生日"] == "05"
