"""Two records, to be merged."""

import pytest

from tests import make_members as make


@pytest.fixture
def two(db):
    """The record that stays, and the one that goes."""
    return make.member(name="周明"), make.member(name="周明")
