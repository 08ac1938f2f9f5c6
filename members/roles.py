"""The roles: Django groups made from this table on every migrate.

Being a delegate, a proposer, a teller or an elector is not a role but a record.
"""

from dataclasses import dataclass

CHAIR = "chair"
COMMITTEE = "committee"
GROUP_LEADER = "group_leader"
AUDITOR = "auditor"
HANDLER = "handler"
LEADER = "leader"
MEMBER = "member"
SYSADMIN = "sysadmin"


@dataclass(frozen=True)
class Role:
    code: str
    name: str
    duty: str


ROLES = {
    role.code: role
    for role in (
        Role(CHAIR, "工会主席", "主持全面工作，编制计划，审批"),
        Role(COMMITTEE, "工会委员", "记录活动和慰问，审查提案"),
        Role(GROUP_LEADER, "工会小组长", "联系本组会员"),
        Role(AUDITOR, "经审委员", "查看收支与记录，不经办"),
        Role(HANDLER, "承办部门", "答复交办的提案"),
        Role(LEADER, "校领导", "阅看提案与年终材料"),
        Role(MEMBER, "会员", "看自己的资料，提交提案"),
        Role(SYSADMIN, "系统管理员", "管理账号和设置"),
    )
}
CHOICES = [(role.code, role.name) for role in ROLES.values()]
OFFICE = (CHAIR, COMMITTEE)
# What carries the union's business is the chair's to give; the rest also the sysadmin's.
TECHNICAL = (MEMBER, SYSADMIN)
UNION = tuple(code for code in ROLES if code not in TECHNICAL)
STAFF = (CHAIR, COMMITTEE, SYSADMIN)
LOOK, CHANGE, KEEP = ("view",), ("change", "view"), ("add", "change", "view")
# What the shared admin lets whom do, model by model; what stands here in no row is
# nobody's. Reference lists and facts are kept, what moves by a deed is looked up.
ADMIN = {
    **dict.fromkeys(
        (
            "members.department",
            "members.uniongroup",
            "members.body",
            "members.bodyrule",
            "members.member",
            "members.listcustom",
            "plans.category",
            "plans.accountheading",
            "plans.duty",
            "plans.schoolperiod",
            "plans.activity",
            "congress.proposalcategory",
            "congress.rejectreason",
            "congress.compositionrule",
            "congress.procedurestep",
            "welfare.occasion",
            "welfare.fundsource",
            "welfare.birthdaycustom",
            "welfare.healthround",
        ),
        dict.fromkeys(OFFICE, KEEP),
    ),
    **dict.fromkeys(
        (
            "members.membership",
            "members.placement",
            "members.leading",
            "members.term",
            "members.seat",
            "members.application",
            "members.correction",
            "members.archivecheck",
            "members.settledfinding",
            "plans.plan",
            "plans.plansection",
            "plans.measure",
            "plans.attendance",
            "plans.signupsheet",
            "plans.signup",
            "plans.dutydone",
            "plans.leadrequest",
            "congress.congress",
            "congress.constituency",
            "congress.delegate",
            "congress.session",
            "congress.sitting",
            "congress.proposal",
            "congress.resolution",
            "welfare.visit",
        ),
        dict.fromkeys(OFFICE, LOOK),
    ),
    "members.office": dict.fromkeys((CHAIR, SYSADMIN), CHANGE),
    "members.auditentry": dict.fromkeys(STAFF, LOOK),
}


def codenames(code):
    """(app label, codename) of every permission that the role has."""
    for label, by_role in ADMIN.items():
        app, model = label.split(".")
        for verb in by_role.get(code, ()):
            yield app, f"{verb}_{model}"


def make_groups(using="default", **kwargs):
    """Make each role's group and give it the permissions the shared admin reads."""
    from django.apps import apps
    from django.contrib.auth.models import Group, Permission

    if not apps.get_app_config("auth").models_module:  # pragma: no cover
        return
    known = {
        (permission.content_type.app_label, permission.codename): permission
        for permission in Permission.objects.using(using).select_related("content_type")
    }
    for role in ROLES.values():
        group, _ = Group.objects.using(using).get_or_create(name=role.code)
        wanted = [known[name] for name in codenames(role.code) if name in known]
        group.permissions.set(wanted)
