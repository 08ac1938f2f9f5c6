"""Rows of a file against the roster: who is meant, what would change."""

import difflib
import re
import unicodedata
from collections import defaultdict
from types import SimpleNamespace

from django.db.models import Count, Max, Sum

from members import columns, sealing
from members.importing.days import Day, spoken
from members.importing.rows import LABELS, MASKS
from members.models import Department, Member, Membership, UnionGroup
from members.models.roster import LEAVING

LIFE = {*columns.DAYS, "left_union_on"}
SECRET = set(MASKS)
UNSPOKEN = {"staff_no", "birth_day_known"}  # the key; told by the birth date
RETIRED = (Member.WorkStatus.RETIRED, Member.WorkStatus.RETIRED_CADRE)
KIND_OF_PLACE = re.compile(
    "(?:工会)?(?:小组|教研组|备课组|年级组|办公室|中心|组|处|室|部|科|馆|系|学院)$"
)
GONE = (Member.WorkStatus.LEFT, Member.WorkStatus.DEAD)


def compare(rows, *, make_places):
    """Fill in the member, the changes, the problems and the kind of each row.

    Where no department or group is registered at all there is nothing to mistype: the
    first roster brings its own.
    """
    places = {
        "department": _by_name(Department.objects.all()),
        "group": _by_name(UnionGroup.objects.all()),
    }
    roster = _Roster(Member.objects.with_places().with_memberships())
    free = {name for name, known in places.items() if make_places or not known}
    _find_doubles(rows)
    for row in rows:
        _check_places(row, places, free)
        roster.find(row)
        _keep_what_is_known(row)
        _check_days(row)
    _find_shared(rows)
    for row in rows:
        row.changes = list(_changes(row)) if row.member else []
        _check_gone(row)
        _tell_of_membership(row)
        if row.problems:
            row.kind = "error"
        elif row.member:
            row.kind = "changed" if row.changes else "unchanged"
        if row.kind == "unchanged":
            row.doubts, row.remarks = [], []


def stamp():
    """One word for the roster as it stands: another after each deed on it."""
    told = [
        table.objects.aggregate(Count("pk"), Max("pk"), Sum("version"))
        for table in (Member, Membership)
    ]
    for table in (Department, UnionGroup):
        told += table.objects.order_by("pk").values_list("pk", "name", "is_active")
    return repr(told)


class _Roster:
    """Who is on the roster, by all that a row may be recognised by."""

    def __init__(self, members):
        self.by_staff_no, self.by_index = {}, {}
        self.by_name = defaultdict(list)
        members = list(members)
        # The 工号 of a record that was merged leads to the one that stayed.
        kept = {member.pk: member for member in members if not member.merged_into_id}
        for member in members:
            if member.merged_into_id:
                self.by_staff_no[member.staff_no.casefold()] = kept[
                    member.merged_into_id
                ]
                continue
            self.by_staff_no[member.staff_no.casefold()] = member
            self.by_name[member.name].append(member)
            if member.id_index:
                self.by_index[member.id_index] = member

    def find(self, row):
        owner = self.by_index.get(sealing.index(row.values.get("id_number", "")))
        staff_no = row.values.get("staff_no")
        if staff_no:
            row.member = self.by_staff_no.get(staff_no.casefold())
            if owner and owner is not row.member:
                told = f"这个身份证号已登记在 {_called(owner)}名下。"
                row.problems.append((LABELS["id_number"], told))
            self._doubt_name(row)
        elif LABELS["staff_no"] not in {column for column, _ in row.problems}:
            row.member = owner
            if owner:
                self._doubt_name(row)
            else:
                self._find_by_birth(row)

    def _doubt_name(self, row):
        """A known number under another name: somebody else, or a new name?"""
        if row.member and row.name and row.member.name != row.name:
            told = f"名册里这个号码是 {_called(row.member)}，请核对是不是同一个人。"
            row.doubts.append((LABELS["name"], told))
        if row.member is None:
            for other in self._fitting(row):
                told = f"名册里已有同名、同出生日期的 {_called(other)}。"
                row.doubts.append((LABELS["name"], told))

    def _fitting(self, row):
        day = row.days.get("birth_date")
        born = row.values.get("birth_date")
        namesakes = self.by_name.get(row.name, ())
        if born is None:
            return []
        return [member for member in namesakes if _is_born(member, day or Day(born))]

    def _find_by_birth(self, row):
        has_number = "id_number" in row.values
        namesakes = self.by_name.get(row.name, ())
        fitting = self._fitting(row)
        if has_number:
            fitting = [member for member in fitting if not member.id_index]
            namesakes = fitting
        elif "birth_date" not in row.values:
            told = "没有工号、身份证号，也没有出生日期，认不出是谁。"
            row.problems.append((LABELS["name"], told))
            return
        if len(fitting) == 1:
            row.member = fitting[0]
            told = f"按姓名和出生日期认作 {_called(row.member)}，请核对。"
            row.doubts.append((LABELS["name"], told))
        elif namesakes:
            names = "、".join(map(_called, namesakes[:5]))
            told = f"名册里有同名的 {names}，分不清是哪一位；请加上工号。"
            row.problems.append((LABELS["name"], told))
        else:
            row.remarks.append((LABELS["staff_no"], "没有工号，导入时编一个。"))


