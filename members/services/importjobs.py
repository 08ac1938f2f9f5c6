"""Long work on an import: in a thread of its own, telling how far it is.

A thread, and no queue of jobs: a school has one server process, and what is lost when
it is killed is a file that can be sent again. Who does the work says every second how
far it is; once silent for a minute and a half, it counts as killed.
"""

import logging
import threading
import time

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from members.importing import silent
from members.models import MemberImport

LARGE = 5_000  # rows; more than these show their progress (product.md M5)
UNEXPECTED = (
    "没有做完：程序出了错，什么都没有写入。请再试一次；还是不行，请告诉系统管理员。"
)
log = logging.getLogger(__name__)


def run(staged, work, *, is_large):
    """Do `work(tell)`, now or, if it is large, in a thread; False where others are at it.

    `work` returns a sentence for the person where it came to nothing, else "".
    Exceptions of work that is done now go to the caller.
    """
    if not is_large:
        work(silent)
        return True
    if not _claim(staged):
        return False
    named = {"name": f"import {staged.pk}", "daemon": True}
    threading.Thread(target=_run, args=(staged.pk, work), **named).start()
    return True


def _claim(staged):
    now = timezone.now()
    idle = MemberImport.objects.filter(pk=staged.pk).idle(now)
    first = MemberImport.Doing.OPENING
    told = {"doing": first, "done": 0, "total": 0, "beat_at": now, "problem": ""}
    return idle.update(**told) == 1


def _run(pk, work):
    beat = Beat(pk)
    problem = UNEXPECTED
    try:
        problem = work(beat.tell)
    except Exception:
        log.exception("import %s", pk)
    finally:
        beat.stop()
        row = MemberImport.objects.filter(pk=pk)
        row.update(doing="", problem=problem[:200], beat_at=None)
        reading = row.filter(state=MemberImport.State.READING)
        reading.update(state=MemberImport.State.REFUSED)
        connection.close()


class Beat(threading.Thread):
    """Writes down once a second how far the work is, by a connection of its own."""

    SECONDS = 1

    def __init__(self, pk):
        super().__init__(daemon=True)
        self.pk, self.told = pk, (MemberImport.Doing.OPENING, 0, 0)
        self.ended = threading.Event()
        self.start()

    def tell(self, doing, done=0, total=0):
        self.told = (doing, done, total)
        time.sleep(0)  # the web server's other threads come first

    def run(self):
        while not self.ended.wait(self.SECONDS):
            doing, done, total = self.told
            values = {"doing": doing, "done": done, "total": total}
            try:
                with transaction.atomic():
                    rows = MemberImport.objects.filter(pk=self.pk)
                    rows.update(beat_at=timezone.now(), **values)
            except DatabaseError:  # SQLite is being written to: the next beat will do
                continue
        connection.close()

    def stop(self):
        self.ended.set()
        self.join()
