"""The findings as a sheet."""

from unionoffice import xlsx


def sheet(found):
    return xlsx.Sheet(
        title="资料检查",
        columns=(
            xlsx.Column("工号", width=10),
            xlsx.Column("姓名", width=12),
            xlsx.Column("检查项", width=22),
            xlsx.Column("说明", width=50),
            xlsx.Column("核对过", "day"),
        ),
        rows=[
            (one.staff_no, one.name, one.kind.title, one.says, one.settled_on)
            for one in found
        ],
    )
