"""What stands around every page: whose office this is, and the way to its rooms."""

from dataclasses import dataclass
from fnmatch import fnmatchcase

from django.conf import settings
from django.urls import reverse

from members import roles
from members.models import Office

IN_THE_BAR = 5


@dataclass(frozen=True)
class Room:
    """An entry of the navigation: `owns` are the names of the pages in it.

    `often` puts it into the bar of phones, where four fit beside 更多.
    """

    label: str
    url_name: str
    icon: str
    owns: tuple
    roles: tuple = ()  # nobody named: everybody
    often: bool = False


ROOMS = (
    Room("工作台", "home", "home", ("home",), often=True),
    Room("计划", "plans:wall", "calendar", ("plans:*",), often=True),
    Room(
        "会员",
        "members:member_list",
        "people",
        ("members:*",),
        (roles.CHAIR, roles.COMMITTEE, roles.GROUP_LEADER, roles.SYSADMIN),
    ),
    Room("教代会", "congress:proposal_list", "proposal", ("congress:*",), often=True),
    Room(
        "送温暖",
        "welfare:visit_list",
        "heart",
        ("welfare:*",),
        (roles.CHAIR, roles.COMMITTEE, roles.GROUP_LEADER, roles.AUDITOR),
        often=True,
    ),
    Room(
        "年终",
        "year",
        "chart",
        ("year*",),
        (roles.CHAIR, roles.COMMITTEE, roles.AUDITOR, roles.LEADER),
    ),
    Room(
        "我的",
        "me",
        "person",
        ("me", "personal", "account_*", "mfa_*", "usersessions_*", "plans:feed*"),
    ),
    Room("后台", "admin:index", "gear", ("admin:*",), roles.STAFF),
    Room(
        "账号",
        "members:account_list",
        "key",
        ("members:account*", "members:office_edit"),
        (roles.CHAIR, roles.SYSADMIN),
    ),
)


@dataclass(frozen=True)
class Frame:
    """What base.html tells besides the page."""

    union_name: str
    person: object
    demo: bool
    insecure: bool


def of(request):
    """The frame of this request; a page that failed early has no person yet."""
    person = known_person(request)
    if request is None:
        return make(person)
    if not hasattr(request, "office_frame"):
        request.office_frame = make(person)
    return request.office_frame


def known_person(request):
    user = request.user if hasattr(request, "user") else None
    return user if user and user.is_authenticated else None


def make(person):
    return Frame(
        union_name=Office.load().union_name,
        person=person,
        demo=settings.DEMO,
        insecure=settings.INTRANET_HTTP
        and not settings.DEMO
        and person is not None
        and person.has_role(roles.SYSADMIN),
    )


def nav(request):
    """The rooms this person may enter, and which of them stand in the phone's bar."""
    person = known_person(request)
    here = room_of(request.resolver_match)
    entries = [
        {"room": room, "url": reverse(room.url_name), "here": room is here}
        for room in ROOMS
        if not room.roles or person.has_role(*room.roles)
    ]
    first, more = parted(entries)
    return {
        "entries": entries,
        "first": first,
        "more": more,
        "here_in_more": any(entry["here"] for entry in more),
        "path": request.path,
    }


def parted(entries):
    """What stands in the phone's bar, and what hides behind 更多."""
    if len(entries) <= IN_THE_BAR:
        return entries, []
    wanted = sorted(entries, key=lambda entry: not entry["room"].often)
    first = wanted[: IN_THE_BAR - 1]
    return (
        [entry for entry in entries if entry in first],
        [entry for entry in entries if entry not in first],
    )


def room_of(match):
    """The room whose pattern fits the page's name most closely."""
    name = match.view_name if match else ""
    fits = [
        (len(pattern), room)
        for room in ROOMS
        for pattern in room.owns
        if fnmatchcase(name or "", pattern)
    ]
    return max(fits, key=lambda fit: fit[0])[1] if fits else None
