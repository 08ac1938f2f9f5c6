"""The roster as a workbook: the rows of the screen, masked, and written down."""

import io

import openpyxl

from members.models import AuditEntry
from tests import make_members as make


def exported(client, **asked):
    """The export's headings and its rows, each a dict by heading."""
    told = {"purpose": "核对", "recipient": "本办公室"}
    answer = client.get("/members/export/", asked)
    if answer.headers["Content-Type"].startswith("text/html"):  # asks what for
        query = answer.wsgi_request.GET.urlencode()
        answer = client.post(f"/members/export/?{query}", told)
    page = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    lines = [*page.iter_rows(min_row=2, values_only=True)]
    heads, *rows = lines[next(n for n, one in enumerate(lines) if "姓名" in one) :]
    return heads, [dict(zip(heads, row, strict=True)) for row in rows]


def test_the_export_has_the_rows_of_the_screen_and_masks(as_chair):
    make.member(name="赵一", staff_no="A1", phone="19900001234", sex="男")
    make.member(name="钱二", sex="女")

    heads, rows = exported(as_chair, sex="男", columns=["name", "staff_no", "phone"])

    assert heads == ("姓名", "工号", "手机")
    assert [tuple(row.values()) for row in rows] == [("赵一", "A1", "199****1234")]
    told = AuditEntry.objects.get(action="member.exported").details
    assert (told["columns"], told["rows"]) == ([*heads], 1)


def test_the_sysadmin_exports_nothing_private(as_sysadmin):
    make.member(name="赵一", staff_no="A1", phone="19900001234")

    heads, rows = exported(as_sysadmin, columns=["name", "birth", "phone"])

    assert {"生日", "手机"}.isdisjoint(heads)
    assert {"赵一", "孔管理"} == {row["姓名"] for row in rows}


def test_a_sysadmin_who_leads_a_group_sees_that_group_only(db, sign_in):
    user = make.user("sysadmin", "group_leader")
    group = make.group(leader=user.member)
    for staff_no, place in (("A1", group), ("A2", None)):
        make.member(staff_no=staff_no, phone="19900001234", group=place)

    _, rows = exported(sign_in(user), columns=["name", "staff_no", "phone"])

    phones = {row["工号"]: row["手机"] for row in rows}
    assert (phones["A1"], phones["A2"]) == ("199****1234", None)
