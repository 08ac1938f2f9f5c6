"""Who may open the pages of members."""

from django.utils import timezone

from members.models import MemberImport, Notice, User
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


def a_kind():
    return {"kind": "departments"}


def group():
    return {"kind": "groups", "pk": make.group().pk}


def closed():
    return {"kind": "departments", "pk": make.department(is_active=False).pk}


def body():
    return {"pk": make.body().pk}


def term():
    return {"pk": make.term().pk}


def body_in_term():
    return {"pk": make.term().body_id}


def seat():
    return {"pk": make.seat().pk}


def deed(kwargs):
    """A form of the office about somebody whom the sysadmin sees too."""
    return Row(
        get=OFFICE, post=OFFICE, kwargs=kwargs, otherwise=404, seen_by={"sysadmin"}
    )


def application():
    """One that waits for the group of somebody else."""
    return {"pk": make.application().pk}


def advised():
    return {"pk": make.application("advised").pk}


def own_notice():
    """The plain member's."""
    owners = User.objects.filter(groups__name="member")
    owner = next(user for user in owners if user.role_codes == {"member"})
    return {
        "pk": Notice.objects.create(user=owner, key="k", on=timezone.localdate()).pk
    }


def correction():
    return {"pk": make.correction().pk}


def corrected():
    """Somebody with a correction that waits."""
    return {"pk": make.correction().member_id}


def staged():
    """An upload of somebody else: not even the chair sees it."""
    by = make.user("committee", name="别的委员")
    return {"pk": MemberImport.objects.create(name="a.xlsx", added_by=by).pk}


def applied():
    """An import of somebody else that brought nobody: the office may undo it."""
    row = MemberImport.objects.get(**staged())
    row.advance("applied", applied_at=timezone.now(), undo='{"made": {}, "old": {}}')
    MemberImport.objects.filter(pk=row.pk).update(counts={"new": 0, "changed": 0})
    return {"pk": row.pk}


def women():
    return {"code": "women"}


def pair():
    return {"pk": make.member().pk, "other": make.member().pk}


def account():
    return {"pk": make.user("member").pk}


def lone_account():
    """An account with nobody behind it yet."""
    return {"pk": User.objects.create(username="lone").pk}


ROWS = {
    "members:member_list": Row(get=STAFF | {"group_leader"}),
    "members:member_export": Row(
        get=STAFF | {"group_leader"}, post=STAFF | {"group_leader"}
    ),
    "members:suggest": Row(get=EVERYBODY),
    "members:member_identify": Row(get=OFFICE, post=OFFICE),
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
    "members:seat_list": Row(get=EVERYBODY),
    "members:seat_export": Row(get=OFFICE),
    "members:body_detail": Row(get=EVERYBODY, kwargs=body),
    "members:term_new": Row(get=OFFICE, post=OFFICE, kwargs=body),
    "members:term_edit": Row(get=OFFICE, post=OFFICE, kwargs=term),
    "members:term_close": Row(get=OFFICE, post=OFFICE, kwargs=term),
    "members:seat_take": Row(get=OFFICE, post=OFFICE, kwargs=body_in_term),
    "members:seat_edit": Row(get=OFFICE, post=OFFICE, kwargs=seat),
    "members:seat_leave": Row(get=OFFICE, post=OFFICE, kwargs=seat),
    "members:application_new": Row(
        get=EVERYBODY, post=EVERYBODY, kwargs=lambda: {"kind": "leave"}
    ),
    "members:application_enter": deed(outsider),
    "members:application_list": Row(get=OFFICE | {"group_leader"}),
    "members:application_export": Row(get=OFFICE | {"group_leader"}),
    "members:application_detail": Row(get=OFFICE, kwargs=application, otherwise=404),
    "members:application_print": Row(get=OFFICE, kwargs=application, otherwise=404),
    "members:application_advise": Row(
        get=OFFICE, post=OFFICE, kwargs=application, otherwise=404
    ),
    "members:application_decide": Row(
        get=OFFICE, post=OFFICE, kwargs=advised, otherwise=404
    ),
    "members:application_withdraw": Row(
        post=set(), kwargs=application, otherwise=404, seen_by=OFFICE
    ),
    "members:notices_read": Row(post=EVERYBODY),
    "members:notice_read": Row(post={"member"}, kwargs=own_notice, otherwise=404),
    "members:correction_new": Row(get=EVERYBODY, post=EVERYBODY),
    "members:correction_list": Row(get=OFFICE),
    "members:correction_export": Row(get=OFFICE),
    "members:correction_withdraw": Row(
        post=set(), kwargs=correction, otherwise=404, seen_by=OFFICE
    ),
    "members:correction_decide": Row(
        get=OFFICE, post=OFFICE, kwargs=corrected, otherwise=404, seen_by={"sysadmin"}
    ),
    "members:correction_reveal": Row(
        post=OFFICE, kwargs=corrected, otherwise=404, seen_by={"sysadmin"}
    ),
    "members:retirement_list": Row(get=OFFICE),
    "members:retirement_export": Row(get=OFFICE, post=OFFICE),
    "members:list_index": Row(get=OFFICE | {"group_leader"}),
    "members:list_detail": Row(get=OFFICE, kwargs=women),
    "members:list_export": Row(get=OFFICE, post=OFFICE, kwargs=women),
    "members:archive_check": Row(get=OFFICE, post=OFFICE),
    "members:quality_list": Row(get=OFFICE),
    "members:quality_export": Row(get=OFFICE),
    "members:finding_settle": Row(post=OFFICE),
    "members:double_choose": deed(somebody),
    "members:member_merge": deed(pair),
    "members:statistics": Row(get=OFFICE | {"group_leader"}),
    "members:statistics_export": Row(get=OFFICE | {"group_leader"}),
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
    "members:member_import_map": Row(
        get=set(),
        post=set(),
        kwargs=staged,
        otherwise=404,
        seen_by=EVERYBODY - OFFICE,
    ),
    "members:member_import_sheet": Row(
        post=set(), kwargs=staged, otherwise=404, seen_by=EVERYBODY - OFFICE
    ),
    "members:member_import_forget": Row(
        post=set(), kwargs=staged, otherwise=404, seen_by=EVERYBODY - OFFICE
    ),
    "members:member_import_list": Row(get=OFFICE),
    "members:member_import_export": Row(get=OFFICE),
    "members:member_import_undo": Row(post=OFFICE, kwargs=applied),
    "members:member_import_template": Row(get=OFFICE),
    "members:kept_text": Row(get=EVERYBODY, post=EVERYBODY),
    "members:place_list": Row(get=STAFF | {"group_leader"}),
    "members:place_export": Row(get=STAFF | {"group_leader"}),
    "members:place_detail": Row(get=STAFF, kwargs=group, otherwise=404),
    "members:place_new": Row(get=OFFICE, post=OFFICE, kwargs=a_kind),
    "members:place_edit": deed(group),
    "members:place_close": deed(group),
    "members:place_open": Row(
        post=OFFICE, kwargs=closed, otherwise=404, seen_by={"sysadmin"}
    ),
    "members:leader_change": deed(group),
    "members:member_move": Row(
        post=OFFICE, kwargs=group, otherwise=404, seen_by={"sysadmin"}
    ),
}
