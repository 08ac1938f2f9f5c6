"""Parse an upload in a child process that may die without harm."""

import gc
import importlib
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

CHILDREN = threading.BoundedSemaphore(3)  # at once, in this process
MEMORY = 768 * 1024 * 1024
ROOT = Path(__file__).resolve().parent.parent
DIED = (
    "文件无法读取：内容可能已损坏，或者过大。请用 Excel 或 Word 打开，另存一份再上传。"
)

BUSY = "现在读取文件的人比较多，请过一会儿再上传。"


class Refused(Exception):
    """Said inside the child: a sentence for the person who sent the file."""


class Unreadable(Exception):
    """Said to the caller: the file gave nothing, and why (a Chinese sentence)."""


def run(target, data, *, seconds=15, **arguments):
    """Call ``module:function(data, **arguments)`` in a limited child process.

    The function takes bytes and keyword values that JSON can carry, and returns what
    JSON can carry; its module must import without Django's settings. The child has
    768 MB of memory (POSIX), `seconds` of processor time and twice that of wall time.
    Raises Unreadable with the function's own `Refused` sentence, or a general one if
    the child died.
    """
    order = json.dumps({"target": target, "arguments": arguments, "seconds": seconds})
    if not CHILDREN.acquire(timeout=seconds * 2):
        raise Unreadable(BUSY)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "unionoffice.sandbox"],
            input=order.encode() + b"\n" + data,
            capture_output=True,
            timeout=seconds * 2,
            cwd=ROOT,
            env=_bare_environment(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(DIED) from None
    finally:
        CHILDREN.release()
    if done.returncode != 0:
        raise Unreadable(DIED)
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise Unreadable(answer["refused"])
    return answer["value"]


def _bare_environment():
    """No secrets and no database address reach the child."""
    kept = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG", "VIRTUAL_ENV")
    return {name: os.environ[name] for name in kept if name in os.environ} | {
        "PYTHONUTF8": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }


def _limit(seconds):
    try:
        import resource
    except ImportError:  # pragma: no cover  Windows has no such limits
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _child():
    order = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    _limit(order["seconds"])
    gc.disable()  # it lives for one file only: looking for cycles costs a third
    module, _, name = order["target"].partition(":")
    # Under -m this file is __main__: speak of the one that the module imports.
    refused = importlib.import_module("unionoffice.sandbox").Refused
    function = vars(importlib.import_module(module))[name]
    try:
        answer = {"value": function(data, **order["arguments"])}
    except refused as refusal:
        answer = {"refused": str(refusal)}
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()
    os._exit(0)  # what the file held need not be put away piece by piece


if __name__ == "__main__":
    _child()
