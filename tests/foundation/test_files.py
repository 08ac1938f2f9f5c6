"""Only what is on the list gets in, told by its content."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from unionoffice.files import UploadsField, check_upload, display_name


def picture(kind="JPEG", size=(40, 20), **options):
    target = io.BytesIO()
    Image.new("RGB", size, "red").save(target, kind, **options)
    return target.getvalue()


def docx(*names):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in ("[Content_Types].xml", "word/document.xml", *names):
            archive.writestr(name, "<x/>")
    return target.getvalue()


def strange(data):
    """The same zip, its first entry made by a program of version 9.9."""
    place = data.index(b"PK\x01\x02")
    return data[: place + 6] + b"\x63" + data[place + 7 :]


def upload(name, data):
    return SimpleUploadedFile(name, data)


def test_a_photo_is_written_anew_without_its_exif():
    exif = Image.Exif()
    exif[0x010E] = "SECRET PLACE"

    clean = check_upload(upload("IMG 1.JPG", picture(exif=exif)))

    data = clean.read()
    assert clean.content_type == "image/jpeg"
    assert b"SECRET" not in data
    assert Image.open(io.BytesIO(data)).size == (40, 20)


def test_a_photo_loses_the_comment_in_it():
    clean = check_upload(upload("a.jpg", picture(comment=b"SECRET PLACE")))

    assert b"SECRET" not in clean.read()


def test_too_many_files_are_refused_before_any_is_opened():
    with pytest.raises(ValidationError, match="一次最多上传 2 个文件"):
        UploadsField(most=2).clean([upload("a.exe", b"MZ")] * 3)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("说明.pdf", b"%PDF-1.7 ... %%EOF", "application/pdf"),
        (
            "记录.docx",
            docx(),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_papers_are_kept_as_they_are(name, data, kind):
    clean = check_upload(upload(name, data))

    assert (clean.name, clean.content_type, clean.read()) == (name, kind, data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.exe", b"MZ"),
        ("a.html", b"<script>"),
        ("a.svg", b"<svg/>"),
        ("a.pdf.exe", b"%PDF-1.7 %%EOF"),
        ("a.pdf", b"<html>"),
        ("a.pdf", b"%PDF-1.7 not one"),
        ("a.jpg", b"%PDF-1.7 %%EOF"),
        ("a", b"%PDF-1.7 %%EOF"),
        ("a.docx", b"PK\x03\x04broken"),
        ("a.docx", docx("word/vbaProject.bin")),
        ("a.docx", docx("word/VBAPROJECT.BIN")),
        ("a.docx", docx(*(f"word/{n}.xml" for n in range(2000)))),
        ("a.docx", strange(docx())),
        ("a.jpg", picture()[:200]),
        ("a.jpg", b""),
    ],
)
def test_what_is_not_on_the_list_is_refused(name, data):
    with pytest.raises(ValidationError, match=f"「{name}」"):
        check_upload(upload(name, data))


def test_a_file_over_the_limit_is_refused(settings):
    settings.UPLOAD_LIMIT = 100

    with pytest.raises(ValidationError, match="超过"):
        check_upload(upload("a.pdf", b"%PDF-" + b"x" * 100))


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\x\\照片.jpg", "照片.jpg"),
        ("a\x00\r\nb\u202egpj.pdf", "abgpj.pdf"),
        ("", "未命名"),
    ],
)
def test_a_file_name_loses_its_tricks(given, shown):
    assert display_name(given) == shown
