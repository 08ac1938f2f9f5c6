"""Departments and groups are added and changed; a tree never bites its tail."""

import pytest
from django.db import IntegrityError, transaction

from members.forms.places import UnionGroupForm
from members.models import AuditEntry, Department, UnionGroup
from members.services import places as services
from tests import make_members as make
from unionoffice.states import StateError

NEW = "/members/places/{}/new/"


def values(**changed):
    return {"name": "一年级组", "parent": "", "order": "1", "version": "1", **changed}


def edit(place):
    return f"{place.get_absolute_url()}edit/"


def test_a_group_is_added_under_another(as_committee):
    top = make.group("小学部")

    as_committee.post(NEW.format("groups"), values(parent=top.pk))

    group = UnionGroup.objects.get(name="一年级组")
    assert (group.parent, group.order) == (top, 1)
    assert AuditEntry.objects.get(action="place.added").object_label == "一年级组"


def test_a_department_has_a_kind(as_committee):
    as_committee.post(NEW.format("departments"), values(kind="grade"))

    assert Department.objects.get().get_kind_display() == "年级组"


def test_a_name_is_taken_once(as_chair):
    make.group("一年级组")

    answer = as_chair.post(NEW.format("groups"), values())

    assert "name" in answer.context["form"].errors
    assert UnionGroup.objects.count() == 1


def test_an_unknown_kind_of_place_is_not_found(as_chair):
    assert as_chair.get(NEW.format("houses")).status_code == 404


def test_a_change_is_told_in_the_trail(as_chair):
    group = make.group("一年组")

    as_chair.post(edit(group), values())

    told = AuditEntry.objects.get(action="place.edited").details["changes"]
    assert told["name"] == ["一年组", "一年级组"]


def test_the_second_of_two_editors_sees_both_texts(as_chair):
    group = make.group("一年组")
    UnionGroup.objects.update(name="一年级小组", version=2)

    answer = as_chair.post(edit(group), values())

    assert answer.status_code == 409
    assert ("名称", "一年级组", "一年级小组") in answer.context["conflict"]


@pytest.mark.parametrize("below", ["self", "child", "grandchild"])
def test_a_place_lies_not_below_itself(as_chair, below):
    top = make.group("上")
    child = make.group("中", parent=top)
    rows = {"self": top, "child": child, "grandchild": make.group("下", parent=child)}

    answer = as_chair.post(edit(top), values(parent=rows[below].pk))

    assert "parent" in answer.context["form"].errors
    assert not UnionGroup.objects.get(pk=top.pk).parent_id


def test_two_who_turn_the_tree_around_at_once_are_parted(db):
    one, two = make.group("甲"), make.group("乙")
    form = UnionGroupForm(values(name="甲", parent=two.pk), instance=one)
    assert form.is_valid()
    UnionGroup.objects.filter(pk=two.pk).update(parent=one)

    with pytest.raises(StateError, match="也不能是自己下面的工会小组"):
        services.place_edit(form.instance, form, by=None)


def test_the_database_refuses_the_shortest_circle(db):
    group = make.group()

    with pytest.raises(IntegrityError), transaction.atomic():
        UnionGroup.objects.filter(pk=group.pk).update(parent=group)


def test_a_closed_place_is_no_parent_but_stays_the_one_it_is(as_chair):
    closed = make.group("旧", is_active=False)
    under = make.group("甲", parent=closed)

    assert closed in UnionGroupForm(instance=under).fields["parent"].queryset
    assert closed not in UnionGroupForm().fields["parent"].queryset
