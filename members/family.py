"""Children of a member: the years of birth, and nothing else about a minor."""

import re

EARLIEST = 1930
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d{6,})")
BETWEEN = "、"


def years(text):
    """2012、2016 for a text in which years of birth stand, in their order; "" without.

    Of 张小明（2016-05-01） the year is kept only.
    """
    found = [int(year) for year in YEAR.findall(text)]
    return BETWEEN.join(str(year) for year in sorted(found) if year >= EARLIEST)
