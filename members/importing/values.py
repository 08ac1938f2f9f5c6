"""How each cell of a roster is read."""

import re
import unicodedata
from functools import lru_cache

from members import columns, family, idnumber
from members.importing.days import Day, Wrong, day_of
from members.models import Member

UNSEEN = re.compile(r"[\u200b-\u200d\u2060\ufeff\u00ad]")
CONTROLS = re.compile(
    r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
HAN = r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
BETWEEN_HAN = re.compile(rf"(?<={HAN})\s+(?={HAN})")
DOTS = re.compile(rf"\s*[•・．∙‧●]\s*|(?<={HAN})\s*[.·]\s*(?={HAN})")
SCIENTIFIC = re.compile(r"[+-]?\d(\.\d+)?E[+-]?\d+", re.IGNORECASE)
LOST = "被 Excel 转成了数字，末位已丢失，请设为文本格式后重填"
PEOPLES = re.compile(
    "汉|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜"
    "|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒"
    "|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺"
)
POLITICS = {
    "党员": "中共党员",
    "中国共产党党员": "中共党员",
    "预备党员": "中共预备党员",
    "团员": "共青团员",
    "中国共产主义青年团团员": "共青团员",
}
ALIASES = {
    "sex": {"男": "男", "女": "女", "M": "男", "F": "女", "男性": "男", "女性": "女"},
    "post_kind": {
        **{label: value for value, label in Member.PostKind.choices},
        "专任教师": "teacher",
        "管理人员": "manager",
        "专业技术": "technical",
        "工勤人员": "worker",
    },
    "employment": {
        **{label: value for value, label in Member.Employment.choices},
        "是": "permanent",
        "编制内": "permanent",
        "在编在岗": "permanent",
        "事业编制": "permanent",
        "合同": "contract",
        "合同工": "contract",
        "聘用制": "contract",
        "退休返聘": "rehired",
        "在编人员": "permanent",
        "正式": "permanent",
        "正式编制": "permanent",
        "正式在编": "permanent",
        "事业编": "permanent",
        "聘用": "contract",
        "合同聘用": "contract",
        "人事代理制": "agency",
        "代理": "agency",
        "派遣": "dispatch",
        "劳务派遣制": "dispatch",
        "劳务派遣人员": "dispatch",
    },
    "marriage": {
        **{label: value for value, label in Member.Marriage.choices},
        "是": "married",
        "否": "single",
        "初婚": "married",
        "再婚": "married",
        "复婚": "married",
        "离婚": "divorced",
    },
    "work_status": {
        **{label: value for value, label in Member.WorkStatus.choices},
        "在岗": "working",
        "是": "working",
        "在职在编": "working",
        "已退休": "retired",
        "已调出": "left",
        "调离": "left",
        "离职": "left",
        "已故": "dead",
        "病假": "sick",
        "产休": "maternity",
    },
}
LONGEST = {
    **{name: Member._meta.get_field(name).max_length for name in columns.HEADS},
    **dict.fromkeys((*columns.PLACES, *columns.ASIDES, "id_kind"), 40),
    "address": 200,
    "emergency_name": 60,
}
# Fields whose unknown words keep no row out: they are told, and left empty.
LENIENT = {"employment"}
UNSAID = {("work_status", "否")}
OLD_CARD = {"旧证", "一代", "一代证", "一代身份证", "15位", "旧身份证", "老身份证"}
RESIDENT = {"", "身份证", "居民身份证", "二代身份证", "中华人民共和国居民身份证"}
KINDS = {
    **{label: kind for kind, label in Member.IdKind.choices},
    "港澳通行证": "hk_macao",
    "回乡证": "hk_macao",
    "港澳居民来往内地通行证": "hk_macao",
    "台胞证": "taiwan",
    "港澳居民居住证": "settled",
    "台湾居民居住证": "settled",
    "外国护照": "passport",
    "中国护照": "passport",
    "永久居留证": "foreign",
    "外国人永久居留证": "foreign",
    "文职干部证": "officer",
}
DASHES = {"-", "--", "—", "——", "－", "/", "／", "\\"}  # say nothing
# What stands in the column of the day of joining, and is none.
JOINED = {
    **dict.fromkeys(("是", "已入会", "会员", "工会会员"), True),
    **dict.fromkeys(
        ("否", "无", "未入会", "非会员", "不是", "尚未入会", "未加入"), False
    ),
}
MARKS = " *＊★☆▲△※#＃√✓"  # what people set beside a name
MASK = re.compile(r"\w{0,6}\*+\w{0,4}")
TWO_PHONES = re.compile(r"[/,、;|]|(?<=\d{7})\s+(?=\d)")
MOBILE = re.compile(r"1[3-9]\d{9}")
LANDLINE = re.compile(r"0\d{9,11}|[2-9]\d{6,7}|[48]00\d{7}")


def value_of(field, cell, *, since_1904=False):
    """The clean value of a cell; None where it says nothing. Raises Wrong."""
    if cell is None:
        return None
    if isinstance(cell, str):
        return _text(field, cell, since_1904)
    if isinstance(cell, dict):
        return _marked(field, cell, since_1904)
    if field in columns.DAYS:
        return _day(field, cell, since_1904)
    if isinstance(cell, bool) and field != "remarks":
        raise Wrong("是 TRUE 或 FALSE，请写成文字")
    if field == "id_number" and isinstance(cell, (int, float)):
        raise Wrong(f"身份证号{LOST}")
    return _text(field, text_of(cell), since_1904)


def _marked(field, cell, since_1904):
    """A day out of the calendar, or what the file says is broken."""
    if "bad" in cell:
        raise Wrong(cell["bad"])
    if field in columns.DAYS:
        return day_of(cell, since_1904=since_1904)
    return _text(field, text_of(cell), since_1904)


@lru_cache(maxsize=4096)
def _text(field, cell, since_1904):
    """Most texts of a roster stand in many of its rows."""
    if _is_mask(field, cell):
        return None  # a mask that came back: unchanged
    text = text_of(cell)
    if text in DASHES and field not in ("staff_no", "name"):
        return None
    if field in columns.DAYS:
        return _day(field, text, since_1904) if is_a_day(field, text) else None
    if field == "id_number" and SCIENTIFIC.fullmatch(text):
        raise Wrong(f"身份证号{LOST}")
    if field == "id_number":
        return idnumber.normal(text) or None
    if field != "remarks":
        text = " ".join(text.split())
    return _cleaned(field, text) if text else None


def is_a_day(field, text):
    """Whether a day may be read here: not 无, and of joining not 是 or 未入会."""
    return bool(text) and text not in (JOINED if field == "joined_union_on" else {"无"})


def _is_mask(field, cell):
    """Numbers have no stars; of other texts a mask is nothing but a row of them."""
    if "*" not in cell or field == "name":
        return False
    return field in ("id_number", "phone") or bool(MASK.fullmatch(cell.strip()))


def _cleaned(field, text):
    text = CLEANERS[field](text) if field in CLEANERS else text
    limit = LONGEST[field]
    if limit and len(text) > limit:
        raise Wrong(f"太长了，最多 {limit} 个字")
    return text or None


def text_of(cell):
    """A cell as text, without signs that nobody sees. Raises Wrong."""
    if isinstance(cell, dict):
        return cell.get("day") or cell.get("month") or ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        cell = int(cell)
    text = str(cell)
    if text.isascii() and text.isprintable():  # most are: nothing to mend
        return text.strip()
    text = UNSEEN.sub("", unicodedata.normalize("NFC", text)).strip()
    if CONTROLS.search(text):
        raise Wrong("含有看不见的控制字符，请重新输入")
    return text


def _day(field, cell, since_1904):
    if field == "teaching_since" and (found := _years_told(cell)):
        raise Wrong(found)
    return day_of(cell, since_1904=since_1904)


def _years_told(cell):
    """教龄 23 is a number of years, from which no day follows."""
    plain = str(cell).removesuffix("年").strip()
    is_small = plain.replace(".", "", 1).isdecimal() and float(plain) <= 70
    return f"写的是年数「{cell}」，算不出从哪一天起，请写日期" if is_small else ""


def id_kind(kind):
    """The code of a kind of document, as a file names it."""
    if kind in RESIDENT or kind in OLD_CARD:
        return Member.IdKind.RESIDENT.value
    return KINDS.get(kind, Member.IdKind.OTHER.value)


def id_number(number, kind):
    """(the number to keep, a remark), for the kind of document. Raises Wrong."""
    if kind in OLD_CARD and re.fullmatch(r"\d{15}", number):
        longer = idnumber.lengthened(number)
        if problem := idnumber.problem(longer):
            raise Wrong(problem.rstrip("。"))
        return longer, "15 位的旧号码已补成 18 位。"
    if kind in RESIDENT or re.fullmatch(r"\d{17}[\dX]", number):
        if len(number) == 15 and number.isdecimal():
            raise Wrong(
                "是 15 位的旧号码，请写 18 位，或加一列「证件类型」写明「旧证」"
            )
        if problem := idnumber.problem(number):
            other = "" if kind else "；不是身份证的，请加一列「证件类型」"
            is_short = not re.fullmatch(r"\d{17}[\dX]", number)
            raise Wrong(problem.rstrip("。") + (other if is_short else ""))
        return number, ""
    if not re.fullmatch(r"[0-9A-Z()\u4e00-\u9fff]{5,30}", number):
        raise Wrong(f"不像{kind}的号码")
    return number, ""


def _name(text):
    """A name without marks before or after it; 张* and 张*三 are no names."""
    bare = text.strip(MARKS)
    if "*" in bare or "＊" in bare or (bare != text and len(bare) < 2):
        raise Wrong(f"「{text}」隐去了一部分，请写完整的姓名")
    return DOTS.sub("·", BETWEEN_HAN.sub("", bare))


def _staff_no(text):
    text = unicodedata.normalize("NFKC", text)
    if SCIENTIFIC.fullmatch(text):
        raise Wrong(f"工号{LOST}")
    if not re.fullmatch(r"[0-9A-Za-z_-]+", text):
        raise Wrong("工号只能用数字、字母和短横")
    return text


def _phone(text):
    """One number; of several in a cell the first mobile. Raises Wrong."""
    if MOBILE.fullmatch(text) and text.isascii():  # most are: nothing to mend
        return text
    text = unicodedata.normalize("NFKC", text)
    if SCIENTIFIC.fullmatch(text):
        raise Wrong(f"电话{LOST}")
    parts = [_digits(part) for part in TWO_PHONES.split(text)]
    good = [part for part in parts if MOBILE.fullmatch(part)]
    good += [part for part in parts if LANDLINE.fullmatch(part)]
    if not good or len(good) != len(parts):
        raise Wrong(f"「{text}」不像一个电话号码")
    return good[0]


def _children(text):
    """The years of birth in a text of any kind: names and days are not kept."""
    return family.years(text)


def _digits(text):
    text = re.sub(r"\.0+$", "", text.strip())
    return re.sub(r"^(\+|00)86|[\s()-]", "", text)


def _choice(field):
    def clean(text):
        key = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).upper()
        if (field, key) in UNSAID or (field in LENIENT and key not in ALIASES[field]):
            return ""
        if key not in ALIASES[field]:
            known = "、".join(list(ALIASES[field])[:8])
            raise Wrong(f"「{text}」不在可选的范围：{known}")
        return ALIASES[field][key]

    return clean


def _people(text):
    return f"{text}族" if PEOPLES.fullmatch(text) else text


def _place(text):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


CLEANERS = {
    "name": _name,
    "staff_no": _staff_no,
    "phone": _phone,
    "ethnicity": _people,
    "politics": lambda text: POLITICS.get(text, text),
    "card_no": lambda text: unicodedata.normalize("NFKC", text),
    "id_kind": _place,
    "children": _children,
    "emergency_phone": _phone,
    "membership": _place,
    **{field: _choice(field) for field in ALIASES},
}

__all__ = ["Day", "Wrong", "id_number", "text_of", "value_of"]
