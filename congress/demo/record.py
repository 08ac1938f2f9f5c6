"""The demo school's record: what last year's session dealt with, what this year's will."""

import datetime

from django.core.files.base import ContentFile

from congress.models import (
    AgendaItem,
    AgendaPaper,
    Opinion,
    Question,
    Resolution,
    Sitting,
    Task,
)
from congress.services import proceedings as services
from congress.services.sessions import lay_out
from unionoffice import officialpaper

AGENDA = (
    ("学校工作报告", "hear", "校长"),
    ("财务工作报告", "hear", "总务主任"),
    ("工会工作报告", "hear", "工会主席"),
    ("上次会议提案办理情况报告", "deliberate", "提案委员会"),
    ("绩效工资分配办法（修订稿）", "adopt", "人事干部"),
    ("学校领导干部民主评议", "appraise", "党总支"),
)
OPINIONS = (
    "绩效办法里班主任津贴的比例再提高一些",
    "班主任津贴偏低，建议再加",
    "课后服务费的发放时间要写进办法",
    "体检项目可以让老师自己选一项",
    "教师食堂早餐品种太少",
    "希望食堂早餐多几样",
    "老教学楼厕所要大修",
    "教研活动不要排在周五最后两节",
)
SAME = ((0, 1), (4, 5))  # places in OPINIONS of those that say the same
QUESTIONS = (
    (
        "去年的基建结余用到哪里去了？",
        "总务主任",
        "结余十八万元，用于北楼屋面防水，决算已在公告栏公布。",
    ),
    (
        "新职称评审办法什么时候征求意见？",
        "人事干部",
        "草稿十月发到各组，征求意见两周，再提交教代会讨论。",
    ),
)
MINUTES = (
    "主持人宣布应到、实到人数，达到三分之二，会议有效。\n"
    "听取学校、财务、工会工作报告，审议提案办理情况报告。\n"
    "分组讨论绩效工资分配办法，各代表团团长汇报讨论意见。\n"
    "无记名表决通过绩效工资分配办法。"
)


def seed_past(session, chair):
    """All of it done, voted, answered and merged."""
    lay_out(session)
    held = session.held_on
    Task.objects.filter(session=session).update(done_on=held, done_by=chair)
    items = _agenda(session)
    AgendaItem.objects.filter(session=session).update(outcome="done")
    voted = items[4]
    AgendaItem.objects.filter(pk=voted.pk).update(outcome="passed")
    base = session.congress.delegates.on(held).full().count()
    yes = base * 4 // 5
    Resolution.objects.create(
        session=session,
        item=voted,
        title="绩效工资分配办法",
        text="会议审议通过《绩效工资分配办法（修订稿）》，自下学期起施行。",
        passed_on=held,
        posted_on=held + datetime.timedelta(days=2),
        of=base,
        yes=yes,
        no=1,
        abstained=1,
    )
    askers = list(session.congress.delegates.on(held).full().order_by("pk")[:2])
    for seat, (text, by, answer) in zip(askers, QUESTIONS, strict=True):
        Question.objects.create(
            session=session,
            asker=seat.member,
            text=text,
            answered_by=by,
            answer=answer,
            answered_on=held,
        )
    _opinions(session, chair)
    Sitting.objects.filter(session=session).update(minutes=MINUTES)


def _agenda(session):
    return [
        AgendaItem.objects.create(
            session=session, order=order, title=title, verb=verb, speaker=speaker
        )
        for order, (title, verb, speaker) in enumerate(AGENDA, 1)
    ]


def _opinions(session, chair):
    teams = list(session.congress.delegations.all()) or [None]
    rows = [
        Opinion.objects.create(
            session=session, delegation=teams[number % len(teams)], text=text
        )
        for number, text in enumerate(OPINIONS)
    ]
    for first, second in SAME:
        services.opinions_merge([rows[first], rows[second]], by=chair)


def seed_coming(session, chair):
    """The first steps are done, the agenda stands, one paper is there."""
    lay_out(session)
    for task in session.tasks.order_by("order")[:3]:
        services.task_tick(task, by=chair, done=True)
    items = _agenda(session)
    title = "工会工作报告（征求意见稿）"
    file = officialpaper.begun(title, "校工会")
    file.add_paragraph("一年来，工会围绕学校中心工作，做了以下几件事。")
    paper = ContentFile(officialpaper.finished(file), name=f"{title}.docx")
    paper.content_type = officialpaper.MIME
    AgendaPaper.made_from(paper, item=items[2], added_by=chair).save()
