"""Plans written before versions were kept begin with the one they have now."""

from django.db import migrations
from django.utils import timezone

KEPT = {
    "Plan": (
        "id version form_key title year start_month months owner_id state "
        "drafted_by_id drafted_at submitted_on approved_by_id approved_on archived_on "
        "returned_because"
    ),
    "PlanSection": "id version form_key plan_id order heading text",
    "Measure": "id version form_key plan_id section_id text months due_on responsible",
}


def begin(apps, schema_editor):
    now = timezone.now()
    for name, columns in KEPT.items():
        history = apps.get_model("plans", f"Historical{name}")
        history.objects.bulk_create(
            [
                history(history_date=now, history_type="+", **row)
                for row in apps.get_model("plans", name).objects.values(*columns.split())
            ],
            batch_size=500,
        )


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_versions_of_plans")]
    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
