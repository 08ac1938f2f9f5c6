"""A process that dies in the midst of the new year leaves no half-made plan."""

import os
import subprocess
import sys

import pytest
from django.db import connection

from plans.models import Activity, LeadRequest, Plan, PlanSection
from tests import make_members
from tests import make_plans as make
from tests.walk.conftest import ROOT

DYING = """
import os
from plans.models import Plan
from plans.services import renewals
source = Plan.objects.get()
rows = [
    (old, {"title": old.title, "first_month": None, "last_month": None, "lead": None})
    for old in source.activities.all()
]
renewals.ask_leads = lambda rows, by: os._exit(9)
renewals.plan_copy(
    source, by=None, title="新", year=2026, rows=rows,
    sections=source.sections.all(), measures=[],
)
"""


def environment():
    """This run's own, with the tests' database as the office's."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        url = f"sqlite:///{name}"
    else:
        url = os.environ["DATABASE_URL"].replace("/postgres?", f"/{name}?")
    return os.environ | {"DATABASE_URL": url}


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_killed_process_leaves_no_half_made_plan(lifted_triggers):
    plan = make.section(plan=make.plan(year=2025)).plan
    make.activity(plan=plan, lead=make_members.member())

    child = subprocess.run(  # noqa: S603  our own command line
        [sys.executable, "manage.py", "shell", "-v0", "-c", DYING],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        timeout=120,
        check=False,
    )

    assert child.returncode == 9, child.stderr.decode()
    tables = (Plan, PlanSection, Activity, LeadRequest)
    assert [model.objects.count() for model in tables] == [1, 1, 1, 0]
