"""The columns of a roster: their usual headings, and how each cell is read."""

import datetime
import re
import unicodedata

from members import idnumber
from members.models import Member

HEADS = {
    "staff_no": "工号 教工号 职工编号 人员编号 职工号",
    "name": "姓名 教师姓名 会员姓名 职工姓名",
    "sex": "性别",
    "ethnicity": "民族",
    "birth_date": "出生日期 出生年月 出生时间 生日",
    "id_number": "身份证号 身份证号码 身份证 证件号码 公民身份号码",
    "phone": "手机 电话 联系电话 手机号码 手机号 联系方式",
    "department": "部门 科室 处室 所在单位 教研组 年级组",
    "group": "工会小组 小组 所属工会小组 分工会",
    "post": "职务 职务岗位 岗位 行政职务 任教学科",
    "title": "职称 专业技术职务",
    "education": "学历 文化程度 最高学历",
    "politics": "政治面貌 面貌 党派",
    "employment": "用工形式 编制情况 人员类别 编制",
    "work_status": "人员状态 在职状态 状态",
    "teaching_since": "教龄起算 参加工作时间 工作时间",
    "joined_school_on": "来校日期 来校时间 进校时间 到校时间",
    "joined_union_on": "入会日期 入会时间 加入工会时间",
    "card_no": "会员证号 会员证编号 会员卡号",
    "remarks": "备注",
}
FIELD_OF = {head: field for field, heads in HEADS.items() for head in heads.split()}
EXAMPLE = "（示例，请删去）"  # ends the name in the example row of the template
DAYS = {"birth_date", "teaching_since", "joined_school_on", "joined_union_on"}
PLACES = {"department", "group"}
ALIASES = {
    "sex": {"男": "男", "女": "女", "M": "男", "F": "女", "男性": "男", "女性": "女"},
    "employment": {
        **{label: value for value, label in Member.Employment.choices},
        "是": "permanent",
        "编制内": "permanent",
        "合同": "contract",
    },
    "work_status": {label: value for value, label in Member.WorkStatus.choices},
}
DATE = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?")
RUN = re.compile(r"(\d{4})(\d{2})(\d{2})")
BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069\x00-\x1f]")


class Wrong(Exception):
    """This cell cannot be taken; the sentence says why."""


def field_of(head):
    """The field a heading means, or None; blanks and line breaks do not matter."""
    if not isinstance(head, str):
        return None
    plain = re.sub(r"[\s*＊:：]", "", unicodedata.normalize("NFKC", head))
    return FIELD_OF.get(re.sub(r"[（(].*", "", plain))


def value_of(field, cell):
    """The clean value of a cell; None where it says nothing. Raises Wrong."""
    if cell is None or (isinstance(cell, str) and "*" in cell):
        return None  # empty, or a mask that came back: unchanged
    if field in DAYS:
        return _day(cell)
    if field == "id_number":
        return _id_number(cell)
    text = _text(cell)
    if field in ALIASES:
        return _choice(field, text)
    if field == "phone":
        return _phone(text)
    limit = Member._meta.get_field(field).max_length if field not in PLACES else 40
    if limit and len(text) > limit:
        raise Wrong(f"太长了，最多 {limit} 个字")
    if field == "name":
        return re.sub(r"[•・．∙]", "·", re.sub(r"(?<=^\w)\s+(?=\w$)", "", text))
    return text


def _text(cell):
    if isinstance(cell, dict):
        return cell["day"]
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = unicodedata.normalize("NFC", str(cell)).strip()
    if BIDI.search(text):
        raise Wrong("含有看不见的控制字符，请重新输入")
    return text


def _day(cell):
    if isinstance(cell, dict):
        return datetime.date.fromisoformat(cell["day"])
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", _text(cell)))
    found = DATE.fullmatch(text) or RUN.fullmatch(text)
    try:
        day = datetime.date(*map(int, found.groups())) if found else None
    except ValueError:
        raise Wrong(f"没有 {text} 这一天") from None
    if day is None:
        raise Wrong(f"看不懂日期「{text}」，请写成 1990-03-07 的样子")
    if not 1900 <= day.year <= 2100:
        raise Wrong(f"年份不对：{text}")
    return day


def _id_number(cell):
    if isinstance(cell, (int, float)):
        raise Wrong("身份证号被 Excel 转成了数字，末位已丢失，请设为文本格式后重填")
    number = idnumber.normal(cell)
    problem = idnumber.problem(number)
    if problem:
        raise Wrong(problem.rstrip("。"))
    return number


def _choice(field, text):
    values = ALIASES[field]
    if text not in values:
        raise Wrong(f"「{text}」不在可选的范围：{'、'.join(list(values)[:8])}")
    return values[text]


def _phone(text):
    text = unicodedata.normalize("NFKC", text).removeprefix("+86")
    digits = re.sub(r"[\s-]|\.0$", "", text)
    if not re.fullmatch(r"\d{7,12}", digits):
        raise Wrong(f"「{text}」不像一个电话号码")
    return digits
