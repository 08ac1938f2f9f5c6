"""The versions of a plan: kept by every deed, compared, put back."""

import pytest

from plans import services
from plans.models import Measure, Plan, PlanSection
from plans.services import versions as deeds
from plans.versions import Archive, compared
from tests import make_plans as make


@pytest.fixture
def plan(committee):
    return services.plan_import(
        make.DRAFT, by=committee, title="2026年工会计划", year=2026, start_month=1
    )


def edited(row, by, **values):
    for name, value in values.items():
        setattr(row, name, value)
    services.section_edit(row, by=by, expected=row.version, columns=["heading", "text"])


def words(plan):
    return [version.words for version in Archive.of(plan).versions()]


def test_steps_and_edits_of_others_are_versions_of_their_own(plan, chair, committee):
    services.plan_submit(plan, by=committee)
    services.plan_return(plan, by=chair, why="目标写具体些。")
    edited(plan.sections.get(), committee, text="把会员的事一件一件办好。")
    services.plan_submit(plan, by=committee)
    services.plan_approve(plan, by=chair)
    services.plan_archive(plan, by=chair)

    assert words(plan) == ["送审", "退回", "送审", "批准", "归档"]


def test_edits_of_one_person_within_half_an_hour_are_one_version(plan, committee):
    for text in ("一", "二", "三"):
        edited(plan.sections.get(), committee, text=text)

    assert words(plan) == ["起草"]


def test_two_versions_are_compared_sign_by_sign(plan, chair, committee):
    services.plan_submit(plan, by=committee)
    services.plan_return(plan, by=chair, why="改。")
    edited(plan.sections.get(), committee, text="把会员的急事办好。")
    archive = Archive.of(plan)
    first, *_, last = archive.versions()

    pairs = compared(archive.snapshot(first), archive.snapshot(last))

    section = next(one for one in pairs if one.heading == "指导思想")
    assert section.fate == "改动"
    assert [(r.kind, r.text) for r in section.right if r.kind == "ins"] == [
        ("ins", "急")
    ]
    assert [one.fate for one in pairs if one is not section] == ["", "", ""]


def test_a_removed_and_an_added_part_are_told_as_such(plan, chair, committee):
    services.plan_submit(plan, by=committee)
    services.plan_return(plan, by=chair, why="改。")
    services.measure_remove(plan.measures.get(), by=committee)
    services.section_add(PlanSection(plan=plan, heading="保障"), by=committee)
    archive = Archive.of(plan)
    first, *_, last = archive.versions()

    pairs = compared(archive.snapshot(first), archive.snapshot(last))

    fates = {one.heading: one.fate for one in pairs}
    assert (fates["措施"], fates["保障"]) == ("删去", "新增")


def test_the_months_stand_in_the_version_that_was_submitted(plan, chair, committee):
    services.plan_submit(plan, by=committee)
    services.plan_return(plan, by=chair, why="改。")
    services.activity_drop(plan.activities.first(), by=chair, why="不办了。")
    archive = Archive.of(plan)
    first, *_, last = archive.versions()

    assert "女教职工插花课" in archive.snapshot(first).month_table
    assert "女教职工插花课" not in archive.snapshot(last).month_table


def test_an_old_version_is_put_back_into_the_draft(plan, chair, committee):
    services.plan_submit(plan, by=committee)
    services.plan_return(plan, by=chair, why="改。")
    section, measure = plan.sections.get(), plan.measures.get()
    services.section_remove(section, by=committee)
    services.section_add(PlanSection(plan=plan, heading="别的"), by=committee)
    services.measure_remove(measure, by=committee)
    archive = Archive.of(plan)

    deeds.plan_restore(
        plan, archive.snapshot(archive.versions()[0]), by=committee, number=1
    )

    assert [s.text for s in plan.sections.all()] == ["把会员的事办好。"]
    assert [m.text for m in plan.measures.all()] == ["修订慰问办法"]
    archive = Archive.of(plan)
    kept = archive.snapshot(archive.versions()[-1])
    assert [row.heading for row in kept.sections.values()] == ["指导思想"]


def test_the_page_compares_and_offers_the_old_version(plan, as_committee, committee):
    services.plan_submit(plan, by=committee)
    Plan.objects.filter(pk=plan.pk).update(state="draft")

    page = as_committee.get(f"/plans/{plan.pk}/versions/?old=1&new=x")

    assert page.status_code == 200
    assert "没有改动" in page.content.decode()


def test_restoring_by_page_asks_first_and_refuses_what_is_no_version(
    plan, as_committee, chair, committee
):
    services.plan_submit(plan, by=committee)
    services.plan_return(plan, by=chair, why="改。")
    edited(plan.sections.get(), committee, text="全改了。")
    address = f"/plans/{plan.pk}/versions/1/restore/"

    assert as_committee.get(address).status_code == 200
    assert plan.sections.get().text == "全改了。"
    assert as_committee.post(address).url == plan.get_absolute_url()
    assert plan.sections.get().text == "把会员的事办好。"
    assert as_committee.get(f"/plans/{plan.pk}/versions/9/restore/").status_code == 404


def test_a_discarded_draft_leaves_no_versions(plan, committee):
    services.plan_discard(plan, by=committee)

    kept = [model.history.count() for model in (Plan, PlanSection, Measure)]
    assert kept == [0, 0, 0]


@pytest.mark.parametrize("client", ["as_member", "as_group_leader", "as_auditor"])
def test_versions_are_for_those_who_write_the_plan(client, request, plan, committee):
    services.plan_submit(plan, by=committee)

    page = request.getfixturevalue(client).get(f"/plans/{plan.pk}/versions/")

    assert page.status_code == 403


def test_moving_a_section_is_kept_with_the_order(plan, committee):
    services.section_add(PlanSection(plan=plan, heading="工作目标"), by=committee)
    services.section_move(plan.sections.last(), by=committee, up=True)
    archive = Archive.of(plan)

    kept = archive.snapshot(archive.versions()[-1]).sections.values()

    assert {row.heading: row.order for row in kept} == {"工作目标": 1, "指导思想": 2}
