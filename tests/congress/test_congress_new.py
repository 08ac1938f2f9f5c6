"""The chair sets up a congress: its term, its form, its days."""

import datetime

import pytest

from congress.models import Congress
from congress.services import congresses as services
from members.models import AuditEntry
from tests import make_congress as make
from tests import make_members as people
from unionoffice.states import StateError

PATH = "/congress/congresses/new/"


def values(**more):
    return {
        "level": "school",
        "department": "",
        "term": "5",
        "form": "delegates",
        "years": "5",
        "begins_on": "2024-12-12",
        "ends_on": "",
        **more,
    }


def test_the_end_follows_from_the_years(as_chair, chair):
    answer = as_chair.post(PATH, values())

    made = Congress.objects.get()
    assert answer.url == f"/congress/congresses/{made.pk}/"
    assert str(made) == "第五届教职工代表大会"
    assert made.ends_on == datetime.date(2029, 12, 12)
    assert AuditEntry.objects.get(action="congress.made").by == chair


def test_the_next_term_is_proposed(as_chair):
    make.congress(5)

    assert as_chair.get(PATH).context["form"]["term"].value() == 6


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"level": "department"}, "二级教代会要选部门，其他的不选部门。"),
        ({"ends_on": "2024-12-1"}, "届期结束不能早于开始。"),
        ({"term": "6"}, "这一届已经建立过了。"),
    ],
)
def test_what_cannot_be_is_said(as_chair, wrong, told):
    make.congress(6)

    answer = as_chair.post(PATH, values(**wrong))

    assert answer.context["form"].non_field_errors() == [told]


def test_a_department_has_its_own_beside_the_schools(as_chair):
    make.congress(5)
    place = people.department("外语系")

    as_chair.post(PATH, values(level="department", department=place.pk))

    made = Congress.objects.get(level="department")
    assert str(made) == "外语系第五届教职工代表大会"


@pytest.mark.parametrize(
    ("level", "form", "name"),
    [
        ("school", "all_staff", "第三届教职工大会"),
        ("women", "delegates", "第三届女教职工代表大会"),
        ("union", "delegates", "第三届工会会员代表大会"),
    ],
)
def test_a_congress_is_called_by_its_level_and_form(level, form, name):
    assert str(Congress(term=3, level=level, form=form)) == name


def test_two_who_edit_at_once_are_told(as_chair):
    congress = make.congress(5)
    path = f"/congress/congresses/{congress.pk}/edit/"
    as_chair.post(path, values(version="1", years="3"))

    answer = as_chair.post(path, values(version="1"))

    assert answer.status_code == 409
    congress.refresh_from_db()
    assert congress.years == 3


def test_who_has_delegates_is_no_meeting_of_all(as_chair):
    congress = make.delegate().congress

    answer = as_chair.post(
        f"/congress/congresses/{congress.pk}/edit/",
        values(version="1", form="all_staff"),
    )

    assert answer.status_code == 403
    assert "不能改成教职工大会" in answer.content.decode()


def test_a_unit_with_delegates_is_not_removed(as_chair, chair):
    unit = make.delegate().constituency

    refused = as_chair.post(f"/congress/units/{unit.pk}/remove/")

    assert refused.status_code == 403
    with pytest.raises(StateError):
        services.constituency_remove(unit, by=chair)
