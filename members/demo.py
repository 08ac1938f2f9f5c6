"""The people of the demo school: invented, and unlike any real number."""

import datetime
import random

from django.utils import timezone

from members import demo_places, demodoubts, family, idnumber, passwords, roles
from members.models import (
    Department,
    Member,
    Membership,
    Office,
    UnionGroup,
    User,
)
from members.services import memberships, placements, places

# Nobody's: no region has the code 990101, no operator the numbers 1990000….
REGION = "990101"
PHONE = "1990000"
SCHOOL = "江州市实验小学"
DEPARTMENTS = (
    "语文组",
    "数学组",
    "英语组",
    "音体美组",
    "科学信息组",
    "教务处",
    "总务处",
    "校长室",
    "图书电教组",
)
GROUPS = (
    "一年级小组",
    "二年级小组",
    "三年级小组",
    "四年级小组",
    "五年级小组",
    "六年级小组",
    "综合小组",
    "行政后勤小组",
    "退休一组",
    "退休二组",
)
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎"
WOMEN = (
    "慧敏",
    "雅琴",
    "淑兰",
    "晓燕",
    "丽华",
    "静怡",
    "雨桐",
    "佳宁",
    "秀英",
    "玉梅",
    "婷",
    "洁",
    "欣怡",
    "文静",
    "春霞",
    "海燕",
    "思琪",
    "若溪",
    "美玲",
    "桂芳",
)
MEN = (
    "建国",
    "志强",
    "文博",
    "浩然",
    "立新",
    "永康",
    "国栋",
    "俊杰",
    "明远",
    "子轩",
    "海涛",
    "伟",
    "磊",
    "振华",
    "德明",
    "家豪",
)
TITLES = (
    "正高级教师",
    "高级教师",
    "高级教师",
    "一级教师",
    "一级教师",
    "一级教师",
    "二级教师",
    "二级教师",
)
POLITICS = ("中共党员", "中共党员", "群众", "群众", "群众", "共青团员", "民盟盟员")
# One account a role, and seconds where a story needs two.
CAST = (
    ("chair", "工会主席", roles.CHAIR),
    ("committee", "工会委员", roles.COMMITTEE),
    ("committee2", "工会委员（二）", roles.COMMITTEE),
    ("group_leader", "工会小组长", roles.GROUP_LEADER),
    ("auditor", "经审委员", roles.AUDITOR),
    ("handler", "承办部门", roles.HANDLER),
    ("leader", "校领导", roles.LEADER),
    ("member", "会员", roles.MEMBER),
    ("member2", "会员（二）", roles.MEMBER),
    ("sysadmin", "系统管理员", roles.SYSADMIN),
)


def seed(rng):
    """The office, departments, groups and about 120 people."""
    today = timezone.localdate()
    office = Office(pk=1, school_name=SCHOOL, union_name=f"{SCHOOL}工会")
    office.seal_text = f"{SCHOOL}工会委员会"
    office.card_prefix = "JZ"
    office.autumn_term_on = datetime.date(today.year, 9, 1)
    office.spring_term_on = datetime.date(today.year, 2, 24)
    office.save()
    departments = [
        Department.objects.create(name=name, order=n)
        for n, name in enumerate(DEPARTMENTS)
    ]
    groups = [UnionGroup.objects.create(name=n, order=i) for i, n in enumerate(GROUPS)]
    people = [*_working(rng, today, departments, groups), *_retired(rng, today, groups)]
    own = random.Random(SCHOOL)  # noqa: S311  what comes later stays as it was
    for person in people:
        _family(own, person, today)
        person.derive()
    Member.objects.bulk_create(people)
    memberships.memberships_begin(people)
    placements.placements_begin(people)
    _came_back(people, today)
    for group in groups:
        group.leader = group.members.order_by("staff_no").first()
        group.save()
    places.leadings_begin(groups)
    demo_places.seed_places(departments, groups, today)
    demodoubts.seed(today)


