"""The standing duties that school unions usually have; an office starts from them.

Source: the months and rhythms that plans of school unions name (domain.md 8.2, 8.3).
"""

USUAL = (
    {
        "title": "教职工集体生日",
        "rhythm": "monthly",
        "due_day": 10,
        "ahead_days": 10,
        "who": "生活委员",
        "category": "节庆",
        "notes": "给当月过生日的会员送祝福。",
    },
    {
        "title": "工会半年工作报告",
        "rhythm": "half",
        "months": [6, 12],
        "due_day": 20,
        "ahead_days": 21,
        "who": "工会主席",
        "category": "组织建设",
        "notes": "上半年、下半年各一份。",
    },
    {
        "title": "向上级工会报送信息",
        "rhythm": "times",
        "times": 2,
        "ahead_days": 30,
        "who": "宣传委员",
        "category": "组织建设",
        "notes": "每年不少于 2 篇。",
    },
    {
        "title": "女职工档案更新",
        "rhythm": "yearly",
        "months": [4, 10],
        "ahead_days": 21,
        "who": "女工委员",
        "category": "女工",
        "notes": "春秋各核对一次。",
    },
    {
        "title": "女职工工作会议",
        "rhythm": "half",
        "months": [3, 9],
        "who": "女工委员",
        "category": "女工",
        "notes": "每半年一次。",
    },
    {
        "title": "工会经费收支公开",
        "rhythm": "half",
        "months": [6, 12],
        "who": "财务委员、经审委员",
        "category": "民主管理",
        "notes": "公布上半年、全年收支。",
    },
    {
        "title": "提案征集",
        "rhythm": "yearly",
        "months": [3, 12],
        "ahead_days": 21,
        "who": "提案工作委员会",
        "category": "民主管理",
        "notes": "第一、第四季度各征集一次。",
    },
    {
        "title": "困难教职工情况摸底",
        "rhythm": "yearly",
        "months": [12],
        "due_day": 10,
        "ahead_days": 21,
        "who": "生活委员",
        "category": "帮扶",
        "notes": "春节送温暖以前完成。",
    },
)
