"""Whatever stands in a cell, a row comes of it, or a sentence: never a fault."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from members import columns, importing
from members.importing import heads

pytestmark = pytest.mark.django_db
NAMES = [words.split()[0] for words in (columns.HEADS | columns.ASIDES).values()]
SIGNS = "0123456789-./年月日 X*：E+,()（）赵一男女是否合计\u202e\u200b\n\t'"
CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=12),
    st.text(SIGNS, max_size=20),
    st.dates().map(lambda day: {"day": day.isoformat()}),
    st.just({"month": "1980-05"}),
    st.just({"bad": "公式没有算出结果"}),
)
ROWS = st.lists(st.lists(CELLS, min_size=len(NAMES), max_size=len(NAMES)), max_size=4)


def table_of(rows, *, merged=(), since_1904=False):
    sheet = {
        "name": "表",
        "hidden": False,
        "rows": [[number, row] for number, row in enumerate(rows, 1)],
        "merged": list(merged),
        "hidden_rows": [2],
        "hidden_columns": [1, 90],
        "notes": [],
    }
    return {"sheets": [sheet], "date1904": since_1904, "notes": []}


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(ROWS, st.booleans())
def test_any_cells_under_headings_are_read_or_refused(db, rows, since_1904):
    table = table_of([NAMES, *rows], since_1904=since_1904)

    found = importing.preview(table, make_places=True)

    assert len(found.rows) + len(found.skipped) == len(rows)
    assert all(words.endswith("。") for r in found.rows for _, words in r.problems)
    assert found.digest


AREAS = st.lists(st.tuples(*[st.integers(1, 6)] * 4).map(list), max_size=4)
HEADINGS = st.one_of(CELLS, st.sampled_from(NAMES))


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(HEADINGS, min_size=5, max_size=5), max_size=5), AREAS)
def test_any_cells_as_headings_are_a_head_or_none(rows, merged):
    (sheet,) = table_of(rows, merged=merged)["sheets"]

    try:
        found = heads.find(sheet)
    except (heads.NoHead, heads.Doubled):
        return

    assert len(found.names) == len(found.fields) == 5
