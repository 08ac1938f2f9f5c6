"""Every address, every role, every method; and no address without its row."""

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests import make_members as make
from tests.access import ROLES, congress, members, plans, roof, welfare
from tests.conftest import BACKEND

TABLE = {
    **roof.ROWS,
    **members.ROWS,
    **plans.ROWS,
    **congress.ROWS,
    **welfare.ROWS,
}
METHODS = ("get", "post")
# HEAD is GET without its body; the rest is refused before anybody asks who it is.
# Some of the cast try these for all.
ALIKE = ("head", "options", "put", "patch", "delete", "trace")
TRYING = ("anonymous", "chair", "member")
WAY_IN = ("/accounts/login/", "/accounts/password/change/", "/accounts/2fa/")
QUIET = {
    "members.auditentry",
    "sessions.session",
    "axes.accesslog",
    "axes.accessattempt",
}


def addresses(resolver=None, space=""):
    """Names of all addresses (routes where they have none), the admin's left out."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace == "admin":
                continue
            name = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from addresses(pattern, name)
        elif isinstance(pattern, URLPattern):
            yield space + (pattern.name or str(pattern.pattern))


def clients():
    """A client a role; everybody who signs in is a member too."""
    found = {"anonymous": Client()}
    for role in ROLES[1:]:
        client = Client()
        client.force_login(
            make.user(role, "member"),
            backend=BACKEND,
        )
        found[role] = client
    return found


def contents():
    """What stands in each table, but for those that every request may touch."""
    return {
        model._meta.label_lower: list(model._base_manager.order_by("pk").values())
        for model in apps.get_models()
        if model._meta.label_lower not in QUIET
    }


def expected(row, role, method):
    """What the table says: the statuses that this role may get."""
    served = {"get": row.get, "head": row.get, "post": row.post}
    allowed = served.get(method)
    if role == "anonymous" and not row.open_to_all:
        return {302}
    if allowed is None:
        return {405}
    if role in allowed or row.open_to_all:
        return {*row.answers}
    return {403 if role in row.seen_by else row.otherwise}


def test_every_address_has_its_row():
    assert sorted(set(addresses())) == sorted(TABLE)


def wrong_answers(cast, address, row, method):
    """Roles that get what the table does not say."""
    for role, client in cast.items():
        if method in ALIKE and role not in TRYING:
            continue
        if method == "post" and row.post is not None and role in row.post:
            continue  # what a deed does is told in its own test
        answer = client.generic(method.upper(), address)
        list(getattr(answer, "streaming_content", ()))  # read, so that files close
        sent_away = role != "anonymous" and answer.get("Location", "") in WAY_IN
        if sent_away or answer.status_code not in expected(row, role, method):
            yield method, role, answer.status_code


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="rules decide alike on every database"
)
@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(TABLE))
def test_address_answers_each_role_as_the_table_says(name):
    row = TABLE[name]
    cast = clients()
    address = reverse(name, kwargs=row.kwargs())
    before = contents()

    wrong = [
        answer
        for method in (("get", "head") if row.stock else METHODS + ALIKE)
        for answer in wrong_answers(cast, address, row, method)
    ]

    assert wrong == []
    assert contents() == before, "a safe or refused method wrote"
