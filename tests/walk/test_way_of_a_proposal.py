"""The third job: a teacher's proposal travels from the draft to its rating."""

import pytest
from playwright.sync_api import expect

from tests.walk.steps import enter, field, follow, press, state, told

pytestmark = pytest.mark.browser

TITLE = "在教学楼每层增设直饮水机"
REASON = "三栋教学楼只有一楼有饮水机，课间要排队，年级组多次反映。"
MEASURES = "请总务处在每层楼梯口装一台直饮水机，每学期换滤芯，暑假前完成。"


def write(page, title):
    """Fill in a proposal up to the button."""
    enter(page, "我的")
    follow(page, "写提案")
    field(page, "案由").fill(title)
    field(page, "类别").select_option(index=1)
    field(page, "理由").fill(REASON)
    field(page, "建议措施").fill(MEASURES)


def written(page, names):
    """A draft with people asked to second; returns its address."""
    write(page, TITLE)
    press(page, "保存草稿")
    told(page, "草稿已保存")
    address = page.url
    follow(page, "邀请附议人")
    field(page, "附议人").fill("、".join(names))
    press(page, "发出邀请")
    told(page, "等待他们确认")
    expect(page.get_by_role("button", name="提交提案")).to_be_disabled()
    return address


def second(page, address):
    expect(page.locator("#todo-head + *")).to_contain_text("请你附议")
    page.goto(address)
    press(page, "附议")
    told(page, "已附议")


def take_up(page, address, handler):
    """The committee accepts it and hands it to the department of `handler`."""
    page.goto(address)
    follow(page, "审查")
    page.get_by_label("立案：属于职权范围").check()
    press(page, "保存审查结果")
    told(page, "立案")
    follow(page, "交办")
    option = page.locator("select[name=department] option", has_text=handler)
    field(page, "承办部门").select_option(value=option.get_attribute("value"))
    press(page, "交给承办部门")
    told(page, "等待答复")


def answer(page, address):
    page.goto(address)
    follow(page, "答复")
    page.get_by_label("采纳，正在解决").check()
    field(page, "答复内容").fill("已列入采购，先装二、三层，四月底前全部装好。")
    field(page, "计划完成日期").fill("2027-4-30")
    press(page, "送出答复")
    told(page, "等待提案人评价")


def test_a_proposal_goes_from_the_draft_to_its_rating(page_as, office):
    number = {role: one["username"] for role, one in office.accounts.items()}
    author = page_as("member")
    address = written(author, [number["member2"], number["committee2"]])
    for role in ("member2", "committee2"):
        second(page_as(role), address)
    author.reload()
    press(author, "提交提案")
    told(author, "已提交，编号")

    name = f"Member.objects.get(staff_no='{number['handler']}').name"
    take_up(page_as("committee"), address, office.ask(name))
    answer(page_as("handler"), address)
    author.goto(address)
    follow(author, "评价答复")
    author.get_by_label("满意", exact=True).check()
    press(author, "保存评价")

    told(author, "已评价")
    state(author, "已办结")
    everybody = page_as("member2")
    everybody.goto(address)
    expect(everybody.locator("main")).to_contain_text("四月底前全部装好")


def test_a_double_click_makes_one_proposal(page_as, office):
    title = "给年级办公室配急救箱"
    page = page_as("member2")
    write(page, title)
    page.get_by_role("button", name="保存草稿").dblclick()

    told(page, "草稿已保存")
    assert office.ask(f"Proposal.objects.filter(title='{title}').count()") == 1


def test_the_same_form_sent_twice_makes_one_proposal(page_as, office):
    """As two taps on a slow line: the page is still there when both have left."""
    title = "阅览室周末开放"
    page = page_as("member2")
    write(page, title)
    statuses = page.evaluate(
        """async () => {
            const form = document.querySelector("form.office-form");
            const send = () => fetch(form.action, {method: "POST", body: new FormData(form)});
            return (await Promise.all([send(), send(), send()])).map((one) => one.status);
        }"""
    )

    assert statuses == [200, 200, 200]
    assert office.ask(f"Proposal.objects.filter(title='{title}').count()") == 1
