"""Sensitive fields at rest: AES-256-GCM, and an HMAC index to find one exactly."""

import base64
import hashlib
import hmac
import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

NONCE = 12


def _key(name):
    return base64.b64decode(getattr(settings, name))


def seal(text, context):
    """`text` sealed for one column (`context`), in base64; "" stays ""."""
    if not text:
        return ""
    nonce = os.urandom(NONCE)
    sealed = AESGCM(_key("FIELD_KEY")).encrypt(nonce, text.encode(), context.encode())
    return base64.b64encode(nonce + sealed).decode()


def unseal(stored, context):
    """The text that `seal` was given; raises InvalidTag if anything was changed."""
    if not stored:
        return ""
    data = base64.b64decode(stored)
    key = AESGCM(_key("FIELD_KEY"))
    return key.decrypt(data[:NONCE], data[NONCE:], context.encode()).decode()


def index(text):
    """A keyed digest by which an exact value is found and kept unique; "" is None."""
    if not text:
        return None
    return hmac.new(_key("FIELD_INDEX_KEY"), text.encode(), hashlib.sha256).hexdigest()


class SealedField(models.TextField):
    """Text that is plain in Python and sealed in the database."""

    @property
    def context(self):
        return f"{self.model._meta.label_lower}.{self.name}"

    def get_prep_value(self, value):
        return seal(super().get_prep_value(value) or "", self.context)

    def from_db_value(self, value, expression, connection):
        return unseal(value, self.context)
