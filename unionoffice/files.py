"""Files people add: checked by content, kept under random names, sent as downloads."""

import base64
import hashlib
import re
import secrets
import unicodedata

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from django.http import FileResponse, Http404

from unionoffice import sandbox

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jpg": "image/jpeg",
    "png": "image/png",
}
NO_PICTURE = "图片打不开，可能已损坏。请重新拍照，或另存为 jpg 后再上传。"
MOST_FILES = 12
ALLOWED = "可以上传 jpg、png 图片，pdf、docx、xlsx 文件，每个不超过 10 MB。"


def display_name(name):
    """A file's name without folders, control characters or tricks of direction."""
    name = re.split(r"[\\/]", unicodedata.normalize("NFC", name or ""))[-1]
    name = "".join(c for c in name if unicodedata.category(c)[0] != "C").strip(" .")
    return name[-120:] or "未命名"


def place(instance, _filename):
    """Where a stored file lies: by table, under a name nobody can guess."""
    return f"{instance._meta.label_lower}/{secrets.token_urlsafe(24)}"


class StoredFile(models.Model):
    """A file of some owner; the heir adds the foreign key to it."""

    file = models.FileField("文件", upload_to=place, max_length=200)
    name = models.CharField("文件名", max_length=120)
    content_type = models.CharField("类型", max_length=100)
    size = models.PositiveIntegerField("字节数")
    sha256 = models.CharField(max_length=64)
    added_at = models.DateTimeField("加入时间", auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name="加入人",
    )

    class Meta:
        abstract = True

    def __str__(self):
        return self.name

    @property
    def is_image(self):
        return self.content_type.startswith("image/")

    @classmethod
    def made_from(cls, upload, **values):
        """An unsaved row for a checked upload (what UploadField cleaned)."""
        return cls(
            file=upload,
            name=upload.name,
            content_type=upload.content_type,
            size=upload.size,
            sha256=hashlib.sha256(upload.read()).hexdigest(),
            **values,
        )


def check_upload(upload):
    """The upload as a clean file, told by its content and not by its name.

    Pictures are decoded, turned upright, made smaller and written anew, so that no
    EXIF data stays. Raises ValidationError with the reason.
    """
    name = display_name(upload.name)
    if upload.size == 0:
        raise ValidationError(f"「{name}」是空文件。")
    if upload.size > settings.UPLOAD_LIMIT:
        raise ValidationError(f"「{name}」超过 10 MB，请压缩后再上传。")
    data = upload.read()
    ending = name.rpartition(".")[2].lower()
    kind = _kind(data)
    if kind is None or (ending != kind and {ending, kind} != {"jpeg", "jpg"}):
        raise ValidationError(f"「{name}」不能上传。{ALLOWED}")
    if kind in ("jpg", "png"):
        data = _fresh_image(data, kind, name)
    clean = ContentFile(data, name=name)
    clean.content_type = TYPES[kind]
    return clean


def _kind(data):
    if data.startswith(b"%PDF-") and b"%%EOF" in data[-2048:]:
        return "pdf"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"PK\x03\x04"):
        return _office_kind(data)
    return None


def _office_kind(data):
    try:
        return sandbox.run("unionoffice.zips:kind_of", data)
    except sandbox.Unreadable:
        return None


def _fresh_image(data, kind, name):
    try:
        return base64.b64decode(
            sandbox.run("unionoffice.pictures:fresh", data, kind=kind)
        )
    except sandbox.Unreadable as problem:
        said = NO_PICTURE if str(problem) == sandbox.DIED else problem
        raise ValidationError(f"「{name}」：{said}") from None


def thumbnail(upload):
    """A small JPEG of a checked picture, as a file without a name."""
    upload.seek(0)
    small = sandbox.run("unionoffice.pictures:small", upload.read())
    return ContentFile(base64.b64decode(small), name="small.jpg")


class UploadField(forms.FileField):
    """One file, checked."""

    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        return check_upload(upload) if upload and upload is not initial else upload


class UploadsInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class UploadsField(forms.FileField):
    """Up to `most` files, each checked; cleans to a list."""

    widget = UploadsInput

    def __init__(self, *, most=MOST_FILES, **kwargs):
        kwargs.setdefault("help_text", ALLOWED)
        super().__init__(**kwargs)
        self.most = most

    def clean(self, data, initial=None):
        files = data if isinstance(data, (list, tuple)) else [data]
        if len(files) > self.most:  # said before any is looked into
            raise ValidationError(f"一次最多上传 {self.most} 个文件，请分几次。")
        files = [super(UploadsField, self).clean(one, initial) for one in files]
        return [check_upload(one) for one in files if one]


def send(stored):
    """The stored file as a download; 404 if it is missing on the disk."""
    return _sent(stored, stored.file, stored.content_type)


def send_small(stored):
    """The small picture of a photo; the photo where there is none."""
    if stored.thumbnail:
        return _sent(stored, stored.thumbnail, TYPES["jpg"])
    return send(stored)


def _sent(stored, file, content_type):
    try:
        content = file.open("rb")
    except FileNotFoundError:
        raise Http404("文件缺失，请联系工会办公室重新上传。") from None
    answer = FileResponse(
        content,
        as_attachment=not stored.is_image,
        filename=stored.name,
        content_type=content_type,
    )
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer.headers["Cache-Control"] = "no-store"
    return answer
