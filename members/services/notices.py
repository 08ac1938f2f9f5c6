"""Notices: told once a key, put away when read."""

from django.utils import timezone

from members.models import Notice, User

LONGEST = 300


def notify(members, key, title, url, *, on=None):
    """Tell these members (keys) who have an account; who was told this `key` is not
    told again. Returns how many were told now."""
    on = on or timezone.localdate()
    known = Notice.objects.filter(key=key).values("user")
    users = User.objects.filter(member__in=members, is_active=True)
    fresh = [
        Notice(user=user, key=key, title=title[:LONGEST], url=url, on=on)
        for user in users.exclude(pk__in=known)
    ]
    Notice.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)


def notice_read(notice):
    """Put away; again changes nothing."""
    rows = type(notice).objects.filter(pk=notice.pk, read_at__isnull=True)
    rows.update(read_at=timezone.now())


def notices_read(user):
    """Put all of this account away."""
    Notice.objects.unread_by(user).update(read_at=timezone.now())
