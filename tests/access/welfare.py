"""Who may open the pages of welfare."""

from django.core.files.base import ContentFile

from tests import make_welfare as make
from tests.access import Row
from welfare.models import VisitFile

OFFICE = {"chair", "committee"}
READERS = OFFICE | {"auditor"}


def visit():
    return {"pk": make.visit().pk}


def health_round():
    return {"pk": make.health_round().pk}


def file():
    row = make.visit()
    upload = ContentFile(b"%PDF-1.7", name="a.pdf")
    upload.content_type = "application/pdf"
    stored = VisitFile.made_from(upload, visit=row, added_by=row.entered_by)
    stored.save()
    return {"pk": row.pk, "file_pk": stored.pk}


ROWS = {
    "welfare:visit_list": Row(get=READERS | {"group_leader"}),
    "welfare:visit_export": Row(get=READERS | {"group_leader"}),
    "welfare:visit_new": Row(
        get=OFFICE | {"group_leader"}, post=OFFICE | {"group_leader"}
    ),
    "welfare:visit_detail": Row(get=READERS, kwargs=visit, otherwise=404),
    "welfare:visit_edit": Row(
        get=OFFICE, post=OFFICE, kwargs=visit, otherwise=404, seen_by={"auditor"}
    ),
    "welfare:visit_void": Row(
        post=OFFICE, kwargs=visit, otherwise=404, seen_by={"auditor"}
    ),
    "welfare:visit_file": Row(get=READERS, kwargs=file, otherwise=404),
    "welfare:health_round_list": Row(get=OFFICE),
    "welfare:health_round_list_export": Row(get=OFFICE),
    "welfare:health_round_new": Row(get=OFFICE, post=OFFICE),
    "welfare:health_round_detail": Row(get=OFFICE, kwargs=health_round),
    "welfare:health_check_mark": Row(post=OFFICE, kwargs=health_round),
    "welfare:health_round_export": Row(get=OFFICE, kwargs=health_round),
    "welfare:retiree_list": Row(get=OFFICE),
    "welfare:retiree_export": Row(get=OFFICE, post=OFFICE),
}
