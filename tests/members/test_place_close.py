"""A place is closed on a day, and opened again."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from members.forms import MemberForm
from members.models import AuditEntry, UnionGroup
from members.services import places as services
from tests import make_members as make
from unionoffice.states import StateError

DAY = datetime.date(2026, 3, 1)


def close(client, place, day="2026-3-1"):
    return client.post(f"{place.get_absolute_url()}close/", {"closed_on": day})


def test_a_closed_group_keeps_its_history_and_leads_nowhere(as_committee):
    leader = make.member()
    group = make.group("甲组", leader=leader)

    close(as_committee, group)

    group.refresh_from_db()
    assert (group.is_active, group.closed_on, group.leader) == (False, DAY, None)
    assert group.leadings.get().ended_on == DAY
    assert not UnionGroup.objects.out_of_step().exists()
    assert AuditEntry.objects.filter(action="place.closed").count() == 1


@pytest.mark.parametrize(
    ("inside", "said"), [("person", "还有人"), ("part", "下面还有")]
)
def test_what_is_still_there_keeps_it_open(as_chair, chair, inside, said):
    group = make.group("甲组")
    if inside == "person":
        make.member(group=group)
    else:
        make.group(parent=group)

    answer = close(as_chair, group)

    assert (answer.status_code, said in answer.content.decode()) == (403, True)
    with pytest.raises(StateError, match=said):
        services.place_close(group, by=chair, closed_on=DAY)
    assert said in as_chair.get(group.get_absolute_url()).content.decode()


def test_the_gone_keep_no_place_open(as_chair):
    group = make.group()
    make.member(group=group, work_status="dead")

    close(as_chair, group)

    group.refresh_from_db()
    assert not group.is_active


@pytest.mark.parametrize(
    ("day", "said"), [("2099-1-1", "还没有到"), ("2026-1-1", "以后还有变动")]
)
def test_the_day_fits_the_history(as_chair, day, said):
    group = make.group()
    make.placement(make.member(), group, None, DAY)

    answer = close(as_chair, group, day)

    assert said in str(answer.context["form"].errors)
    group.refresh_from_db()
    assert group.is_active


def test_a_closing_is_taken_back(as_chair):
    group = make.group("甲组", is_active=False)

    as_chair.post(f"{group.get_absolute_url()}open/")

    group.refresh_from_db()
    assert (group.is_active, group.closed_on) == (True, None)
    late = as_chair.post(f"{group.get_absolute_url()}open/")
    assert (late.status_code, "没有撤销" in late.content.decode()) == (403, True)


def test_the_second_closing_is_told(db):
    group = make.group()
    services.place_close(group, by=None, closed_on=timezone.localdate())

    with pytest.raises(StateError, match="已经撤销了"):
        services.place_close(group, by=None, closed_on=timezone.localdate())


def test_closed_places_are_offered_to_nobody_new(db):
    closed = make.group("甲组", is_active=False)
    member = make.member(group=closed)

    assert closed not in MemberForm().fields["group"].queryset
    assert closed in MemberForm(instance=member).fields["group"].queryset


@pytest.mark.parametrize("values", [{"is_active": False}, {"closed_on": DAY}])
def test_closed_means_a_day_and_a_day_means_closed(db, values):
    group = make.group()

    with pytest.raises(IntegrityError), transaction.atomic():
        UnionGroup.objects.filter(pk=group.pk).update(**values)