def _keep_what_is_known(row):
    """A month does not replace a day of it, nor does what an ID number told, nor the
    工号 of a record that was merged."""
    if row.member is None:
        return
    if row.values.get("staff_no", row.member.staff_no) != row.member.staff_no:
        row.kept.add("staff_no")
        told = f"这个工号已并入 {_called(row.member)}。"
        row.remarks.append((LABELS["staff_no"], told))
    for name in row.values:
        old = getattr(row.member, name)
        fits = name in row.days and row.days[name].fits(old)
        if (fits and row.days[name].known != "day") or (
            name in row.derived and old and not _completes(row, name)
        ):
            row.kept.add(name)
            row.remarks = [told for told in row.remarks if told[0] != LABELS.get(name)]
    if "birth_date" in row.kept:
        row.kept.add("birth_day_known")


def _completes(row, name):
    """Whether the ID number tells the day of a birth month that the roster has."""
    return name == "birth_date" and _is_month_of(row.member, row.values[name])


def _is_month_of(member, day):
    born = member.birth_date
    is_month = born is not None and not member.birth_day_known
    return is_month and (born.year, born.month) == (day.year, day.month)


def _is_born(member, day):
    """Whether a person's birth date is what a Day says, as far as both are known."""
    if day.fits(member.birth_date):
        return True
    return day.known == "day" and _is_month_of(member, day.day)


def _called(member):
    return f"{member.name}（{member.staff_no}）"


def _by_name(places):
    return {_key(place.name): place for place in places}


def _key(name):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", name))


def _find_doubles(rows):
    """The same 工号, ID number, or name and birthday without either, in the file."""
    for name, words in (("staff_no", "工号"), ("id_number", "身份证号")):
        first = {}
        for row in rows:
            value = row.values.get(name)
            if value is None:
                continue
            earlier = first.setdefault(value.casefold(), row)
            if earlier is not row:
                sentence = f"与第 {earlier.number} 行的{words}相同。"
                row.problems.append((LABELS[name], sentence))
    first = {}
    for row in rows:
        if row.name and not {"staff_no", "id_number"} & row.values.keys():
            earlier = first.setdefault((row.name, row.told("birth_date")), row)
            if earlier is not row:
                sentence = f"与第 {earlier.number} 行同名、同出生日期。"
                row.problems.append((LABELS["name"], sentence))


def _find_shared(rows):
    """Two rows that were taken for one person."""
    first = {}
    for row in rows:
        if row.member is None:
            continue
        earlier = first.setdefault(row.member.pk, row)
        if earlier is not row and not row.problems:
            told = f"与第 {earlier.number} 行都认作 {_called(row.member)}。"
            row.problems.append((LABELS["name"], told))


def _check_days(row):
    """Days that contradict each other, or what stands in the roster."""
    life = SimpleNamespace(**{name: getattr(row.member, name, None) for name in LIFE})
    for name in LIFE & row.written.keys():
        setattr(life, name, row.values[name])
    told = list(_before_birth(row, life))
    if not told and LEAVING in Member.impossible(life):
        left = spoken(life.left_union_on)
        told = [("joined_union_on", f"晚于名册里的离会日期 {left}，请核对。")]
    if row.member and "joined_union_on" in row.written and not told:
        anew = Membership.begun_anew(row.member, life.joined_union_on)
        told = [("joined_union_on", sentence) for sentence in anew]
    row.problems += [(LABELS[name], sentence) for name, sentence in told]


