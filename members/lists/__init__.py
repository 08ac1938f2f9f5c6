"""The lists that the office needs: what each shows, of whom, and its sheet."""

from members.lists.birthdays import BIRTHDAYS
from members.lists.kinds import List
from members.lists.teaching import TEACHING
from members.lists.women import WOMEN

LISTS = {one.code: one for one in (WOMEN, BIRTHDAYS, TEACHING)}

__all__ = ["LISTS", "List"]
