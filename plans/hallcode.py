"""The code shown in the hall: it changes every minute, and only we can make it.

A code is an HMAC over what is held and the minute; `key` is the number of an activity, or
a word for a meeting of another kind. One that has just been replaced is
still good for the next minute, so that nobody is refused while typing.
"""

import hmac

import segno
from django.core import signing
from django.utils.crypto import salted_hmac

SECONDS = 60
SALT = "plans.hallcode"
PASS_SALT = "plans.hallpass"  # noqa: S105  no password
PASS_SECONDS = 300  # from looking at the page to pressing the button


def window(now):
    """The number of the minute of `now` (an aware datetime)."""
    return int(now.timestamp()) // SECONDS


def token(key, number):
    """The code of a key in one minute: 20 hexadecimal digits."""
    message = f"{key}:{number}"
    return salted_hmac(SALT, message, algorithm="sha256").hexdigest()[:20]


def is_good(key, told, now):
    """Whether a code is that of this minute or of the one before."""
    here = window(now)
    known = [token(key, number) for number in (here, here - 1)]
    return any(hmac.compare_digest(one.encode(), told.encode()) for one in known)


def give_pass(key, member_id):
    """What the confirming page carries once a good code was seen: signed, for one
    person, good for five minutes."""
    return signing.dumps([key, member_id], salt=PASS_SALT)


def is_pass(text, key, member_id):
    try:
        told = signing.loads(text, salt=PASS_SALT, max_age=PASS_SECONDS)
    except signing.BadSignature:
        return False
    return told == [key, member_id]


def admits(key, told, stamp, member_id, now):
    """A good code, or the pass that a good code gave a few minutes ago."""
    return is_good(key, told, now) or is_pass(stamp, key, member_id)


def picture(address):
    """The QR code of an address, as the data URI of an SVG."""
    return segno.make(address, error="m", micro=False).svg_data_uri(scale=8, border=4)
