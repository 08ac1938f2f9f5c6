"""A session from its call to the next one: eight people, each at their own screen."""

import datetime
import re

import pytest
from django.db import connection
from playwright.sync_api import expect

from tests.walk.steps import field, follow, press, state, told

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="the deeds are tested on both databases"
    ),
]

PHONE = {"width": 390, "height": 844}
CLASH = "北楼各层楼梯口装直饮水机"
TEXTS = {
    "member": (
        "在北楼每层加装直饮水机",
        "三栋教学楼只有一楼有饮水机，课间排队，年级组多次反映。",
        "总务处在每层楼梯口装一台直饮水机，每学期换一次滤芯。",
    ),
    "member2": (
        CLASH,
        "二楼以上没有饮水机，老师课间要下楼打水，来回六分钟。",
        "每层楼梯口加装一台直饮水机，暑假前装好。",
    ),
    "group_leader": (
        "教研活动签到改用扫码",
        "每次教研活动都要传纸签到，月底再抄一遍，小组长要花两小时。",
        "用扫码签到，名单自动汇总，月底直接导出。",
    ),
}


def days(number):
    return str(datetime.date.today() + datetime.timedelta(days=number))  # noqa: DTZ011


def new_session(chair, ordinal):
    """Made and opened by the chair; returns its address."""
    chair.goto("/congress/sessions/new/")
    field(chair, "届").select_option(label="第五届教职工代表大会")
    field(chair, "次").fill(str(ordinal))
    field(chair, "召开日期").fill(days(20))
    field(chair, "提案征集开始").fill(days(-1))
    field(chair, "提案征集截止").fill(days(10))
    field(chair, "谁可以附议").select_option(label="全体会员")
    field(chair, "附议人数").fill("2")
    press(chair, "建立会次")
    told(chair, "已建立")
    press(chair, "宣布开始")
    told(chair, "已开始")
    return chair.url


def write(page, role, session):
    """A draft of this session; returns its address."""
    title, reason, measures = TEXTS[role]
    page.goto("/congress/proposals/new/")
    field(page, "会次").select_option(label=session)
    field(page, "案由").fill(title)
    field(page, "类别").select_option(index=1)
    field(page, "理由").fill(reason)
    field(page, "建议措施").fill(measures)
    press(page, "保存草稿")
    told(page, "草稿已保存")
    return page.url


def link_of(page, address):
    """The link that the author passes on."""
    page.goto(address)
    follow(page, "附议链接")
    press(page, "生成链接")
    told(page, "链接已生成")
    return page.get_by_label("链接", exact=True).input_value()


def second_by_link(page, link):
    page.goto(link)
    press(page, "附议")
    told(page, "已附议")


def submit(page, address):
    page.goto(address)
    press(page, "提交提案")
    told(page, "已提交，编号")


def decide(page, address, outcome, note=""):
    page.goto(address)
    follow(page, "审查")
    page.get_by_label(outcome).check()
    field(page, "审查意见").fill(note)
    press(page, "保存审查结果")
    told(page, "已审查")


def hand_over(page, address, handler, leader, verb="交办"):
    page.goto(address)
    follow(page, verb)
    option = page.locator("select[name=department] option", has_text=handler)
    field(page, "承办部门").select_option(value=option.get_attribute("value"))
    field(page, "分管校领导").select_option(label=re.compile(leader).pattern)
    page.locator("form.office-form button[type=submit]").click()
    told(page, "等待答复")


def answer(page, address, text):
    page.goto(address)
    follow(page, "答复")
    page.get_by_label("采纳，已解决").check()
    field(page, "答复内容").fill(text)
    press(page, "送出答复")
    told(page, "审阅")


def approve(page, address):
    page.goto(address)
    press(page, "审阅同意")
    told(page, "已审阅同意")


def rate(page, address, grade, note=""):
    page.goto(address)
    follow(page, "评价答复")
    page.get_by_label(grade, exact=True).check()
    field(page, "评价意见").fill(note)
    press(page, "保存评价")
    told(page, "已评价")