def _before_birth(row, life):
    """(field, sentence) of each day that does not follow the birth, both named."""
    for name in Member.unborn(life):
        day = getattr(life, name)
        born = spoken(row.told("birth_date") or life.birth_date)
        if name in row.written:
            told = spoken(row.told(name) or day)
            yield name, f"{told} 不晚于出生日期 {born}，请核对是哪一个写错了。"
        else:
            label = Member._meta.get_field(name).verbose_name
            told = f"{born} 不早于名册里的{label} {spoken(day)}，请核对。"
            yield "birth_date", told


def _check_places(row, places, free):
    """`free` are the fields whose missing places are made."""
    for name in columns.PLACES & row.values.keys():
        wanted = row.values[name]
        known = places[name].get(_key(wanted))
        if known and known.is_active:
            row.values[name] = known.name
        elif known:
            told = f"「{known.name}」已停用。请改成在用的，或到后台启用。"
            row.problems.append((LABELS[name], told))
        elif name in free:
            row.new_places[name] = wanted
        else:
            near = _near(_key(wanted), places[name])
            hint = f"是不是「{near}」？" if near else "名字没有写错的，可以新建。"
            row.problems.append((LABELS[name], f"没有「{wanted}」。{hint}"))


def _near(wanted, places):
    """The active place whose name is most like this one, or ""."""
    names = {key: place.name for key, place in places.items() if place.is_active}
    own = _own_words(wanted)
    alike = [key for key in names if set(own) & set(_own_words(key))]
    inside = [key for key in alike if own in key or _own_words(key) in wanted]
    close = inside or difflib.get_close_matches(wanted, alike, 1, 0.5)
    return names[close[0]] if close else ""


def _own_words(name):
    """Of 数学小组 and 数学教研组 the 数学."""
    return KIND_OF_PLACE.sub("", name) or name


def _check_gone(row):
    """Somebody who left has this number: come back, or somebody new?"""
    if row.member is None or not row.changes:
        return
    member, status = row.member, row.values.get("work_status")
    if member.work_status in GONE and status != member.work_status:
        if status and row.name == member.name:
            told = f"{_called(member)}原来是「{member.get_work_status_display()}」，这次恢复。"
            row.doubts.append((LABELS["work_status"], told))
        else:
            told = (
                f"这个号码是已经{member.get_work_status_display()}的 {_called(member)}。"
                "本人回来的，先到会员页改人员状态；新来的人，请换一个工号。"
            )
            row.problems.append((LABELS["staff_no"], told))


def _tell_of_membership(row):
    """Who retires, leaves or dies: the membership goes with it (Membership.follows)."""
    status = row.written.get("work_status")
    member = row.member
    if member is None or status in (None, member.work_status):
        return
    if (period := member.running_membership) is None:
        return
    label = LABELS["work_status"]
    if status in RETIRED and period.kept_on is None:
        since = row.written.get("retired_on") or member.retired_on
        day = f"会籍从{spoken(since)}" if since else "没有退休日期，会籍从今天"
        row.remarks.append((label, f"{day}起保留。"))
    elif status in GONE:
        told = "会籍从今天起结束；日期不对的，导入后到会员页更正。"
        row.remarks.append((label, told))


def _changes(row):
    for name, value in row.written.items():
        old = _known(row.member, name)
        told = row.told(name) if name == "birth_date" else value
        if name in UNSPOKEN or str(old or "") == str(told):
            continue
        if name in SECRET:
            mask = MASKS[name]
            yield LABELS[name], mask(old) if old else "", mask(value)
        else:
            yield LABELS[name], _spoken(row.member, name), row.said(name)


def _known(member, name):
    """What stands in the roster; of a birth month no more than the month."""
    return member.birth_text if name == "birth_date" else getattr(member, name)


def _spoken(member, name):
    """How the page shows what stands in the roster now."""
    if name == "birth_date":
        return spoken(member.birth_text) if member.birth_text else ""
    column = Member._meta.get_field(name)
    if name in columns.PLACES:
        value = {"department": member.department, "group": member.group}[name]
    else:
        value = column.value_from_object(member)
    if name in columns.DAYS and value:
        return spoken(value)
    return str(dict(column.flatchoices).get(value, value) or "")
