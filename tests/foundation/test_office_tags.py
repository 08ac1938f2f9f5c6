"""How days, sums, states and parts are written on pages."""

import datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, RequestContext, Template
from django.test import RequestFactory

from members.models import Member
from unionoffice.forms import RowForm
from unionoffice.templatetags import office


def drawn(source, **values):
    return Template("{% load office %}" + source).render(Context(values)).strip()


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("day", datetime.date(2026, 3, 8), "2026年3月8日"),
        ("day", None, ""),
        ("day", "没有", ""),
        ("monthday", datetime.date(2026, 12, 31), "12月31日"),
        ("monthday", None, ""),
        ("moment", datetime.datetime(2026, 3, 8, 9, 5), "2026年3月8日 09:05"),  # noqa: DTZ001
        ("moment", datetime.date(2026, 3, 8), "2026年3月8日"),
        ("moment", None, ""),
        ("money", Decimal("1234.5"), "¥1,234.50"),
        ("money", 300, "¥300.00"),
        ("money", Decimal("-12"), "-¥12.00"),
        ("money", 0, "¥0.00"),
        ("money", None, ""),
        ("money", "", ""),
        ("amount", 1234, "1,234"),
        ("amount", Decimal("1234.5"), "¥1,234.50"),
        ("amount", "—", "—"),
        ("amount", None, ""),
    ],
)
def test_values_are_written_as_the_office_writes_them(name, value, words):
    written = getattr(office, name)(value)

    assert written == words


def test_a_moment_is_told_by_the_clock_of_the_school():
    late = datetime.datetime(2026, 3, 7, 23, 30, tzinfo=datetime.UTC)

    assert office.moment(late) == "2026年3月8日 07:30"
    assert office.day(late) == "2026年3月8日"


@pytest.mark.parametrize(
    ("state", "chips", "tone"),
    [
        ("draft", {}, "draft"),
        ("dropped", {}, "dropped"),
        ("waiting", {}, "progress"),
        ("waiting", {"waiting": "mine"}, "mine"),
    ],
)
def test_a_state_is_a_colour_and_a_word(state, chips, tone):
    row = SimpleNamespace(state=state, CHIPS=chips, get_state_display=lambda: "某<态")
    expected = f'<span class="chip chip-{tone}">某&lt;态</span>'

    assert drawn("{% state row %}", row=row) == expected
    assert drawn("{{ row|state }}", row=row) == expected


def test_an_icon_is_silent_beside_a_word():
    assert drawn('{% icon "plus" %}') == (
        '<svg class="icon" aria-hidden="true" focusable="false">'
        '<use href="/static/icons.svg#plus"></use></svg>'
    )


def test_an_icon_alone_has_a_name():
    assert drawn('{% icon "plus" "添加" %}') == (
        '<svg class="icon" role="img" aria-label="添加">'
        '<use href="/static/icons.svg#plus"></use></svg>'
    )


def test_a_crumb_leads_back():
    assert drawn('{% crumb "我的" "me" %}') == (
        '<li class="breadcrumb-item"><a href="/me/">我的</a></li>'
    )


def test_a_crumb_without_an_address_is_a_word():
    assert drawn("{% crumb name %}", name="语文<组") == (
        '<li class="breadcrumb-item">语文&lt;组</li>'
    )


@pytest.mark.parametrize(
    ("rows", "number", "words"),
    [
        (0, 1, "<p>共 0 人</p>"),
        (50, 1, "<p>共 50 人</p>"),
        (1280, 2, "<p>共 1,280 人，显示 51–100</p>"),
    ],
)
def test_a_list_says_how_many_and_which(rows, number, words):
    page = Paginator(range(rows), 50).page(number)

    assert drawn('{% counted page "人" %}', page=page) == words


def links(page, query):
    request = RequestFactory().get(f"/members/?{query}")
    context = RequestContext(request, {"page": page})
    text = Template("{% load office %}{% pager page %}").render(context)
    return [part.split('"')[0] for part in text.split('href="')[1:]]


def test_the_pager_keeps_the_filters():
    page = Paginator(range(120), 50).page(2)

    assert links(page, "dep=1&page=2") == [
        "?dep=1&amp;page=1",
        "?dep=1&amp;page=1",
        "?dep=1&amp;page=3",
        "?dep=1&amp;page=3",
    ]


def test_one_page_needs_no_pager():
    page = Paginator(range(50), 50).page(1)

    assert links(page, "dep=1") == []


class Visit(forms.Form):
    person = forms.CharField(label="被慰问人")
    kind = forms.ChoiceField(
        label="方式", choices=[("a", "实物")], widget=forms.RadioSelect
    )


def test_required_is_said_in_words():
    text = drawn("{% draw form %}", form=Visit())

    assert text.count('<span class="required-word">（必填）</span>') == 2
    assert "error-summary" not in text


def test_the_summary_links_to_what_is_wrong():
    text = drawn("{% draw form %}", form=Visit({}))

    summary = text[text.index("error-summary") : text.index("</ul>")]
    assert "有 2 处需要改正" in summary
    assert '<a href="#id_person">被慰问人：' in summary
    assert '<a href="#div_id_kind">方式：' in summary
    assert 'id="div_id_kind"' in text


def test_two_mistakes_of_one_field_are_counted_as_two():
    form = Visit({"person": "曾小敏", "kind": "a"})
    form.add_error("person", "没有这个人。")
    form.add_error("person", "请写工号。")

    assert "有 2 处需要改正" in drawn("{% draw form %}", form=form)


@pytest.mark.django_db
def test_what_is_not_chosen_yet_asks_to_be_chosen():
    class Form(RowForm):
        class Meta:
            model = Member
            fields = ["sex", "department"]

    choices = [next(iter(field.field.choices)) for field in Form()]

    assert choices == [("", "请选择"), ("", "请选择")]


def test_outside_of_a_page_there_is_no_title_to_repeat():
    assert drawn("{% title_again %}") == ""
