"""The cast: one account a role, and clients logged in as each."""

import pytest
from django.db import connection
from django.test import Client, TransactionTestCase

from members import roles, triggers
from tests import make_members as make

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(autouse=True)
def _plain_storage(settings, tmp_path):
    """Static files without a manifest; uploads into a folder of the test."""
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {
            "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        },
    }
    settings.MEDIA_ROOT = tmp_path / "files"


def _signed_in(user):
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


@pytest.fixture
def anonymous():
    return Client()


@pytest.fixture
def sign_in():
    """A function: a client logged in as the given account."""
    return _signed_in


@pytest.fixture
def chair(db):
    return make.user(roles.MEMBER, roles.CHAIR, name="沈主席")


@pytest.fixture
def as_chair(chair):
    return _signed_in(chair)


@pytest.fixture
def committee(db):
    return make.user(roles.MEMBER, roles.COMMITTEE, name="顾委员")


@pytest.fixture
def as_committee(committee):
    return _signed_in(committee)


@pytest.fixture
def group_leader(db):
    return make.user(roles.MEMBER, roles.GROUP_LEADER, name="钱组长")


@pytest.fixture
def as_group_leader(group_leader):
    return _signed_in(group_leader)


@pytest.fixture
def auditor(db):
    return make.user(roles.MEMBER, roles.AUDITOR, name="何经审")


@pytest.fixture
def as_auditor(auditor):
    return _signed_in(auditor)


@pytest.fixture
def handler(db):
    return make.user(roles.MEMBER, roles.HANDLER, name="吴处长")


@pytest.fixture
def as_handler(handler):
    return _signed_in(handler)


@pytest.fixture
def leader(db):
    return make.user(roles.MEMBER, roles.LEADER, name="郑校长")


@pytest.fixture
def as_leader(leader):
    return _signed_in(leader)


@pytest.fixture
def member_user(db):
    return make.user(roles.MEMBER, name="林老师")


@pytest.fixture
def as_member(member_user):
    return _signed_in(member_user)


@pytest.fixture
def sysadmin(db):
    return make.user(roles.MEMBER, roles.SYSADMIN, name="孔管理")


@pytest.fixture
def as_sysadmin(sysadmin):
    return _signed_in(sysadmin)


@pytest.fixture(scope="session", autouse=True)
def _flush_past_the_triggers():
    """The flush after a transactional test empties the audit trail too."""
    flush = TransactionTestCase._fixture_teardown

    def lifted(case):
        triggers.take_down(connection)
        try:
            flush(case)
        finally:
            triggers.put_up(connection)

    TransactionTestCase._fixture_teardown = lifted
    yield
    TransactionTestCase._fixture_teardown = flush


@pytest.fixture
def lifted_triggers(django_db_serialized_rollback, transactional_db):
    """Real transactions, for threads; what the migrations wrote is there again.

    The mark must say `serialized_rollback=True` too: pytest-django reads only the mark.
    """
