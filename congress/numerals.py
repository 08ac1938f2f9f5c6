"""Numbers as a congress writes them: 第五届第四次, 第十二届."""

DIGITS = "零一二三四五六七八九"


def chinese(number):
    """1 to 99 in Chinese; other numbers as they are."""
    if not 1 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return head + (DIGITS[ones] if ones else "")
