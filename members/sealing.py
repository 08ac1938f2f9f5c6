"""Sensitive fields at rest: AES-256-GCM, and an HMAC index to find one exactly."""

import base64
import functools
import hmac
import os
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models
from django.db.models.query_utils import DeferredAttribute

NONCE = 12


@functools.cache
def _decoded(key):
    return base64.b64decode(key)


@functools.cache
def _cipher(key):
    return AESGCM(_decoded(key))


def seal(text, context):
    """`text` sealed for one column (`context`), in base64; "" stays ""."""
    if not text:
        return ""
    nonce = os.urandom(NONCE)
    cipher = _cipher(settings.FIELD_KEY)
    sealed = cipher.encrypt(nonce, text.encode(), context.encode())
    return base64.b64encode(nonce + sealed).decode()


def unseal(stored, context):
    """The text that `seal` was given; raises InvalidTag if anything was changed."""
    if not stored:
        return ""
    data = base64.b64decode(stored)
    cipher = _cipher(settings.FIELD_KEY)
    return cipher.decrypt(data[:NONCE], data[NONCE:], context.encode()).decode()


def index(text):
    """A keyed digest by which an exact value is found and kept unique; "" is None."""
    if not text:
        return None
    key = _decoded(settings.FIELD_INDEX_KEY)
    return hmac.digest(key, text.encode(), "sha256").hex()


@dataclass(slots=True)
class Sealed:
    """What the database holds, not yet opened."""

    stored: str


class OpenedOnDemand(DeferredAttribute):
    """Unseals a column when it is read, so that a list pays only for what it shows."""

    def __get__(self, row, cls=None):
        value = super().__get__(row, cls)
        if isinstance(value, Sealed):
            value = unseal(value.stored, self.field.context)
            row.__dict__[self.field.attname] = value
        return value

    def __set__(self, row, value):
        row.__dict__[self.field.attname] = value


class SealedField(models.TextField):
    """Text that is plain in Python and sealed in the database.

    Not for `values()`: only a row knows how to open it.
    """

    descriptor_class = OpenedOnDemand

    @property
    def context(self):
        return f"{self.model._meta.label_lower}.{self.name}"

    def get_prep_value(self, value):
        return seal(super().get_prep_value(value) or "", self.context)

    def from_db_value(self, value, expression, connection):
        return Sealed(value) if value else ""
