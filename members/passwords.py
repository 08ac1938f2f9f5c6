"""Initial passwords: random, and readable from a printed slip."""

import secrets

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # no 0 o 1 l i


def initial():
    """Three groups of four: about 59 bits."""
    return "-".join(
        "".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3)
    )
