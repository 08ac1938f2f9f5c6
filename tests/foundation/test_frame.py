"""What stands around every page: name, rooms by role, warnings, errors."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import resolve, reverse

from members import roles
from members.models import Office
from tests import make_members as make
from unionoffice.pages import frame

ROOMS_BY_ROLE = {
    roles.CHAIR: "工作台 计划 会员 教代会 送温暖 年终 我的 后台 账号",
    roles.COMMITTEE: "工作台 计划 会员 教代会 送温暖 年终 我的 后台",
    roles.GROUP_LEADER: "工作台 计划 会员 教代会 送温暖 我的",
    roles.AUDITOR: "工作台 计划 教代会 送温暖 年终 我的",
    roles.HANDLER: "工作台 计划 教代会 我的",
    roles.LEADER: "工作台 计划 教代会 年终 我的",
    roles.MEMBER: "工作台 计划 教代会 我的",
    roles.SYSADMIN: "工作台 计划 会员 教代会 我的 后台 账号",
}


def asked(path, user):
    request = RequestFactory().get(path)
    request.user = user
    request.resolver_match = resolve(path)
    return request


def labels(entries):
    return [entry["room"].label for entry in entries]


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROOMS_BY_ROLE)
def test_each_role_sees_its_rooms(role):
    found = frame.nav(asked("/me/", make.user(role)))

    assert labels(found["entries"]) == ROOMS_BY_ROLE[role].split()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "first", "more"),
    [
        (roles.MEMBER, "工作台 计划 教代会 我的", ""),
        (roles.LEADER, "工作台 计划 教代会 年终 我的", ""),
        (roles.COMMITTEE, "工作台 计划 教代会 送温暖", "会员 年终 我的 后台"),
        (roles.SYSADMIN, "工作台 计划 会员 教代会", "我的 后台 账号"),
    ],
)
def test_the_bar_of_a_phone_has_five_places(role, first, more):
    found = frame.nav(asked("/", make.user(role)))

    assert labels(found["first"]) == first.split()
    assert labels(found["more"]) == more.split()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "room"),
    [
        ("home", "工作台"),
        ("members:member_list", "会员"),
        ("members:account_list", "账号"),
        ("members:office_edit", "账号"),
        ("account_change_password", "我的"),
        ("find", None),
    ],
)
def test_the_room_of_the_page_is_marked(name, room):
    found = frame.nav(asked(reverse(name), make.user(roles.CHAIR)))

    here = [entry["room"].label for entry in found["entries"] if entry["here"]]
    assert here == ([room] if room else [])


def test_the_page_names_the_union_and_has_one_heading(as_chair):
    Office.objects.update_or_create(pk=1, defaults={"union_name": "临江二中工会"})

    text = as_chair.get("/me/").content.decode()

    assert "<title>我的 · 学校工会办公室</title>" in text
    assert re.findall(r"<h1>(.*?)</h1>", text) == ["我的"]
    assert '<span class="brand-name">临江二中工会</span>' in text


@pytest.mark.parametrize(
    ("demo", "intranet", "warned"),
    [(False, True, True), (True, True, False), (False, False, False)],
)
def test_plain_http_is_told_to_the_sysadmin(
    as_sysadmin, settings, demo, intranet, warned
):
    settings.DEMO, settings.INTRANET_HTTP = demo, intranet

    text = as_sysadmin.get("/me/").content.decode()

    assert ("本站没有加密传输" in text) == warned
    assert ("演示数据" in text) == demo


def test_plain_http_is_no_news_for_others(as_chair, settings):
    settings.DEMO, settings.INTRANET_HTTP = False, True

    assert "本站没有加密传输" not in as_chair.get("/me/").content.decode()


def test_a_missing_page_says_so_in_the_frame(as_member):
    answer = as_member.get("/nowhere/")

    assert answer.status_code == 404
    assert '<p id="reason">地址写错了' in answer.content.decode()


def test_the_back_office_is_for_other_parts_of_people(as_member):
    answer = as_member.get("/admin/", follow=True)

    assert answer.status_code == 403
    assert "这一页由别的身份使用。" in answer.content.decode()


@pytest.mark.parametrize("name", ["500.html", "400.html"])
def test_the_last_pages_need_neither_context_nor_database(name):
    text = render_to_string(name)

    assert '<html lang="zh-Hans">' in text
    assert '<p id="reason">' in text


def test_every_icon_asked_for_is_in_the_sprite():
    sprite = (settings.BASE_DIR / "static" / "icons.svg").read_text(encoding="utf-8")
    drawn = set(re.findall(r'<symbol id="(\w+)"', sprite))
    pages = Path(settings.BASE_DIR / "templates").rglob("*.html")
    text = "".join(page.read_text(encoding="utf-8") for page in pages)

    asked_for = set(re.findall(r'{% icon "(\w+)"', text))
    asked_for |= {room.icon for room in frame.ROOMS}

    assert asked_for - drawn == set()
