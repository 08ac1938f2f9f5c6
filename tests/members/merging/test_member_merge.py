"""member_merge: two records of one person become one; the other leads to it."""

import datetime

import pytest

from members.forms import MemberField
from members.models import AuditEntry, Member
from members.services.merging import member_merge
from tests import make_members as make
from tests.members.merging.merges import merged
from unionoffice.states import StateError

DAY = datetime.date


def address(kept, gone):
    return f"/members/{kept.pk}/merge/{gone.pk}/"


def periods(member):
    return [(p.joined_on, p.kept_on, p.ended_on) for p in member.memberships.all()]


@pytest.fixture
def pair(db):
    """One person twice: with a number and a group; with a phone and another title."""
    kept = make.member(
        staff_no="A1", name="郑怡", id_number="a1", group=make.group(), title="一级教师"
    )
    gone = make.member(
        staff_no="B2",
        name="郑怡",
        phone="13812345678",
        id_number="b2",
        title="高级教师",
        joined_union_on=DAY(2012, 9, 1),
    )
    return kept, gone


def test_the_page_asks_for_what_differs_only(as_committee, pair):
    answer = as_committee.get(address(*pair))

    form = answer.context["form"]
    names = [field.name for field in form.rows]
    assert names == ["id_number", "phone", "group", "title"]
    assert [form[name].value() for name in names] == ["kept", "gone", "kept", "kept"]
    page = answer.content.decode()
    assert "138****5678" in page
    assert "13812345678" not in page


def test_the_chosen_values_stay_and_the_trail_tells_both_numbers(as_chair, pair):
    kept, gone = pair
    chosen = {"id_number": "gone", "phone": "gone", "group": "kept", "title": "gone"}

    answer = as_chair.post(
        address(kept, gone), {"versions": "1-1", "is_one": "on"} | chosen
    )

    assert answer.url == kept.get_absolute_url()
    kept.refresh_from_db()
    assert (kept.id_number, kept.phone, kept.title) == ("B2", "13812345678", "高级教师")
    assert kept.group is not None
    entry = AuditEntry.objects.get(action="member.merged")
    told = {name: entry.details[name] for name in ("kept", "gone", "taken")}
    assert told == {"kept": "A1", "gone": "B2", "taken": ["身份证号", "手机", "职称"]}
    assert "13812345678" not in str(entry.details)


def test_the_other_record_keeps_its_number_and_name_only(pair):
    kept, gone = pair

    merged(kept, gone)

    gone.refresh_from_db()
    assert (gone.staff_no, gone.name, gone.merged_into) == ("B2", "郑怡", kept)
    assert (gone.phone, gone.id_number, gone.id_index) == ("", "", None)
    assert (gone.birth_date, gone.joined_union_on, gone.group) == (None, None, None)


def test_it_stands_in_no_list_and_no_picker(as_chair, pair):
    kept, gone = pair
    merged(kept, gone)
    today = DAY(2026, 3, 1)

    roster = [m.staff_no for m in as_chair.get("/members/?q=郑怡").context["page"]]
    assert roster == ["A1"]
    rows = Member.objects
    for found in (rows.on_roll(today), rows.gone(), rows.working(), rows.retired()):
        assert gone not in found
    for typed in ("郑怡", "zy", "A1", "B2", "郑怡（B2）"):
        assert MemberField().clean(typed) == kept


def test_its_number_leads_to_the_record_that_stayed(as_chair, pair):
    kept, gone = pair
    merged(kept, gone)

    assert as_chair.get(gone.get_absolute_url()).url == kept.get_absolute_url()
    found = as_chair.get("/members/?q=B2").context["page"]
    assert [member.pk for member in found] == [kept.pk]
    assert "（A1）" in as_chair.get("/find/?q=b2").content.decode()


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        # Both run: one that began with the earlier.
        ((2010, None), (2012, None), [(2010, None)]),
        # The earlier ended within the later.
        ((2010, 2015), (2012, None), [(2010, None)]),
        ((2010, 2020), (2012, 2015), [(2010, 2020)]),
        # Parted ones stay two.
        ((2010, 2012), (2015, None), [(2010, 2012), (2015, None)]),
        ((2015, None), (2010, 2012), [(2010, 2012), (2015, None)]),
        ((2010, None), (2010, None), [(2010, None)]),
    ],
)
def test_memberships_that_overlap_become_one(db, first, second, whole):
    def day(year):
        return year and DAY(year, 9, 1)

    def someone(begun, ended):
        left = {"left_union_on": day(ended)} if ended else {}
        return make.member(joined_union_on=day(begun), **left)

    kept, gone = someone(*first), someone(*second)

    merged(kept, gone)

    assert periods(kept) == [(day(begun), None, day(ended)) for begun, ended in whole]
    assert periods(gone) == []
    assert not Member.objects.out_of_step().exists()


def test_a_kept_membership_stays_kept(db):
    kept = make.member()
    gone = make.member(work_status="retired", retired_on=DAY(2020, 9, 1))

    merged(kept, gone, taken=["work_status", "retired_on"])

    assert periods(kept) == [(DAY(2010, 9, 1), DAY(2020, 9, 1), None)]


def test_values_that_contradict_each_other_are_refused(as_chair, db):
    kept = make.member(birth_date=DAY(1985, 1, 1))
    gone = make.member(birth_date=DAY(2012, 1, 1), joined_union_on=None)

    answer = as_chair.post(
        address(kept, gone), {"versions": "1-1", "birth_date": "gone"}
    )

    assert answer.status_code == 409
    assert "对不上" in answer.content.decode()
    kept.refresh_from_db()
    assert (kept.birth_date, kept.version) == (DAY(1985, 1, 1), 1)


def test_a_record_changed_meanwhile_is_looked_at_again(as_chair, pair):
    kept, gone = pair
    stale = Member.objects.get(pk=gone.pk)
    Member.objects.filter(pk=gone.pk).update(version=2)

    page = as_chair.post(address(kept, gone), {"versions": "1-1"})

    assert "请重新对照" in page.content.decode()
    with pytest.raises(StateError, match="刚才有人改过"):
        member_merge(kept, stale, by=None, taken=[])
    gone.refresh_from_db()
    assert gone.merged_into is None


def test_a_record_is_not_merged_into_itself(as_chair, pair):
    kept, _ = pair

    assert as_chair.get(address(kept, kept)).status_code == 403
    chosen = as_chair.post(f"/members/{kept.pk}/merge/", {"other": "A1"})
    assert "这就是同一条记录" in chosen.content.decode()


def test_the_second_record_is_named_on_the_members_page(as_chair, pair):
    kept, gone = pair

    answer = as_chair.post(f"/members/{kept.pk}/merge/", {"other": "B2"})

    assert answer.url == address(kept, gone)
    page = as_chair.get(kept.get_absolute_url()).content.decode()
    assert f'href="/members/{kept.pk}/merge/"' in page
