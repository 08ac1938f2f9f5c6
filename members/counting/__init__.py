"""会员统计: who is counted, on which day, and by what."""

from members.counting.crossing import Cross, cross, unknown_words
from members.counting.dimensions import CHOICES, DIMENSIONS, PRIVATE
from members.counting.people import Counted, counted
from members.counting.years import StatisticsYear

__all__ = [
    "CHOICES",
    "DIMENSIONS",
    "PRIVATE",
    "Counted",
    "Cross",
    "StatisticsYear",
    "counted",
    "cross",
    "unknown_words",
]
