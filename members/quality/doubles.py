"""Which records may be of one person."""

import itertools
from collections import defaultdict

from members import idnumber

OLD = 15  # digits of an ID number before 1999
CROWD = 6  # more of one kind are no doubles but a default somebody typed


def pairs(people):
    """(older, younger, why) of records that may be of one person; each pair once."""
    told = {}
    for why, key in (
        ("姓名和出生日期相同", by_birthday),
        ("身份证号是同一个人的", by_id),
        ("姓名和手机相同", by_phone),
    ):
        for first, second in alike(people, key):
            told.setdefault((first.pk, second.pk), (first, second, why))
    return list(told.values())


def alike(people, key):
    """Pairs of people with the same key, in the order of their records."""
    found = defaultdict(list)
    for person in people:
        if value := key(person):
            found[value].append(person)
    for some in found.values():
        if 1 < len(some) <= CROWD:
            ordered = sorted(some, key=lambda person: person.pk)
            yield from itertools.combinations(ordered, 2)


def by_birthday(person):
    return person.birth_date and (person.name, person.birth_date)


def by_phone(person):
    return person.phone and (person.name, person.phone)


def by_id(person):
    """The old number of 15 digits and the new one of 18 are one."""
    number = person.id_number
    if len(number) == OLD and number.isdecimal():
        return idnumber.lengthened(number)
    return number
