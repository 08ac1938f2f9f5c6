"""The dictionary of categories, and what it makes of titles."""

import re

import pytest
from django.conf import settings

from members.models import AuditEntry
from plans import drafts
from plans.models import Category


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("召开教职工代表大会", "民主管理"),
        ("庆祝“三八”节插花", "女工"),
        ("组织教职工疗养", "疗休养"),
        ("走访慰问困难教职工", "帮扶"),
        ("教职工乒乓球赛", "文体"),
        ("重阳节退休教师座谈", "退休"),
        ("工会干部培训", "组织建设"),
        ("女教工妇科普查", "健康"),
        ("神秘的下午", None),
    ],
)
@pytest.mark.django_db
def test_a_title_finds_its_category(title, name):
    found = drafts.guess_category(title, list(Category.objects.all()))

    assert (found and found.name) == name


def test_the_office_edits_the_dictionary_in_the_admin(as_chair):
    category = Category.objects.get(name="文体")
    address = f"/admin/plans/category/{category.pk}/change/"

    as_chair.post(
        address, {"name": "文体活动", "order": 3, "colour": 3, "words": "球 棋"}
    )

    category.refresh_from_db()
    assert (category.name, category.words) == ("文体活动", "球 棋")
    entry = AuditEntry.objects.get(action="category.corrected")
    assert entry.details["changes"]["name"] == ["文体", "文体活动"]


@pytest.mark.parametrize(
    "model",
    ["plan", "plansection", "measure", "activity", "attendance", "category"],
)
def test_each_table_is_looked_up_in_the_admin(as_chair, model):
    response = as_chair.get(f"/admin/plans/{model}/?q=x")

    assert response.context["cl"].result_count == 0


@pytest.mark.django_db
def test_no_two_of_the_first_categories_have_one_colour():
    colours = Category.objects.values_list("colour", flat=True)

    assert len(set(colours)) == len(colours) == 13


def test_every_colour_is_drawn():
    css = (settings.BASE_DIR / "static" / "wall.css").read_text(encoding="utf-8")
    drawn = {int(number) for number in re.findall(r"\.cat-(\d+) {", css)}

    assert drawn == {number for number, _ in Category._meta.get_field("colour").choices}
