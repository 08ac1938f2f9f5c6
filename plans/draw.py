"""A draw that anybody can repeat: an order by digests of a seed and 工号.

The seed is made with the sign-up sheet. Its own digest is shown from the start, the
seed only after closing: nobody could choose it to suit the list, and nobody who signs
up can know it.
"""

import hashlib
import secrets


def new_seed():
    """32 hexadecimal digits by the system's generator."""
    return secrets.token_hex(16)


def commitment(seed):
    """What is shown of a seed before it is told: its SHA-256, hexadecimal."""
    return hashlib.sha256(seed.encode()).hexdigest()


def ticket(seed, staff_no):
    """SHA-256 of the seed and the 工号 written behind each other, hexadecimal."""
    return hashlib.sha256(f"{seed}{staff_no}".encode()).hexdigest()


def order(seed, staff_numbers):
    """The 工号 in drawn order: by ticket, the smallest first."""
    return sorted(staff_numbers, key=lambda number: ticket(seed, number))
