"""Making and revoking the secret addresses of calendars."""

from django.db import transaction
from django.utils import timezone

from members import audit
from plans import feeds
from plans.models import FeedAddress


@transaction.atomic
def feed_renew(*, by, kind):
    """Make the person's address of a calendar, in place of an old one.

    Returns the secret, which is stored nowhere and shown this once.
    """
    secret, digest = feeds.new_secret()
    address, _ = FeedAddress.objects.update_or_create(
        user=by,
        kind=kind,
        defaults={"digest": digest, "made_on": timezone.localdate()},
    )
    audit.record(by, "feed.renewed", address)
    return secret


@transaction.atomic
def feed_revoke(address, *, by):
    audit.record(by, "feed.revoked", address)
    address.delete()
