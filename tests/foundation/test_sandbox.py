"""An upload may break its parser, never the office."""

import os
import threading
import time

import pytest

from unionoffice import sandbox
from unionoffice.sandbox import Refused, Unreadable


def length(data, *, times=1):
    return len(data) * times


def refuse(data):
    raise Refused("这是一句话。")


def crash(data):
    os._exit(9)


def fail(data):
    raise ZeroDivisionError


def eat_memory(data):
    return len(bytearray(4 * 1024**3))


def run_forever(data):
    while True:
        pass


def sleep(data):
    time.sleep(60)


def secrets_of_the_parent(data):
    return sorted(name for name in os.environ if "KEY" in name or "DATABASE" in name)


HERE = "tests.foundation.test_sandbox:"


def test_a_value_comes_back():
    assert sandbox.run(HERE + "length", b"abc", times=2) == 6


def test_a_refusal_comes_back_as_its_sentence():
    with pytest.raises(Unreadable, match=r"^这是一句话。$"):
        sandbox.run(HERE + "refuse", b"")


@pytest.mark.parametrize("deed", ["crash", "fail", "eat_memory", "run_forever"])
def test_a_child_that_dies_is_one_sentence(deed):
    with pytest.raises(Unreadable, match="文件无法读取"):
        sandbox.run(HERE + deed, b"", seconds=1)


def test_a_child_that_hangs_is_ended():
    started = time.monotonic()

    with pytest.raises(Unreadable, match="文件无法读取"):
        sandbox.run(HERE + "sleep", b"", seconds=1)

    assert time.monotonic() - started < 20


def test_the_child_is_told_no_secrets():
    assert sandbox.run(HERE + "secrets_of_the_parent", b"") == []


def test_no_more_than_three_files_are_read_at_once(monkeypatch):
    full = threading.BoundedSemaphore(1)
    full.acquire()
    monkeypatch.setattr(sandbox, "CHILDREN", full)

    with pytest.raises(Unreadable, match="读取文件的人比较多"):
        sandbox.run(HERE + "secrets_of_the_parent", b"", seconds=0.1)
