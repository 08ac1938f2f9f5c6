"""Education and politics as rosters write them, brought to the words of statistics.

Sources: domain.md 4.2 (中共党员/共青团员/群众/民主党派/其他); levels of education by
GB/T 4658; the eight democratic parties by their full and short names.
"""

import re
import unicodedata

UNTOLD, UNKNOWN = "未登记", "未归类"
EDUCATION = {
    "博士研究生": "博士 博士研究生 博士生 研究生(博士) 博士学位 博士后 博研",
    "硕士研究生": "硕士 硕士研究生 硕士生 研究生 研究生(硕士) 硕士学位 教育硕士 在职研究生 "
    "在职硕士 研究生班 研究生课程班 硕研 研究生学历",
    "本科": "本科 大学本科 大学 学士 学士学位 大本 本科生 本科学历 函授本科 自考本科 电大本科 "
    "全日制本科 在职本科 成人本科 双学士 专升本 大学学历",
    "大专": "大专 专科 大学专科 大学专科毕业 大专学历 高职 师专 函授大专 自考大专 电大专科 "
    "专科学历 大专生",
    "中专": "中专 中师 中等专科 中等师范 职高 技校 中技 中职 中等职业",
    "高中及以下": "高中 初中 小学 高中及以下 初中及以下 普通高中 小学及以下 文盲",
}
POLITICS = {
    "中共党员": "中共党员 党员 中国共产党党员 中共正式党员 正式党员 中共 共产党员 中国共产党",
    "中共预备党员": "中共预备党员 预备党员 中国共产党预备党员",
    "共青团员": "共青团员 团员 中国共产主义青年团团员 共青团",
    "民主党派": "民主党派 民革 民盟 民建 民进 农工党 农工民主党 致公党 九三学社 九三 台盟 "
    "中国国民党革命委员会 中国民主同盟 中国民主建国会 中国民主促进会 中国农工民主党 中国致公党 "
    "台湾民主自治同盟",
    "无党派人士": "无党派 无党派人士 无党派民主人士",
    "群众": "群众 普通群众 一般群众 非党员",
}
# What may stand behind the name of a party: 民盟盟员, 民进会员, 九三学社社员.
MEMBER_OF = re.compile(r"(?<=.)(盟员|会员|党员|社员|成员)$")
BRACKETS = re.compile(r"\(.*?\)$")


def plain(text):
    """Half width, without blanks and full stops."""
    text = unicodedata.normalize("NFKC", text or "")
    return re.sub(r"[\s,.、。/]", "", text)


def _table(groups):
    return {
        plain(word): name for name, words in groups.items() for word in words.split()
    }


EDUCATIONS, PARTIES = _table(EDUCATION), _table(POLITICS)


def education(text):
    """The level of education; UNTOLD for nothing, UNKNOWN for what is not known."""
    return _found(plain(text), EDUCATIONS, ())


def politics(text):
    """政治面貌; of the democratic parties only that it is one."""
    return _found(plain(text), PARTIES, (MEMBER_OF,))


def _found(text, table, endings):
    if not text:
        return UNTOLD
    for ending in (None, BRACKETS, re.compile("毕业$"), *endings):
        tried = ending.sub("", text) if ending else text
        if tried in table:
            return table[tried]
    return UNKNOWN
