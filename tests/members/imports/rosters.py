"""Files of rosters for the tests, and what reading them gives."""

import io
import zipfile

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile

from members import importing, workbook
from members.models import MemberImport

HEADS = ("工号", "姓名", "性别", "出生年月", "身份证号码", "所属工会小组", "入会时间")
WOMAN = "990101198505200022"  # born 1985-05-20
MAN = "990101198001010014"  # born 1980-01-01


def book_of(*rows, heads=HEADS, above=()):
    """An openpyxl workbook with lines above the heads, as people make them."""
    book = openpyxl.Workbook()
    for row in (*above, heads, *rows):
        book.active.append(row)
    return book


def saved(book):
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def roster(*rows, **more):
    return saved(book_of(*rows, **more))


def changed(data, change):
    """The .xlsx with each part passed through `change(name, bytes)`."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target.getvalue()


def rows_in(data, **more):
    """The rows of the first sheet as they are read."""
    return workbook.read(data, **more)["sheets"][0]["rows"]


def preview(data, *, make_places=True, asked=None, **more):
    table = workbook.read(data, **more)
    return importing.preview(table, make_places=make_places, asked=asked)


def cell(head, value, *, number_format=None):
    """The one row of a roster with one cell of interest, previewed."""
    book = book_of(("A1", "赵一", value), heads=("工号", "姓名", head))
    if number_format:
        book.active["C2"].number_format = number_format
    return preview(saved(book)).rows[0]


def told(found, kind):
    """(row in Excel, name, problems or changes) of each previewed row of a kind."""
    return [(r.number, r.name, r.problems or r.changes) for r in found.of(kind)]


def stage(client, data, name="名册.xlsx", **more):
    upload = SimpleUploadedFile(name, data)
    return client.post("/members/import/", {"file": upload, **more}, follow=True)


def apply(client, page, **more):
    """Press the button of a preview."""
    found, pk = page.context["found"], page.context["staged"].pk
    asked = {"seen": found.digest, **more}
    return client.post(f"/members/import/{pk}/apply/", asked, follow=True)


def newest():
    return MemberImport.objects.latest("pk")
