"""Phone numbers: their mask, and what is none."""

import re

MOBILE, SHORT = 11, 7
_PLAUSIBLE = re.compile(r"[+\d][\d\- ()（）转]{4,24}")
_MOBILE = re.compile(r"1[3-9]\d{5,}")


def masked(phone):
    """138****5678; of a landline the last four digits; of anything shorter nothing."""
    if not phone:
        return ""
    first = phone[:3] if len(phone) >= MOBILE else ""
    last = phone[-4:] if len(phone) >= SHORT else ""
    return f"{first}****{last}"


def problem(text):
    """Why this is no phone number, or ""; any landline and any foreign one may be."""
    if not text:
        return ""
    if not _PLAUSIBLE.fullmatch(text):
        return "电话请只写数字，例如 13800000000。"
    digits = re.sub(r"[- ]", "", text)
    if _MOBILE.fullmatch(digits) and len(digits) != MOBILE:
        return f"手机号码是 {MOBILE} 位，这里是 {len(digits)} 位，请核对。"
    return ""
