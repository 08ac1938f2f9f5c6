"""The shared admin: who may do what to which record."""

import pytest
from django.apps import apps
from django.contrib import admin

from members import audit, roles
from members.models import Office
from tests import make_members as make

OURS = {"members", "plans", "congress", "welfare"}
VERBS = ("add", "change", "delete", "view")


def powers(user, model):
    app, name = model._meta.label_lower.split(".")
    return {verb for verb in VERBS if user.has_perm(f"{app}.{verb}_{name}")}


def held(by_label):
    return {label: verbs for label, verbs in by_label.items() if verbs}


def test_every_record_of_the_admin_has_its_row():
    registered = {model._meta.label_lower for model in admin.site._registry}
    ours = {name for name in registered if name.split(".")[0] in OURS}

    assert ours == set(roles.ADMIN)


@pytest.mark.django_db
@pytest.mark.parametrize("code", roles.ROLES)
def test_each_role_has_what_the_table_says_and_no_more(code):
    user = make.user(code)

    found = {m._meta.label_lower: powers(user, m) for m in apps.get_models()}
    wanted = {label: set(row.get(code, ())) for label, row in roles.ADMIN.items()}
    assert held(found) == held(wanted)


@pytest.mark.parametrize(
    ("cast", "status"), [("as_chair", 200), ("as_sysadmin", 200), ("as_committee", 403)]
)
def test_the_office_is_changed_by_whom_its_page_lets_in(db, request, cast, status):
    Office.objects.get_or_create(pk=1)
    client = request.getfixturevalue(cast)

    pages = ("/members/office/", "/admin/members/office/1/change/")
    assert [client.get(page).status_code for page in pages] == [status, status]


@pytest.fixture
def trail(chair):
    """One entry of an account, one of the office, one of somebody's affairs."""
    office, _ = Office.objects.get_or_create(pk=1)
    audit.record(chair, "account.closed", chair)
    audit.record(chair, "office.edited", office)
    audit.record(chair, "visit.logged", make.member(name="赵一"))


@pytest.mark.parametrize(
    ("cast", "seen"),
    [
        ("as_chair", ["visit.logged", "office.edited", "account.closed"]),
        ("as_committee", ["visit.logged", "office.edited"]),
        ("as_sysadmin", ["office.edited", "account.closed"]),
    ],
)
def test_each_reads_the_part_of_the_trail_that_is_theirs(request, trail, cast, seen):
    answer = request.getfixturevalue(cast).get("/admin/members/auditentry/")

    assert [entry.action for entry in answer.context["cl"].queryset] == seen
