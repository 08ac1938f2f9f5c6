"""Who may open the pages of members."""

from members.models import MemberImport, User
from tests import make_members as make
from tests.access import EVERYBODY, Row

STAFF = {"chair", "committee", "sysadmin"}
KEEPERS = {"chair", "sysadmin"}
OFFICE = {"chair", "committee"}


def somebody():
    return {"pk": make.member().pk}


def outsider():
    """Somebody who is no member of the union."""
    return {"pk": make.member(joined_union_on=None).pk}


def period():
    member = make.member()
    return {"pk": member.pk, "period": member.memberships.get().pk}


def deed(kwargs):
    """A form of the office about somebody whom the sysadmin sees too."""
    return Row(
        get=OFFICE, post=OFFICE, kwargs=kwargs, otherwise=404, seen_by={"sysadmin"}
    )


def staged():
    """An upload of somebody else: not even the chair sees it."""
    by = make.user("committee", name="别的委员")
    return {"pk": MemberImport.objects.create(name="a.xlsx", added_by=by).pk}


def account():
    return {"pk": make.user("member").pk}


def lone_account():
    """An account with nobody behind it yet."""
    return {"pk": User.objects.create(username="lone").pk}


ROWS = {
    "members:member_list": Row(get=STAFF | {"group_leader"}),
    "members:member_export": Row(get=STAFF | {"group_leader"}),
    "members:suggest": Row(get=EVERYBODY),
    "members:names_check": Row(post=EVERYBODY),
    "members:member_new": Row(get=OFFICE, post=OFFICE),
    "members:member_detail": Row(get=STAFF, kwargs=somebody, otherwise=404),
    "members:member_edit": Row(
        get=OFFICE, post=OFFICE, kwargs=somebody, otherwise=404, seen_by={"sysadmin"}
    ),
    "members:member_reveal": Row(
        post=OFFICE, kwargs=somebody, otherwise=404, seen_by={"sysadmin"}
    ),
    "members:membership_begin": deed(outsider),
    "members:membership_keep": deed(somebody),
    "members:membership_end": deed(somebody),
    "members:membership_correct": deed(period),
    "members:retirement_list": Row(get=OFFICE),
    "members:retirement_export": Row(get=OFFICE),
    "members:account_list": Row(get=KEEPERS),
    "members:account_export": Row(get=KEEPERS),
    "members:account_make": Row(post=KEEPERS),
    "members:account_detail": Row(get=KEEPERS, kwargs=account),
    "members:account_link": Row(post={"chair"}, kwargs=lone_account, seen_by=KEEPERS),
    "members:account_reset": Row(post=KEEPERS, kwargs=account),
    "members:account_close": Row(post=KEEPERS, kwargs=account),
    "members:account_open": Row(post=KEEPERS, kwargs=account),
    "members:account_roles": Row(post=KEEPERS, kwargs=account),
    "members:office_edit": Row(get=KEEPERS, post=KEEPERS),
    "members:member_import": Row(get=OFFICE, post=OFFICE),
    "members:member_import_preview": Row(
        get=set(), kwargs=staged, otherwise=404, seen_by=EVERYBODY - OFFICE
    ),
    "members:member_import_apply": Row(
        post=set(), kwargs=staged, otherwise=404, seen_by=EVERYBODY - OFFICE
    ),
    "members:member_import_return": Row(
        get=set(), kwargs=staged, otherwise=404, seen_by=EVERYBODY - OFFICE
    ),
    "members:member_import_template": Row(get=OFFICE),
    "members:kept_text": Row(get=EVERYBODY, post=EVERYBODY),
    "members:group_list": Row(get=STAFF | {"group_leader"}),
    "members:group_export": Row(get=STAFF | {"group_leader"}),
}
