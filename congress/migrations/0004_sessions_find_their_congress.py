"""Sessions knew the number of their congress; now they belong to it."""

from django.db import migrations
from django.db.models import F


def find_congress(apps, schema_editor):
    congress = apps.get_model("congress", "Congress")
    session = apps.get_model("congress", "Session")
    for term in session.objects.values_list("term", flat=True).distinct():
        made, _ = congress.objects.get_or_create(level="school", term=term)
        session.objects.filter(term=term).update(congress=made)


def keep_term(apps, schema_editor):
    session = apps.get_model("congress", "Session")
    for row in session.objects.annotate(number=F("congress__term")):
        session.objects.filter(pk=row.pk).update(term=row.number)


class Migration(migrations.Migration):

    dependencies = [("congress", "0003_congresses")]
    operations = [migrations.RunPython(find_congress, keep_term)]
