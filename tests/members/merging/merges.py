"""A merge, as the tests ask for it."""

from members.models import Member
from members.services.merging import member_merge


def merged(kept, gone, by=None, **more):
    """Both as they are in the database, merged by `by`."""
    kept, gone = (Member.objects.get(pk=one.pk) for one in (kept, gone))
    return member_merge(kept, gone, by=by, **({"taken": []} | more))
