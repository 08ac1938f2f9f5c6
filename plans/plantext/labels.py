"""Labels under a month: 活动内容：… names the items, 负责人：… is no item at all."""

import re

from plans.plantext.draft import MONTH, WARNING, Doubt

ASIDE = "没有收入活动，请确认时补填：“{}”"
_NAMES = re.compile(
    r"(?:主要|具体|活动|工作)*(?:内容|项目|名称)(?:有|如下|安排)?\s*(?::\s*|$)"
)
_ASIDES = re.compile(
    r"(?:活动|具体|主要|完成)*(?:时间|地点|负责人|责任人|责任部门|承办|参加人员|参加对象|参与人员|对象"
    r"|备注|要求|目的|形式|经费|预算)\s*:"
)


def without_labels(lines, reading):
    """The lines that hold items; the others get their fate."""
    kept = []
    for line in lines:
        if _ASIDES.match(line.shape):
            reading.fate[line.number] = WARNING
            reading.doubts.append(Doubt(line.number, ASIDE.format(line.text[:24])))
            continue
        label = _NAMES.match(line.shape)
        words = line.part(label.end()) if label else line
        if words.text:
            kept.append(words)
        else:
            reading.fate[line.number] = MONTH
    return kept


def is_label(shape):
    """A line that names what stands under it, within a month."""
    return bool(_NAMES.match(shape) or _ASIDES.match(shape))
