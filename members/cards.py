"""会员证号: the next free one, by the office's own beginning and number of digits."""

from members.models import Member, Office


def next_number():
    """One above the highest number with the office's beginning; GH00001 of none."""
    office = Office.load()
    taken = (
        number.removeprefix(office.card_prefix)
        for number in Member.objects.card_numbers(office.card_prefix)
    )
    counted = [int(rest) for rest in taken if rest.isascii() and rest.isdecimal()]
    fitting = [number for number in counted if number < 10**office.card_digits]
    return f"{office.card_prefix}{max(fitting, default=0) + 1:0{office.card_digits}}"


def holder(number, but):
    """Who else than the member `but` has this number; None where it is free."""
    return Member.objects.with_card(number).exclude(pk=but.pk).first()