@pytest.fixture
def cast(page_as):
    """The eight: chair, two of the committee, three authors, department, leader."""
    roles = ("chair", "committee", "committee2", "handler", "leader")
    desks = {role: page_as(role) for role in roles}
    return desks | {role: page_as(role, **PHONE) for role in TEXTS}


def names(office):
    number = {role: one["username"] for role, one in office.accounts.items()}

    def name(role):
        asked = f"Member.objects.get(staff_no='{number[role]}').name"
        return office.ask(asked)

    return {role: name(role) for role in ("handler", "leader", "member2")}


def test_a_session_from_its_call_to_the_next(cast, office):
    people = names(office)
    chair, committee, second = cast["chair"], cast["committee"], cast["committee2"]
    member, member2 = cast["member"], cast["member2"]
    session = new_session(chair, 5)
    name = chair.get_by_role("heading", level=1).inner_text()

    # three proposals, seconded on phones: by name, by link, on an open call
    first = write(member, "member", name)
    follow(member, "邀请附议人")
    field(member, "附议人").fill(people["member2"])
    press(member, "发出邀请")
    told(member, "等待他们确认")
    member2.goto(first)
    press(member2, "附议")
    told(member2, "已附议")
    second_by_link(cast["group_leader"], link_of(member, first))
    submit(member, first)

    other = write(member2, "member2", name)
    expect(member2.locator("main")).to_contain_text(CLASH)
    second_by_link(member, link_of(member2, other))
    member2.goto(other)
    press(member2, "公开征求附议")
    told(member2, "已公开征求附议")
    cast["group_leader"].goto("/congress/proposals/?waiting=seconders")
    cast["group_leader"].get_by_role("link", name=CLASH).click()
    press(cast["group_leader"], "附议")
    told(cast["group_leader"], "已附议")
    submit(member2, other)

    third = write(cast["group_leader"], "group_leader", name)
    link = link_of(cast["group_leader"], third)
    for page in (member, member2):
        second_by_link(page, link)
    submit(cast["group_leader"], third)

    # the committee: views, one filed, one merged, one turned to advice with a reason
    second.goto("/congress/proposals/review/")
    second.get_by_role("link", name=re.compile(f"写意见.*{CLASH}")).click()
    second.get_by_label("并案", exact=True).check()
    press(second, "保存我的意见")
    told(second, "已记下你对")
    committee.goto(other)
    expect(committee.locator("main")).to_contain_text("并案")
    follow(committee, "并案")
    lead = committee.locator("select[name=into] option", has_text=TEXTS["member"][0])
    field(committee, "并入哪一件").select_option(value=lead.get_attribute("value"))
    press(committee, "并案")
    told(committee, "已并入")
    decide(committee, first, "立案：属于职权范围", "事关全体，有条件办")
    decide(second, third, "转为意见建议", "工会自己就能办，不必立案")

    # handed over, answered, read by the leader, not good enough
    hand_over(committee, first, people["handler"], people["leader"])
    answer(cast["handler"], first, "已经研究，学校将适时考虑安装。")
    approve(cast["leader"], first)
    rate(member, first, "不满意", "没有说哪一天装、装几台。")
    state(member, "待重新交办")
    committee.goto(first)
    committee.get_by_role("link", name="重新交办").click()
    committee.locator("form.office-form button[type=submit]").click()
    told(committee, "已重新交办")
    answer(cast["handler"], first, "六台直饮水机本周六安装，由总务处每月检查。")
    approve(cast["leader"], first)
    rate(member, first, "满意")
    state(member, "已办结")

    # the report, and what the next session takes over
    chair.goto(f"{session}report/")
    report = chair.locator("main")
    expect(report).to_contain_text("共收到提案 3 件：立案 2 件（66.7%），并案后 1 件")
    expect(report).to_contain_text("转为意见建议 1 件（33.3%）")
    expect(report).to_contain_text("满意率 100%")
    chair.goto(session)
    press(chair, "宣布闭幕")
    told(chair, "已闭幕")
    new_session(chair, 6)
    chair.get_by_role("link", name=re.compile("以前会次结转")).click()
    expect(chair.locator("main")).to_contain_text(TEXTS["group_leader"][0])
    expect(chair.locator("main")).not_to_contain_text(TEXTS["member"][0])
