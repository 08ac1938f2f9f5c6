"""The roster through django-import-export with its defaults, to compare with ours.

    python -m tests.benchmarks.importexport [ROWS]

Installs the package into a folder of its own, away from the project's environment,
and reads the same file into Member there: one resource of the model, dry run first,
as its admin does. Prints seconds per thousand rows of both and their ratio (at least
10). ROWS is small by default: it takes minutes.
"""

import os
import subprocess
import sys
import tempfile

from tests import environment  # noqa: F401
from tests.benchmarks import roster

ROWS = 3_000
FIELDS = ("staff_no", "name", "sex", "ethnicity", "birth_date", "id_number")
FIELDS += ("phone", "post", "title", "education", "politics")
FIELDS += ("teaching_since", "joined_school_on", "joined_union_on")
PLACES = (1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 16, 17, 18)  # in roster.HEADS
PACKAGES = ("django-import-export==4.3.7", "tablib==3.8.0", "diff-match-patch")


def install(folder):
    """The packages without what they need: Django and openpyxl are there."""
    words = ["install", "--quiet", "--no-deps", "--target", folder, *PACKAGES]
    subprocess.run([sys.executable, "-m", "pip", *words], check=True)  # noqa: S603
    sys.path.insert(0, folder)


def workbook(rows):
    """The people as a workbook whose headings are the fields."""
    import tablib

    from members import idnumber

    data = tablib.Dataset(headers=FIELDS)
    for number in range(rows):
        told = roster.person(number, idnumber)
        data.append([told[place] or "" for place in PLACES])
    return data.export("xlsx")


def theirs(file, rows):
    """The file read and tried, then read again and imported."""
    import tablib
    from import_export import resources

    from members.models import Member

    class MemberResource(resources.ModelResource):
        class Meta:
            model = Member
            import_id_fields = ["staff_no"]
            fields = list(FIELDS)

    resource = MemberResource()
    for dry_run in (True, False):
        data = tablib.Dataset().load(file, format="xlsx")
        done = resource.import_data(data, dry_run=dry_run, raise_errors=True)
    assert done.totals["new"] == rows, done.totals
    Member.objects.all().delete()


def ours(file):
    """Preview and apply of the same people, from the file on."""
    from members import importing
    from members.services import imports

    table = imports.read_file(file, name="a.xlsx")
    found = importing.preview(table, make_places=True)
    staged = roster.stage(table)
    imports.apply_now(staged, by=None, seen=found.digest, ticked=True)


def main():
    import django

    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        install(folder)
        django.setup()
        from django.db import connection

        connection.creation.create_test_db(verbosity=0)
        times = {}
        try:
            file = workbook(rows)
            with roster.timed(times, "django-import-export"):
                theirs(file, rows)
            file = roster.written(rows)
            with roster.timed(times, "import_members"):
                ours(file)
        finally:
            connection.creation.destroy_test_db("", verbosity=0)
    ratio = times["django-import-export"] / times["import_members"]
    sys.stdout.write(f"{rows:,} rows: {ratio:.1f} × as fast (at least 10)\n")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unionoffice.settings")
    main()
