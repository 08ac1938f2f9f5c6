"""How a birth date is told: never more of it than is known."""

from django import template

from unionoffice.templatetags import office

register = template.Library()


@register.filter
def born(member):
    """1980年5月20日, or 1980年5月 where the day is not known."""
    date = member.birth_date
    if date is None or member.birth_day_known:
        return office.day(date)
    return f"{date.year}年{date.month}月"


@register.filter
def birthday(member):
    """5月20日, or 5月 where the day is not known."""
    date = member.birth_date
    if date is None or member.birth_day_known:
        return office.monthday(date)
    return f"{date.month}月"
