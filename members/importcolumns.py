"""The columns of the list of imports."""

from unionoffice.lists import Column
from unionoffice.states import tone_of

COMMAND = "命令 import_members"


def _counted(name, heading, **more):
    """How many rows of the file came to this."""
    return Column(
        name,
        heading,
        lambda one: one.counts.get(name, 0),
        "number",
        order=(f"counts__{name}",),
        **more,
    )


IMPORTS = (
    Column("at", "导入时间", "applied_at", "moment", order=("applied_at",)),
    Column("file", "文件", "name", order=("name",), width=30, is_head=True),
    Column("by", "谁导入的", lambda one: one.added_by or COMMAND, width=20, label="谁"),
    _counted("new", "新增"),
    _counted("changed", "更新"),
    _counted("unchanged", "没有变化", width=10, on_phone=False),
    _counted("error", "有问题", width=10),
    Column(
        "state", "状态", "get_state_display", order=("state",), tone=tone_of, width=9
    ),
    Column(
        "undone",
        "撤销时间",
        "undone_at",
        "moment",
        order=("undone_at",),
        is_shown=False,
    ),
    Column("undoer", "谁撤销的", "undone_by", width=12, is_shown=False),
)
