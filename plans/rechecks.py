"""Rules and data to be looked at again when a new year is planned.

An app above tells its own: `rechecks.tell(function)` with a function of (first day,
last day) of the new plan that yields sentences.
"""

from members.models import Office
from plans import months
from plans.models import Duty

TOLD = []


def tell(function):
    """Have `function` asked whenever a new year is planned."""
    TOLD.append(function)


def due(window):
    """Sentences on what should be checked before a plan of these months."""
    first, last = window[0], months.plus(window[-1], 1)
    found = [*_terms(first), *_sources()]
    for function in TOLD:
        found += function(first, last)
    return found


def _terms(first):
    """Terms of a school year before the plan: the office enters the new ones."""
    office = Office.load()
    for name in ("autumn_term_on", "spring_term_on"):
        began = getattr(office, name)
        if began and began.year < first.year:
            label = Office._meta.get_field(name).verbose_name
            told = f"{began.year}年{began.month}月{began.day}日"
            yield f"本单位资料里的{label}还是{told}，请更新。"


def _sources():
    for duty in Duty.objects.active().exclude(source=""):
        yield f"常规工作「{duty}」的依据是「{duty.source}」，请核对是否仍有效。"