def _working(rng, today, departments, groups):
    """96 people at work, some of them in a state that lists must cope with."""
    names = _names(rng, 90, share=0.72)
    names[10:12] = [("王芳", "女"), ("王芳", "女")]
    names += [
        ("曾敏", "女"),
        ("单小兰", "女"),
        ("阿依古丽·买买提", "女"),
        ("欧阳文轩", "男"),
        ("仇一鸣", "男"),
        ("解红", "女"),
    ]
    for number, (name, sex) in enumerate(names):
        born = _birthday(rng, today.year - 59, today.year - 24)
        since = datetime.date(born.year + rng.randint(22, 25), 9, 1)
        department = departments[number % 9]
        person = _person(rng, f"T{1001 + number}", name, sex, born)
        person.department = department
        person.group = groups[number % 8]
        person.title = rng.choice(TITLES)
        person.politics = rng.choice(POLITICS)
        person.education = rng.choice(("本科", "本科", "本科", "硕士研究生", "大专"))
        person.employment = "permanent" if number % 7 else "contract"
        person.post_kind = "worker" if department.name == "总务处" else "teacher"
        person.post = f"{department.name.removesuffix('组')}教师"
        person.working_since = min(since, today)
        person.teaching_since = min(since, today)
        person.joined_school_on = min(since, today)
        person.joined_union_on = min(since + datetime.timedelta(days=60), today)
        yield _with_a_story(person, number, today)


def _family(rng, person, today):
    """Home, family and papers; of a few nothing is known, as in every roster."""
    age = person.age_on(today)
    chance = rng.random()
    if chance > 0.9:
        return
    person.marriage = "single" if age < 27 or chance < 0.06 else "married"
    if person.marriage == "married" and age < 62:
        years = [person.birth_date.year + rng.randint(25, 34)]
        years += [years[0] + 4] if rng.random() < 0.3 else []
        known = [year for year in years if year <= today.year]
        person.children = family.BETWEEN.join(map(str, known))
    street = rng.choice(("学府路", "梧桐街", "江滨路", "书院巷"))
    person.address = f"江州市{street} {rng.randint(1, 180)} 号"
    person.emergency_name = rng.choice(SURNAMES) + rng.choice(WOMEN + MEN)
    person.emergency_phone = f"{PHONE}{rng.randrange(10_000):04d}"
    if chance < 0.04:  # the old card said no more
        person.birth_date = person.birth_date.replace(day=1)
        person.birth_day_known = False
        person.id_number = ""


def _with_a_story(person, number, today):
    """What happened to a few: leave, illness, moves, not yet joined."""
    stories = {
        20: {"work_status": "maternity", "sex": "女"},
        33: {"work_status": "sick"},
        40: {"former_names": "陈丽"},
        42: {"id_kind": "passport", "id_number": "E00000042", "ethnicity": ""},
        47: {
            "joined_union_on": None,
            "joined_school_on": today.replace(day=1),
            "card_no": "",
        },
        60: {"work_status": "left", "left_union_on": datetime.date(today.year, 6, 30)},
        61: {
            "work_status": "left",
            "left_union_on": datetime.date(today.year - 1, 8, 31),
        },
        70: {"work_status": "seconded"},
        75: {"employment": "agency"},
        80: {"joined_union_on": datetime.date(today.year, 10, 15)},
        81: {"joined_union_on": datetime.date(today.year, 10, 15)},
    }
    for name, value in stories.get(number, {}).items():
        setattr(person, name, value)
    return person


def _came_back(people, today):
    """One left for another school three years ago, and was transferred in again."""
    early = datetime.date(today.year - 8, 1, 1)
    member = next(
        p for p in people[30:] if p.joined_union_on and p.joined_union_on < early
    )
    left = datetime.date(today.year - 3, 8, 31)
    first = member.memberships.get()
    begun = datetime.date(today.year - 1, 9, 1)
    memberships.membership_end(
        first, by=None, ended_on=left, ended_by=Membership.Ended.MOVED
    )
    memberships.membership_begin(
        member, by=None, joined_on=begun, begun_by=Membership.Begun.TRANSFERRED
    )


