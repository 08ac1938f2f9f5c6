"""The 18-digit 居民身份证 number (GB 11643-1999): check digit, birthday, sex, mask."""

import datetime
import re
import unicodedata
from operator import mul

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


def normal(text):
    """Half-width, no blanks, capital X."""
    if text and text.isascii() and text.isalnum():  # most are: nothing to mend
        return text.upper()
    text = unicodedata.normalize("NFKC", text or "")
    return re.sub(r"[\s'\u200b-\u200f\ufeff-]", "", text).upper()


def problem(number):
    """Why this is not a valid number, as a Chinese sentence; "" if it is one."""
    if not re.fullmatch(r"\d{17}[\dX]", number):
        return "身份证号应是 18 位，最后一位可以是 X。"
    if birthday(number) is None:
        return "身份证号里的出生日期不存在，请核对第 7 到 14 位。"
    total = sum(map(mul, map(int, number[:17]), WEIGHTS))
    if CHECKS[total % 11] != number[17]:
        return "身份证号的最后一位与前面的数字对不上，请核对。"
    return ""


def is_whole(text):
    """Whether somebody typed a number of 18 signs, right or wrong."""
    return re.fullmatch(r"\d{17}[\dX]", normal(text)) is not None


def birthday(number):
    """The day of birth in the number, or None."""
    try:
        return datetime.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def sex(number):
    """男 or 女 by the 17th digit."""
    return "男" if int(number[16]) % 2 else "女"


def masked(number):
    """110101************; "" stays "".

    The birthday stands beside it on many pages: the last four would tell the whole.
    """
    if not number:
        return ""
    return f"{number[:6]}{'*' * 12}" if len(number) == 18 else "****"


def lengthened(number):
    """The 18 digits of an old number of 15: the century and the check digit added."""
    longer = f"{number[:6]}19{number[6:]}"
    total = sum(int(d) * w for d, w in zip(longer, WEIGHTS, strict=True))
    return longer + CHECKS[total % 11]
