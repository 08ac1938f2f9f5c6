"""R36, R37: the process is killed while it writes; two write at the same moment."""

import os
import signal
from threading import Barrier, Thread

import pytest
from django.db import connections

from members import importing
from members.importing import shown
from members.models import Member, MemberImport
from members.services import imports, importwriting
from tests.members.imports import rosters


def killed(*arguments):
    os.kill(os.getpid(), signal.SIGKILL)


def in_a_child(work):
    """Run `work()` in a process of its own; the signal that ended it."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(1)
    return os.WTERMSIG(os.waitpid(child, 0)[1])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork")
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_r36_killed_while_writing_leaves_nothing_and_can_be_sent_again(
    lifted_triggers, chair, sign_in, read_here, monkeypatch
):
    rows = [(f"A{n}", "赵一") for n in range(3)]
    rosters.stage(sign_in(chair), rosters.roster(*rows, heads=("工号", "姓名")))
    staged = rosters.newest()
    asked = {"by": chair, "seen": shown.of(staged.shown).digest, "ticked": False}
    added = Member.objects.filter(staff_no__startswith="A")

    with monkeypatch.context() as patched:
        patched.setattr(importwriting.memberships, "memberships_begin", killed)
        ended = in_a_child(lambda: imports.apply_now(staged, **asked))
    before = added.count()
    imports.apply_now(MemberImport.objects.get(pk=staged.pk), **asked)

    assert (ended, before, added.count()) == (signal.SIGKILL, 0, 3)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_r37_of_two_at_the_same_moment_one_looks_again(
    lifted_triggers, chair, sign_in, read_here
):
    data = rosters.roster(("A1", "赵一"), heads=("工号", "姓名"))
    client, start, ends = sign_in(chair), Barrier(2), []

    def applied(staged):
        seen = shown.of(staged.shown).digest
        start.wait()
        try:
            imports.apply_now(staged, by=chair, seen=seen, ticked=False)
            ends.append("written")
        except importing.RosterChanged:
            ends.append("look again")
        finally:
            connections.close_all()

    rows = []
    for _ in range(2):
        rosters.stage(client, data)
        rows.append(rosters.newest())
    threads = [Thread(target=applied, args=(row,)) for row in rows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(ends) == ["look again", "written"]
    assert Member.objects.filter(staff_no="A1").count() == 1
