"""The search for cycles, which ten thousand new rows set off again and again."""

import gc
from contextlib import contextmanager


@contextmanager
def left():
    """Nothing is searched for meanwhile; for work that makes many rows and no cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
