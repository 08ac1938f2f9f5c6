"""How days, sums and states are written, and the parts that pages are made of."""

import datetime
from decimal import Decimal
from functools import lru_cache

from crispy_forms.utils import render_crispy_form
from django import template
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from unionoffice.forms import crispy_helper
from unionoffice.pages import browsers, frame
from unionoffice.states import tone_of
from unionoffice.xlsx import SIDES

register = template.Library()


@register.filter
def day(value):
    """2026年3月8日."""
    found = as_day(value)
    return f"{found.year}年{found.month}月{found.day}日" if found else ""


@register.filter
def monthday(value):
    """3月8日."""
    found = as_day(value)
    return f"{found.month}月{found.day}日" if found else ""


@register.filter
def moment(value):
    """2026年3月8日 14:05, by the clock of the school."""
    if not isinstance(value, datetime.datetime):
        return day(value)
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{day(local)} {local:%H:%M}"


def as_day(value):
    if isinstance(value, datetime.datetime) and timezone.is_aware(value):
        return timezone.localdate(value)
    return value if isinstance(value, datetime.date) else None


@register.filter
def money(value):
    """¥1,234.50; nothing for what is no sum."""
    if value is None or value == "":
        return ""
    value = Decimal(value)
    return f"{'-' if value < 0 else ''}¥{abs(value):,.2f}"


@register.filter
def amount(value):
    """A count as 1,234, a sum as ¥1,234.50; words stay."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return money(value)
    return f"{value:,}" if isinstance(value, int) else value


@register.filter
def written(value, kind):
    """A cell of a list, by its kind (a key of xlsx.FORMATS); words stay."""
    if value is None or isinstance(value, str):
        return value or ""
    ways = {"day": day, "moment": moment, "money": money, "number": amount}
    ways["percent"] = "{:.1%}".format
    return ways.get(kind, str)(value)


@register.filter
def mistakes(form):
    """How many mistakes a form has; one field may have several."""
    return sum(map(len, form.errors.values()))


@register.filter
def browser(agent):
    """Chrome（Windows）."""
    return browsers.told(agent)


@register.simple_tag
def chip(words, tone="draft"):
    """A state: a colour and always a word."""
    return format_html('<span class="chip chip-{}">{}</span>', tone, words)


@register.filter(name="state")
@register.simple_tag(name="state")
def state(row):
    """The chip of a row that has a state."""
    return chip(row.get_state_display(), tone_of(row))


@register.simple_tag
def state_on(row, today):
    """The chip of a row that may be late on `today`; lateness is said first."""
    return chip("逾期", "late") if row.is_late_on(today) else state(row)


@register.simple_tag
def cells(line):
    """The cells of a line of a list (`lists.Line`); a page has hundreds of them."""
    return format_html_join("", "{}", ((_cell(cell),) for cell in line.cells))


SIDE_CLASSES = {"right": "text-end text-nowrap", "center": "text-nowrap"}


@register.simple_tag
def sheet_row(values, columns):
    """The cells of a row of an xlsx.Sheet; the first is the head of the row."""
    pairs = list(zip(values, columns, strict=True))
    head, *rest = (
        (SIDE_CLASSES.get(SIDES.get(column.kind), ""), written(value, column.kind))
        for value, column in pairs
    )
    first = format_html('<th scope="row" class="{}">{}</th>', *head)
    return first + format_html_join("", '<td class="{}">{}</td>', rest)


def _cell(cell):
    column, value = cell.column, cell.value
    if column.is_head:
        inner = _linked(cell.url, value, '<a class="row-link" href="{}">{}</a>')
        css = f"card-head {cell.css}".rstrip()
        return format_html('<th scope="row" class="{}">{}</th>', css, inner)
    if value and cell.tone:
        inner = chip(value, cell.tone)
    else:
        inner = _linked(value and cell.url, written(value, column.kind))
    return format_html(
        "{}{}</td>", _begun(column.label or column.heading, cell.css), inner
    )


@lru_cache(maxsize=512)
def _begun(label, css):
    """A cell begins alike in every row."""
    form = '<td data-label="{}" class="{}">' if css else '<td data-label="{}">'
    return format_html(form, label, css)


def _linked(url, words, form='<a href="{}">{}</a>'):
    return format_html(form, url, words) if url else words


@register.simple_tag
def icon(name, words=""):
    """A drawing from the sprite; decorative unless it has words of its own."""
    use = format_html('<use href="{}#{}"></use>', static("icons.svg"), name)
    if words:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}">{}</svg>', words, use
        )
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false">{}</svg>', use
    )


@register.simple_tag
def crumb(words, url_name="", *args):
    """One step of where-am-I."""
    if not url_name:
        return format_html('<li class="breadcrumb-item">{}</li>', words)
    return format_html(
        '<li class="breadcrumb-item"><a href="{}">{}</a></li>',
        reverse(url_name, args=args),
        words,
    )


@register.simple_tag
def counted(page, unit="条"):
    """共 128 人，显示 1–50."""
    total = page.paginator.count
    if page.paginator.num_pages < 2:
        return format_html("<p>共 {} {}</p>", amount(total), unit)
    return format_html(
        "<p>共 {} {}，显示 {}–{}</p>",
        amount(total),
        unit,
        amount(page.start_index()),
        amount(page.end_index()),
    )


@register.inclusion_tag("_pager.html", takes_context=True)
def pager(context, page):
    """Links to the pages of a list; the filters stay in the address."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1)
    return {"page": page, "numbers": numbers}


@register.simple_tag
def chosen_files(form):
    """Names of the files that came with a form; in a template `form.files` would be
    the field of that name."""
    files = (
        [one for _, several in form.files.lists() for one in several]
        if form.files
        else []
    )
    return "、".join(one.name for one in files)


@register.simple_tag(takes_context=True)
def draw(context, form):
    """The fields of a form, without the <form> around them."""
    own = form.helper if hasattr(form, "helper") else crispy_helper()
    return render_crispy_form(form, own, context)


@register.simple_tag(takes_context=True)
def title_again(context):
    """What the page wrote into its block `title`."""
    blocks = context.render_context.get(BLOCK_CONTEXT_KEY)
    found = blocks.get_block("title") if blocks else None
    return found.render(context) if found else ""


@register.simple_tag(takes_context=True)
def office_frame(context):
    """The union's name, the person's to-dos and warnings: asked once per request."""
    return frame.of(context.get("request"))


@register.inclusion_tag("_nav.html", takes_context=True)
def nav(context):
    """The rail on desks and the bar on phones, by the person's roles."""
    return frame.nav(context["request"])
