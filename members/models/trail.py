"""The audit trail."""

from django.db import models
from django.db.models import Q

from members import deeds, roles
from members.models.accounts import User

# Deeds that changed nothing: somebody looked.
READS = ("member.revealed", "member.identified", "correction.revealed")


class AuditEntryQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The chair sees all, the committee what is not of accounts, the sysadmin
        only accounts and settings: the trail names persons and their affairs."""
        accounts = Q(action__startswith="account.")
        if user.is_superuser or user.has_role(roles.CHAIR):
            return self
        seen = Q(pk__in=())
        if user.has_role(roles.COMMITTEE):
            seen |= ~accounts
        if user.has_role(roles.SYSADMIN):
            seen |= accounts | Q(action__startswith="office.")
        return self.filter(seen)

    def of_record(self, member):
        """The deeds on one member's record and memberships."""
        periods = [str(period.pk) for period in member.memberships.all()]
        on_record = Q(object_type="members.member", object_id=str(member.pk))
        on_periods = Q(object_type="members.membership", object_id__in=periods)
        return self.filter(on_record | on_periods)

    def reads(self):
        """Who looked at what is sealed."""
        return self.filter(action__in=READS)


class AuditEntry(models.Model):
    """This person did this to that. Append-only: triggers refuse change and removal.

    `digest` is SHA-256 over the entry and the digest of the one before it.
    """

    at = models.DateTimeField("时间", editable=False)
    by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="谁"
    )
    by_name = models.CharField("姓名", max_length=60)
    by_roles = models.CharField("身份", max_length=120)
    address = models.GenericIPAddressField("地址", null=True)
    request_id = models.CharField("请求", max_length=36)
    action = models.CharField("做了什么", max_length=60, db_index=True)
    object_type = models.CharField("对象类型", max_length=60)
    object_id = models.CharField("对象编号", max_length=40)
    object_label = models.CharField("对象", max_length=200)
    details = models.JSONField("内容", default=dict)
    previous = models.CharField("前一条", max_length=64)
    digest = models.CharField("校验", max_length=64, unique=True)

    objects = AuditEntryQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "操作记录"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["object_type", "object_id"], name="audit_of_object")
        ]

    def __str__(self):
        return f"{self.by_name} {deeds.name(self.action)} {self.object_label}"
