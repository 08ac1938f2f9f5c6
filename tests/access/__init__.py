"""The access table: every address, every role, every method.

Each module here has ROWS: address name -> Row. tests/test_access.py walks them and
fails for an address that stands in none.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

ROLES = (
    "anonymous",
    "chair",
    "committee",
    "group_leader",
    "auditor",
    "handler",
    "leader",
    "member",
    "sysadmin",
)
EVERYBODY = frozenset(ROLES) - {"anonymous"}


@dataclass(frozen=True)
class Row:
    """What one address answers.

    `get` and `post` say who is let in: a set of roles, or None where the method is
    not served (405). Who is not let in gets `otherwise` (403, or 404 where the object
    must not even be seen). `kwargs` makes the objects and returns the address's
    arguments. `answers` are the statuses of those let in.
    `open_to_all` marks pages that need no login.
    """

    get: frozenset | set | None = None
    post: frozenset | set | None = None
    kwargs: Callable[[], dict] = field(default=dict)
    otherwise: int = 403
    answers: tuple = (200, 302)
    open_to_all: bool = False
    # A page that a library brings whole: only reading it is ours to check.
    stock: bool = False
    # Where `otherwise` is 404: who may see the object, and so gets 403.
    seen_by: frozenset | set = frozenset()
