"""What several tests of the import share."""

import pytest

from members import workbook
from members.services import imports


@pytest.fixture
def read_here(monkeypatch):
    """Files are read in this process: for tests that are not about reading."""

    def read(data, *, name, seconds=0):
        return workbook.read(data, name=name)

    monkeypatch.setattr(imports, "read_file", read)
