"""Who may open the pages of members."""

from tests import make_members as make
from tests.access import EVERYBODY, Row

STAFF = {"chair", "committee", "sysadmin"}
KEEPERS = {"chair", "sysadmin"}
OFFICE = {"chair", "committee"}


def somebody():
    return {"pk": make.member().pk}


def account():
    return {"pk": make.user("member").pk}


ROWS = {
    "members:member_list": Row(get=STAFF | {"group_leader"}),
    "members:member_export": Row(get=STAFF | {"group_leader"}),
    "members:suggest": Row(get=EVERYBODY),
    "members:member_new": Row(get=OFFICE, post=OFFICE),
    "members:member_detail": Row(get=STAFF, kwargs=somebody, otherwise=404),
    "members:member_edit": Row(
        get=OFFICE, post=OFFICE, kwargs=somebody, otherwise=404, seen_by={"sysadmin"}
    ),
    "members:member_reveal": Row(
        post=OFFICE, kwargs=somebody, otherwise=404, seen_by={"sysadmin"}
    ),
    "members:account_list": Row(get=KEEPERS),
    "members:account_make": Row(post=KEEPERS),
    "members:account_detail": Row(get=KEEPERS, kwargs=account),
    "members:account_reset": Row(post=KEEPERS, kwargs=account),
    "members:account_close": Row(post=KEEPERS, kwargs=account),
    "members:account_open": Row(post=KEEPERS, kwargs=account),
    "members:account_roles": Row(post=KEEPERS, kwargs=account),
    "members:office_edit": Row(get=KEEPERS, post=KEEPERS),
    "members:group_list": Row(get=STAFF | {"group_leader"}),
}
