"""Days and sums as people type them."""

import datetime
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from unionoffice.forms import DayField, MoneyField


@pytest.mark.parametrize(
    "typed",
    [
        "2026-3-8",
        "2026.3.8",
        "2026/03/08",
        "2026年3月8日",
        "20260308",
        "２０２６－３－８",
    ],
)
def test_a_day_may_be_typed_in_any_usual_form(typed):
    assert DayField().clean(typed) == datetime.date(2026, 3, 8)


def test_a_day_without_a_year_is_of_this_year():
    assert DayField().clean("3月8日") == datetime.date(timezone.localdate().year, 3, 8)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("下周三", "看不懂这个日期，请写成 2026-3-8 或 3月8日 的样子。"),
        ("2026-2-30", "没有 2026-2-30 这一天，请改正日期。"),
    ],
)
def test_a_day_that_is_none_is_refused_with_a_reason(typed, said):
    with pytest.raises(ValidationError) as refusal:
        DayField().clean(typed)

    assert refusal.value.messages == [said]


@pytest.mark.parametrize(
    "typed", ["1,234.50", "￥1234.5", "¥ 1234.50 元", "１２３４.５"]
)
def test_a_sum_may_be_typed_with_signs_and_commas(typed):
    assert MoneyField().clean(typed) == Decimal("1234.5")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("三百", "金额请写成数字，例如 300 或 1,234.50。"),
        ("-5", "金额不能是负数。"),
        ("1.234", "金额最多两位小数。"),
        ("NaN", "金额请写成数字，例如 300 或 1,234.50。"),
        ("1e6", "金额请写成数字，例如 300 或 1,234.50。"),
        ("9" * 400, "金额太大了，请检查。"),
    ],
)
def test_a_sum_that_is_none_is_refused_with_a_reason(typed, said):
    with pytest.raises(ValidationError) as refusal:
        MoneyField().clean(typed)

    assert refusal.value.messages == [said]


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (forms.CharField(), "请填写这一项。"),
        (DayField(), "请填写这一项。"),
        (forms.ChoiceField(choices=[("a", "实物")]), "请选择一项。"),
        (forms.BooleanField(), "请勾选这一项。"),
        (forms.FileField(), "请选择文件。"),
    ],
)
def test_what_is_missing_is_said_in_the_voice_of_the_house(field, said):
    with pytest.raises(ValidationError) as refusal:
        field.clean("")

    assert refusal.value.messages == [said]


def test_a_text_that_is_too_long_says_by_how_much():
    with pytest.raises(ValidationError) as refusal:
        forms.CharField(max_length=3).clean("五个字的话")

    assert refusal.value.messages == ["最多 3 个字，现在有 5 个字。"]
