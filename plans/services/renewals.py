"""A new year's plan out of last year's, in one transaction."""

from django.db import transaction

from members import audit
from members.models import Member
from plans.models import Activity, Measure, Plan, PlanSection
from plans.renewal import due_next_year
from plans.services import duties as standing
from plans.services import versions
from plans.services.leads import ask_leads

KEPT = (
    "category_id",
    "level",
    "place",
    "partner_departments",
    "budget",
    "hours",
    "theme",
    "notes",
)


@transaction.atomic
def plan_copy(
    source, *, by, title, year, rows, sections, measures, duties=(), form_key=None
):
    """Draft the plan of `year` out of `source`; all of it or nothing.

    `rows` are (old activity, values) pairs with title, first_month, last_month and
    lead; `sections` and `measures` are rows of the old plan; `duties` become items.
    Every lead is asked to confirm.
    """
    plan = Plan(
        title=title,
        year=year,
        start_month=source.start_month,
        months=source.months,
        owner=source.owner,
        drafted_by=by,
        form_key=form_key,
    )
    plan._history_user = by
    made = plan.save_once(drafted_by=by)
    if made is not plan:
        return made
    _copy_text(plan, sections, measures, by)
    activities = _copy_activities(plan, rows, by)
    activities += standing.put_into(plan, by=by, duties=duties)
    ask_leads(activities, by=by)
    versions.keep(plan, by=by)
    audit.record(
        by, "plan.copied", plan, source=str(source), activities=len(activities)
    )
    return plan


def _copy_text(plan, sections, measures, by):
    new = {
        old.pk: PlanSection(plan=plan, order=number, heading=old.heading, text=old.text)
        for number, old in enumerate(sections, 1)
    }
    PlanSection.objects.bulk_create(new.values())
    kept = [
        Measure(
            plan=plan,
            section=new.get(old.section_id),
            text=old.text,
            months=old.months,
            due_on=due_next_year(old.due_on),
            responsible=old.responsible,
        )
        for old in measures
    ]
    Measure.objects.bulk_create(kept)
    versions.keep_all(PlanSection, list(new.values()), by=by)
    versions.keep_all(Measure, kept, by=by)


def _copy_activities(plan, rows, by):
    new = [
        Activity(
            plan=plan,
            entered_by=by,
            heading=old.heading if old.heading and old.heading.is_active else None,
            **{name: getattr(old, name) for name in KEPT},
            **values,
        )
        for old, values in rows
    ]
    new = Activity.objects.bulk_create(new)
    _copy_helpers([(old, row) for (old, _), row in zip(rows, new, strict=True)])
    return new


def _copy_helpers(pairs):
    """Those who still work here help again."""
    link = Activity.helpers.through
    new_by_old = {old.pk: row.pk for old, row in pairs}
    working = Member.objects.working().values("pk")
    kept = link.objects.filter(activity__in=new_by_old, member__in=working)
    link.objects.bulk_create(
        [
            link(activity_id=new_by_old[one.activity_id], member_id=one.member_id)
            for one in kept
        ]
    )
