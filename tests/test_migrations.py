"""The migrations tell the whole of the models."""

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_no_migration_is_missing():
    try:
        call_command("makemigrations", "--check", "--dry-run", verbosity=0)
    except SystemExit as found:
        pytest.fail(f"makemigrations would write something: {found.code}")
