"""The house stands as docs/house.md draws it."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOUNDATION = {"states", "forms", "files", "pictures", "zips", "sandbox", "xlsx"}
FOUNDATION |= {"templatetags", "charts", "officialpaper", "lists"}
MAY_IMPORT = {
    "members": {"members"},
    "plans": {"plans", "members"},
    "congress": {"congress", "plans", "members"},
    "welfare": {"welfare", "plans", "members"},
}
APPS = set(MAY_IMPORT)
KNOWN = APPS | {"unionoffice"}
INLINE = re.compile(
    r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:|\|safe\b|autoescape off"
)


def imported(text):
    """Dotted names of everything a file imports, inside functions too."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def wrong_imports(place, text):
    """What a file at `place` (members/x.py) imports against the house's sentences."""
    app = place.split("/")[0]
    for name in imported(text):
        top, *rest = name.split(".")
        if top in APPS and app in APPS and top not in MAY_IMPORT[app]:
            yield f"{place}: {name} stands above or beside {app}"
        if top == "unionoffice" and app in APPS and rest and rest[0] not in FOUNDATION:
            yield f"{place}: {name} is roof"
        if app == "unionoffice" and top in APPS and place in foundation_files():
            yield f"{place}: the foundation knows no app"
        if "views" in rest and top in KNOWN and "urls.py" not in place:
            yield f"{place}: {name} is a view"


def foundation_files():
    return {f"unionoffice/{name}.py" for name in FOUNDATION}


def sources():
    for app in sorted(APPS | {"unionoffice"}):
        for path in sorted((ROOT / app).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def test_imports_point_down():
    found = [line for place, text in sources() for line in wrong_imports(place, text)]

    assert found == []


@pytest.mark.parametrize(
    ("place", "planted"),
    [
        ("members/x.py", "from plans.models import Plan"),
        ("congress/x.py", "import welfare.models"),
        ("welfare/x.py", "def f():\n    from congress import models"),
        ("plans/x.py", "from unionoffice.pages import reporting"),
        ("plans/x.py", "from plans import views"),
        ("plans/views/x.py", "from plans.views import y"),
        ("unionoffice/states.py", "from members import models"),
    ],
)
def test_a_planted_violation_is_caught(place, planted):
    assert len(list(wrong_imports(place, planted))) == 1


def test_no_page_has_anything_inline_or_unescaped():
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sorted((ROOT / "templates").rglob("*.html"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if INLINE.search(line)
    ]

    assert found == []


def test_no_code_leaves_the_guard_rails():
    words = re.compile(
        r"mark_safe\(|csrf_exempt|RawSQL\(|\.extra\(|fields = .__all__.|import pickle"
    )
    found = [
        f"{place}:{number}"
        for place, text in sources()
        for number, line in enumerate(text.splitlines(), 1)
        if words.search(line)
    ]

    assert found == []


def test_views_ask_named_querysets_only():
    found = [
        f"{place}:{number}"
        for place, text in sources()
        if "/views" in place
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(r"\.(filter|exclude|all|get)\(", line) and ".objects" in line
    ]

    assert found == []


def test_nothing_names_a_package_registry():
    hosts = re.compile(r"pypi\.org|pythonhosted|npmjs|files\.python")
    places = [*ROOT.glob("*.txt"), *ROOT.glob("*.toml"), *ROOT.glob("*.md")]

    assert [p.name for p in places if hosts.search(p.read_text("utf-8"))] == []
