"""What the limited child process calls: bytes in, JSON out."""

from plans.plantext import draft_of
from plans.plantext.reading import source_of


def parse_bytes(data):
    """The plans as `import_plan --json` prints them, the lines, and each line's fate."""
    source = source_of(data)
    draft = draft_of(source.lines, source.notes, source.levels)
    return draft.to_json() | {"lines": source.lines, "fate": draft.fate}
