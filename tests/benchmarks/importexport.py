"""The roster through django-import-export with its defaults, to compare with ours.

    python -m tests.benchmarks.importexport [ROWS]

Installs the package into a folder of its own, away from the project's environment.
One resource of the model, dry run first, as its admin does; two imports are told:

- the same import: the columns of the same people with department and group by name,
  and with each person the membership and the two placements that ours writes, too.
  Ours is to be at least 10 × as fast.
- the members alone, without departments, groups, memberships and placements: less
  than ours writes.

ROWS is small by default: it takes minutes.
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
COLUMNS = (1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 16, 17, 18)  # in roster.HEADS
PLACES = {"department": 8, "group": 9}
OURS, WHOLE, ALONE = "import_members", "the same import", "members alone"
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

    data = tablib.Dataset(headers=(*FIELDS, *PLACES))
    for number in range(rows):
        told = roster.person(number, idnumber)
        data.append([told[at] or "" for at in (*COLUMNS, *PLACES.values())])
    return data.export("xlsx")


def alone():
    """The resource that writes the members and nothing else."""
    from import_export import resources

    from members.models import Member

    class MemberResource(resources.ModelResource):
        class Meta:
            model = Member
            import_id_fields = ["staff_no"]
            fields = list(FIELDS)

    return MemberResource()


def whole():
    """The resource that writes what ours writes; the places are there already."""
    from django.utils import timezone
    from import_export import fields, resources, widgets

    from members.models import Department, Member, Membership, Placement, UnionGroup

    def place(name, table):
        widget = widgets.ForeignKeyWidget(table, field="name")
        return fields.Field(column_name=name, attribute=name, widget=widget)

    class MemberResource(resources.ModelResource):
        department = place("department", Department)
        group = place("group", UnionGroup)

        class Meta:
            model = Member
            import_id_fields = ["staff_no"]
            fields = [*FIELDS, *PLACES]

        def after_save_instance(self, instance, row, **kwargs):
            Membership.told_by(instance, timezone.localdate()).save()
            for column in PLACES:
                told = {column: getattr(instance, column)}
                Placement.objects.create(member=instance, **told)

    return MemberResource()


def theirs(resource, file, rows):
    """The file read and tried, then read again and imported."""
    import tablib

    for dry_run in (True, False):
        data = tablib.Dataset().load(file, format="xlsx")
        done = resource.import_data(data, dry_run=dry_run, raise_errors=True)
    assert done.totals["new"] == rows, done.totals


def make_places(rows):
    """Ours makes the departments and groups itself, within its time."""
    from members import idnumber
    from members.models import Department, UnionGroup

    people = [roster.person(number, idnumber) for number in range(rows)]
    for name, table in (("department", Department), ("group", UnionGroup)):
        for told in sorted({person[PLACES[name]] for person in people}):
            table.objects.create(name=told)


def emptied():
    """Nobody on the roster, no place."""
    from members.models import Department, Member, Membership, Placement, UnionGroup

    for table in (Placement, Membership, Member, Department, UnionGroup):
        table.objects.all().delete()


def written():
    """How many rows of each kind there are."""
    from members.models import Member, Membership, Placement

    return [table.objects.count() for table in (Member, Membership, Placement)]


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
        times, counts = {}, {}
        try:
            file = workbook(rows)
            with roster.timed(times, ALONE):
                theirs(alone(), file, rows)
            emptied()
            make_places(rows)
            with roster.timed(times, WHOLE):
                theirs(whole(), file, rows)
            counts[WHOLE] = written()
            emptied()
            file = roster.written(rows)
            with roster.timed(times, OURS):
                ours(file)
            counts[OURS] = written()
        finally:
            connection.creation.destroy_test_db("", verbosity=0)
    assert counts[OURS] == counts[WHOLE], counts
    for name, told in ((WHOLE, " (at least 10)"), (ALONE, ", of which ours is a part")):
        ratio = times[name] / times[OURS]
        sys.stdout.write(f"{rows:,} rows: {ratio:.1f} × as fast as {name}{told}\n")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unionoffice.settings")
    main()
