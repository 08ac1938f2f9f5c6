"""Large rosters: read and written beside the pages, which tell how far it is."""

import datetime
import threading

import pytest
from django.utils import timezone

from members.models import Member, MemberImport
from members.services import importjobs, imports
from tests.members.imports import rosters

Doing, State = MemberImport.Doing, MemberImport.State
HEADS = ("工号", "姓名")
ROWS = [(f"A{n}", "赵一") for n in range(4)]
apart = pytest.mark.django_db(transaction=True, serialized_rollback=True)


def at_work(chair, *, silent_for=0, **more):
    """An import that somebody is at work on, or was."""
    beat = timezone.now() - datetime.timedelta(seconds=silent_for)
    told = {"doing": Doing.ROWS, "done": 12_000, "total": 30_000, "beat_at": beat}
    return MemberImport.objects.create(
        name="全校.xlsx", added_by=chair, added_at=beat, **(told | more)
    )


def page(client, row, **headers):
    return client.get(f"/members/import/{row.pk}/", **headers)


def finished():
    """Wait for the work that goes on beside."""
    for thread in threading.enumerate():
        if thread.name.startswith("import "):
            thread.join(30)
    return rosters.newest()


def test_how_far_it_is_is_told_and_asked_again(as_chair, chair):
    row = at_work(chair, state=State.READING)

    told = page(as_chair, row).content.decode()

    assert "逐行核对：12,000 / 30,000 行" in told
    assert 'value="40"' in told
    assert 'hx-trigger="every 2s"' in told
    assert 'http-equiv="refresh"' in told


def test_who_left_finds_the_way_back(as_chair, as_committee, chair):
    row = at_work(chair)

    told = as_chair.get("/members/import/").content.decode()

    assert f'href="/members/import/{row.pk}/"' in told
    assert "「全校.xlsx」正在处理：逐行核对" in told
    assert "接着做" not in as_committee.get("/members/import/").content.decode()


def test_the_page_that_asks_is_told_when_it_is_done(as_chair, chair):
    row = at_work(chair, doing="", state=State.STAGED)

    assert page(as_chair, row, HTTP_HX_REQUEST="true")["HX-Refresh"] == "true"


def test_reading_that_was_killed_asks_for_the_file_again(as_chair, chair):
    row = at_work(chair, state=State.READING, silent_for=91)

    told = page(as_chair, row).content.decode()

    assert "读到一半中断了" in told
    assert "重新上传" in told


def test_writing_that_was_killed_can_be_sent_again(as_chair, read_here):
    shown = rosters.stage(as_chair, rosters.roster(*ROWS, heads=HEADS))
    long_ago = timezone.now() - datetime.timedelta(seconds=91)
    MemberImport.objects.update(doing=Doing.WRITING, beat_at=long_ago)

    told = page(as_chair, rosters.newest()).content.decode()
    rosters.apply(as_chair, shown)

    assert "什么都没有写入。可以再点一次" in told
    assert Member.objects.filter(staff_no__startswith="A").count() == 4


def test_nobody_works_on_one_import_twice(chair):
    row = at_work(chair)

    assert importjobs.run(row, pytest.fail, is_large=True) is False


@apart
def test_a_large_roster_is_read_and_written_beside(
    lifted_triggers, chair, sign_in, read_here, monkeypatch
):
    monkeypatch.setattr(importjobs, "LARGE", 3)
    monkeypatch.setattr(importjobs.Beat, "SECONDS", 0.01)
    client = sign_in(chair)

    rosters.stage(client, rosters.roster(*ROWS, heads=HEADS))
    read = finished()
    shown = page(client, read)
    rosters.apply(client, shown)
    row = finished()

    assert shown.context["found"].counts["new"] == 4
    assert (row.state, row.doing, row.problem) == ("applied", "", "")
    assert Member.objects.filter(staff_no__startswith="A").count() == 4
    assert "新增 4 人" in page(client, row).content.decode()


@apart
def test_a_large_file_that_cannot_be_read_says_why(
    lifted_triggers, chair, sign_in, read_here, monkeypatch
):
    monkeypatch.setattr(imports, "LARGE_FILE", 0)
    refused = imports.sandbox.Unreadable("文件不完整。")

    def unreadable(data, **more):
        raise refused

    monkeypatch.setattr(imports, "read_file", unreadable)
    client = sign_in(chair)

    rosters.stage(client, b"PK nothing")
    row = finished()

    assert row.state == "refused"
    assert "文件不完整。" in page(client, row).content.decode()
