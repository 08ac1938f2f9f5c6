"""Text as people paste it, made plain: no control or invisible characters."""

import re

BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
JUNK = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e]"
)
JUNK_TOO = re.compile("[\u2060-\u206f\ufeff\ufffc\ufffe\uffff]")
EMPTY_LINES = re.compile(r"\n{3,}")


def tidy(text):
    """The text with plain line breaks, no junk, at most one empty line in a row."""
    text = JUNK_TOO.sub("", JUNK.sub("", BREAKS.sub("\n", text)))
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return EMPTY_LINES.sub("\n\n", text).strip()


def in_one_line(text):
    return " ".join(tidy(text).split())
