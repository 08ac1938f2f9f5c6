"""The columns of a roster: the fields they fill, and their usual headings."""

import re
import unicodedata

HEADS = {
    "staff_no": "工号 教工号 职工编号 人员编号 职工号 教职工号 教师编号 人事编号",
    "name": "姓名 教师姓名 会员姓名 职工姓名 教职工姓名 名字",
    "former_names": "曾用名 曾用姓名 原名",
    "sex": "性别",
    "ethnicity": "民族",
    "birth_date": "出生日期 出生年月 出生时间 生日 出生年月日 出生",
    "id_kind": "证件类型 证件种类 身份证件类型 证件名称",
    "id_number": "身份证号 身份证号码 身份证 证件号码 公民身份号码 证件号 身份证件号码 居民身份证号码 居民身份证号 身份证件号",
    "phone": "手机 电话 联系电话 手机号码 手机号 联系方式 电话号码 移动电话 本人电话 本人手机 本人手机号 本人联系电话 手机电话",
    "department": "部门 科室 处室 所在单位 所在部门 教研组 年级组 工作部门 所属部门 部门名称 所在科室 单位 工作单位",
    "group": "工会小组 小组 所属工会小组 分工会 所属小组 所在工会小组 工会组 小组名称 工会小组名称",
    "post": "职务 职务岗位 岗位 行政职务 任教学科 现任职务",
    "post_kind": "岗位类别",
    "title": "职称 专业技术职务 职务(职称) 职称(职务) 专业技术职称",
    "education": "学历 文化程度 最高学历 学位",
    "politics": "政治面貌 面貌 党派",
    "employment": "用工形式 编制情况 人员类别 编制 是否在编 编制用工 用工性质 人员性质 编制类别 编制性质 编制类型 聘用形式 在编情况",
    "work_status": "人员状态 在职状态 状态 是否在职 是否在岗 在岗情况 在职情况 职工状态",
    "working_since": "参加工作 工龄起算",
    "teaching_since": "教龄起算 参加工作时间 工作时间 参加工作日期 参加工作年月 教龄 工龄 从教时间 从教日期 从教年月 任教时间 任教日期",
    "joined_school_on": "来校日期 来校时间 进校时间 到校时间 入校年份 入校时间 进校日期 入职时间 入职日期 到校日期",
    "joined_union_on": "入会日期 入会时间 加入工会时间 入会年月 加入工会日期",
    "card_no": "会员证号 会员证编号 会员卡号 会员编号 会员号 工会会员证号 工会会员证编号 工会证号",
    "retired_on": "退休日期 退休时间 离退休时间",
    "marriage": "婚姻状况 婚姻 婚姻情况 婚否",
    "children": "子女出生年份 子女出生年月 子女出生日期 子女出生时间 子女情况 子女年份 子女",
    "address": "家庭住址 住址 家庭地址 现住址 居住地址 住所 家庭住所 通讯地址",
    "emergency_name": "紧急联系人 紧急联系人姓名 应急联系人 应急联系人姓名",
    "emergency_phone": "紧急联系人电话 紧急联系电话 紧急联系人手机 紧急联系方式"
    " 紧急联系人联系电话 紧急联系人联系方式 应急联系电话 应急联系人电话 紧急电话",
    "remarks": "备注",
}
# Columns that say something about others and are stored nowhere themselves.
ASIDES = {
    "membership": "会籍状态 会员状态 是否会员 会籍 会员情况 是否入会 是否工会会员",
    "left_on": "离会日期 离会时间 退会日期 退会时间",
}
ASIDE_LABELS = {
    "membership": "会籍状态",
    "left_on": "离会日期",
}
FIELD_OF = {
    head: field for field, heads in (HEADS | ASIDES).items() for head in heads.split()
}
# Of several columns with one meaning these give way: they say less.
WEAK = frozenset(
    [
        "教龄",
        "工龄",
        "学位",
        "教研组",
        "年级组",
        "任教学科",
        "岗位",
        "单位",
        "工作单位",
        "人事编号",
        "人员性质",
        "编制性质",
        "聘用形式",
        "在编情况",
        "在岗情况",
        "是否在岗",
        "在职情况",
        "职工状态",
        "入职时间",
        "入职日期",
        "会员编号",
        "会员号",
    ]
)
# Beside a column of the first day of teaching these mean the first day of work.
FIRST_WORK = {"参加工作时间", "参加工作日期", "参加工作年月", "工作时间"}
WHERE, WHY = "原来的位置", "原因"  # what a returned workbook adds
SILENT = {"序号", "编号", "NO", WHERE, WHY}  # neither read nor worth a word
OTHER_PEOPLE = re.compile("子女|配偶|家属|家庭|紧急|父|母|联系人|导师|推荐")
EXAMPLE = "（示例，请删去）"  # ends the name in the example row of the template
DAYS = {
    "birth_date",
    "working_since",
    "teaching_since",
    "joined_school_on",
    "joined_union_on",
    "retired_on",
}
PLACES = {"department", "group"}
# What a roster's file may bring and the roster never keeps: (headings, sentence).
NOT_KEPT = (
    (re.compile("子女(人?数|姓名|学校|年级|性别)"), "子女只登记出生年份"),
    (re.compile("银行|支行|工资卡|存折"), "名册不登记银行卡和账户"),
    (
        re.compile("工资|薪|会费|金额|奖金|津贴|补贴|补助|收入|[(（]元[)）]"),
        "名册里没有金额",
    ),
)


def plain(head):
    """A heading without blanks, line breaks, stars and colons, in half width."""
    if not isinstance(head, str):
        return ""
    text = unicodedata.normalize("NFKC", head)
    return re.sub(r"[\s*:：、.\u200b-\u200f\ufeff]|^[\d]+", "", text).upper()


def field_of(head):
    """The field a heading means, or None."""
    text = plain(head)
    whole = FIELD_OF.get(text)
    return whole or FIELD_OF.get(re.sub(r"[(\[【].*", "", text))


def joined_field_of(upper, lower):
    """The field of a column under a head of two rows, or None."""
    upper, lower = plain(upper), plain(lower)
    if not lower or upper == lower:
        return field_of(upper)
    if both := field_of(upper + lower):
        return both
    return None if OTHER_PEOPLE.search(upper) else field_of(lower)


def not_kept(head):
    """Why the roster never keeps such a column, or ""."""
    text = plain(head)
    return next((why for words, why in NOT_KEPT if words.search(text)), "")


def is_weak(head):
    return plain(head) in WEAK


def is_silent(head):
    return plain(head) in SILENT


class Wrong(Exception):
    """A file's headings cannot be taken; the sentence says why."""
