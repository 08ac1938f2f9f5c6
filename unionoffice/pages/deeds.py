"""What the deeds of the roof are called in the audit trail."""

NAMES = {
    "year.exported": "导出年终工作簿",
    "office.seeded": "放入演示数据",
}