def _retired(rng, today, groups):
    """26 people in retirement, from 56 to 93 years of age."""
    for number, (name, sex) in enumerate(_names(rng, 26, share=0.6)):
        born = _birthday(rng, today.year - 92, today.year - 61)
        if number < 6:  # round birthdays this year
            born = born.replace(year=today.year - (65, 70, 70, 75, 80, 90)[number])
        person = _person(rng, f"R{101 + number}", name, sex, born)
        person.group = groups[8 + number % 2]
        person.work_status = "retired" if number != 25 else "retired_cadre"
        person.title = rng.choice(("高级教师", "一级教师"))
        person.politics = rng.choice(POLITICS[:5])
        person.post_kind = "teacher"
        person.working_since = datetime.date(born.year + 18, 9, 1)
        person.teaching_since = datetime.date(born.year + 20, 9, 1)
        person.joined_school_on = datetime.date(born.year + 20, 9, 1)
        person.joined_union_on = datetime.date(born.year + 21, 3, 1)
        person.retired_on = datetime.date(born.year + (60 if sex == "男" else 55), 9, 1)
        yield person


def _person(rng, staff_no, name, sex, born):
    serial = rng.randrange(100) * 10 + rng.choice(
        (1, 3, 5, 7, 9) if sex == "男" else (0, 2, 4, 6, 8)
    )
    first = f"{REGION}{born:%Y%m%d}{serial:03d}"
    number = next(
        first + check
        for check in idnumber.CHECKS
        if not idnumber.problem(first + check)
    )
    return Member(
        staff_no=staff_no,
        name=name,
        sex=sex,
        birth_date=born,
        id_number=number,
        phone=f"{PHONE}{rng.randrange(10_000):04d}",
        card_no=f"JZ{rng.randrange(100_000):05d}",
    )


def _names(rng, count, *, share):
    """(name, sex) pairs without doubles; `share` of them women."""
    found = {}
    while len(found) < count:
        sex = "女" if len(found) < count * share else "男"
        name = rng.choice(SURNAMES) + rng.choice(WOMEN if sex == "女" else MEN)
        found.setdefault(name, sex)
    pairs = list(found.items())
    rng.shuffle(pairs)
    return pairs


def _birthday(rng, first, last):
    return datetime.date(
        rng.randint(first, last), rng.randint(1, 12), rng.randint(1, 28)
    )


def seed_accounts():
    """One account per role; returns dicts with role, name, username, password."""
    made = [
        _account(role, title, code, person)
        for (role, title, code), person in zip(CAST, _cast(), strict=True)
    ]
    chair = User.objects.get(username=made[0]["username"])
    demo_places.seed_offices(timezone.localdate())
    demodoubts.seed_checks(timezone.localdate(), chair)
    return made


def _account(role, title, code, person):
    password = passwords.initial()
    user = User.objects.create_user(
        person.staff_no,
        password,
        member=person,
        is_demo=True,
        must_change_password=False,
    )
    user.give_roles(roles.MEMBER, code)
    return {
        "role": role,
        "name": title,
        "username": person.staff_no,
        "password": password,
    }


def _cast():
    """Whom the roles fall to: people of the fitting department or group."""
    working = list(
        Member.objects.filter(work_status="working", joined_union_on__isnull=False)
        .select_related("department", "group")
        .order_by("staff_no")
    )
    leads = set(UnionGroup.objects.values_list("leader_id", flat=True))
    taken = set()

    def first(fits):
        found = next(m for m in working if m.pk not in taken and fits(m))
        taken.add(found.pk)
        return found

    def ordinary(member):
        return member.pk not in leads and member.department.name not in (
            "校长室",
            "总务处",
        )

    fitting = {
        "group_leader": lambda m: m.pk in leads,
        "handler": lambda m: m.department.name == "总务处" and m.pk not in leads,
        "leader": lambda m: m.department.name == "校长室" and m.pk not in leads,
    }
    return [first(fitting.get(role, ordinary)) for role, _, _ in CAST]
