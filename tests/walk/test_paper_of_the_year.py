"""LibreOffice opens the year's workbook without complaint and prints every sheet."""

import os
import shutil
import subprocess

import pytest
from django.utils import timezone
from openpyxl import load_workbook


@pytest.fixture
def programs():
    """LibreOffice and a reader of PDF; skipped without them, unless CI insists."""
    found = [shutil.which(name) for name in ("soffice", "pdftotext")]
    if None in found and os.environ.get("OFFICE_BROWSER_REQUIRED"):
        pytest.fail("no soffice or pdftotext on this machine")
    return pytest.skip("no soffice or pdftotext here") if None in found else found


def test_every_sheet_of_the_workbook_comes_out_on_paper(office, programs, tmp_path):
    soffice, pdftotext = programs
    target = tmp_path / "year.xlsx"
    office.manage("export_yearend", str(timezone.localdate().year), "-o", str(target))

    done = subprocess.run(  # noqa: S603  the program of this machine, our own file
        [
            soffice,
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            *("--convert-to", "pdf", "--outdir", str(tmp_path), str(target)),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    text = subprocess.run(  # noqa: S603
        [pdftotext, str(tmp_path / "year.pdf"), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert "Error" not in done.stderr
    titles = load_workbook(target, read_only=True).sheetnames
    assert [title for title in titles if title not in text] == []
