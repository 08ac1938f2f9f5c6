"""The table of columns that a person may want corrected."""

import datetime

import pytest
from django.db.models import DateField

from members.models import Member
from members.proposable import FIELDS
from unionoffice.forms import DayField


@pytest.mark.parametrize("name", FIELDS)
def test_a_value_survives_as_text(name):
    column = FIELDS[name].column
    is_day = isinstance(column, DateField)
    words = column.choices[0][0] if column.choices else "女"
    value = datetime.date(1990, 3, 7) if is_day else words
    text = FIELDS[name].text(value)

    assert FIELDS[name].value(text) == value


@pytest.mark.parametrize("name", FIELDS)
def test_each_line_is_a_column_that_people_edit(name):
    assert Member._meta.get_field(name).editable
    assert FIELDS[name].label != name


def test_numbers_are_masked_and_choices_told_in_words():
    assert FIELDS["phone"].said("19900001234") == "199****1234"
    assert FIELDS["phone"].said("19900001234", whole=True) == "19900001234"
    assert FIELDS["sex"].said("女") == "女"
    assert isinstance(FIELDS["birth_date"].form_field(), DayField)


def test_an_empty_text_empties_the_column():
    assert FIELDS["birth_date"].value("") is None
    assert FIELDS["ethnicity"].value("") == ""
