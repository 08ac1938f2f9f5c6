"""Tables of people: the roster, groups and departments, accounts, the audit trail."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import Group, PermissionsMixin
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from members import deeds, idnumber, pinyin, roles, sealing
from unionoffice.states import Stateful, Versioned


class Office(models.Model):
    """The office's own data (product.md U11); one row."""

    class YearKind(models.TextChoices):
        CALENDAR = "calendar", "自然年（1–12 月）"
        SCHOOL = "school", "学年（9 月–次年 8 月）"
        SPRING = "spring", "春起（3 月–次年 2 月）"

    school_name = models.CharField("学校名称", max_length=60, default="本校")
    union_name = models.CharField("工会名称", max_length=60, default="学校工会")
    seal_text = models.CharField(
        "落款", max_length=60, blank=True, help_text="印在表格和文件末尾。"
    )
    year_kind = models.CharField(
        "工作年度", max_length=10, choices=YearKind, default=YearKind.CALENDAR
    )
    autumn_term_on = models.DateField("秋季学期开学", null=True, blank=True)
    spring_term_on = models.DateField("春季学期开学", null=True, blank=True)
    seconds_wanted = models.PositiveSmallIntegerField(
        "提案附议人数", default=2, help_text="新建会次时的默认值。"
    )

    class Meta:
        verbose_name = verbose_name_plural = "本单位资料"
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="one_office")]

    def __str__(self):
        return self.union_name

    @classmethod
    def load(cls):
        """The one row, or an unsaved one with defaults before the first start."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)


class Department(models.Model):
    name = models.CharField("部门", max_length=40, unique=True)
    order = models.PositiveSmallIntegerField("顺序", default=0)
    is_active = models.BooleanField("在用", default=True)

    class Meta:
        verbose_name = verbose_name_plural = "部门"
        ordering = ["order", "name"]

    def __str__(self):
        return self.name


class UnionGroupQuerySet(models.QuerySet):
    def with_counts(self, day):
        """Each with its leader and `count` of members on roll on `day`."""
        on_roll = Member.objects.on_roll(day).working_or_retired()
        counted = Count("members", filter=Q(members__in=on_roll.values("pk")))
        return self.select_related("leader").annotate(count=counted)


class UnionGroup(models.Model):
    """工会小组, with its leader."""

    name = models.CharField("工会小组", max_length=40, unique=True)
    leader = models.ForeignKey(
        "Member",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="leads",
        verbose_name="组长",
    )
    order = models.PositiveSmallIntegerField("顺序", default=0)
    is_active = models.BooleanField("在用", default=True)

    objects = UnionGroupQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "工会小组"
        ordering = ["order", "name"]

    def __str__(self):
        return self.name


class MemberQuerySet(models.QuerySet):
    def on_roll(self, day):
        """Members of the union on `day`: joined, not left, not dead."""
        return self.filter(joined_union_on__lte=day).filter(
            Q(left_union_on__isnull=True) | Q(left_union_on__gt=day)
        )

    def working(self):
        """Staff who still work here."""
        return self.exclude(work_status__in=Member.GONE)

    def working_or_retired(self):
        """Everybody who still belongs to the school."""
        return self.exclude(
            work_status__in=[Member.WorkStatus.LEFT, Member.WorkStatus.DEAD]
        )

    def retired(self):
        return self.filter(
            work_status__in=[Member.WorkStatus.RETIRED, Member.WorkStatus.RETIRED_CADRE]
        )

    def retired_by(self, day):
        """The retired of `day`; without a date of retirement they are so only now."""
        since = Q(retired_on__lte=day)
        if day >= timezone.localdate():
            since |= Q(retired_on__isnull=True)
        return self.retired().filter(since)

    def search(self, words):
        """By name, pinyin, initials or 工号; every word must fit."""
        rows = self
        for word in words.lower().split():
            rows = rows.filter(
                Q(name__icontains=word)
                | Q(staff_no__istartswith=word)
                | Q(spelling__startswith=word)
                | Q(spelling__contains=f" {word}")
            )
        return rows

    def without_account(self, day):
        """Members on roll who still belong to the school and cannot sign in."""
        return self.on_roll(day).working_or_retired().filter(user__isnull=True)

    def women(self):
        return self.filter(sex=Member.Sex.FEMALE)

    def in_group(self, group):
        return self.filter(group=group)

    def visible_to(self, user):
        """The office sees all, a group leader the own group, anyone oneself."""
        if user.has_role(roles.CHAIR, roles.COMMITTEE, roles.SYSADMIN):
            return self
        own = Q(pk=user.member_id)
        if user.has_role(roles.GROUP_LEADER):
            own |= Q(group__leader=user.member_id, group__leader__isnull=False)
        return self.filter(own)

    def with_places(self):
        return self.select_related("department", "group")

    def in_roster_order(self):
        """Who works here first, then the retired, then the gone; by 工号 in each."""
        gone = [Member.WorkStatus.LEFT, Member.WorkStatus.DEAD]
        place = models.Case(
            models.When(work_status__in=gone, then=2),
            models.When(work_status__in=Member.GONE, then=1),
            default=0,
        )
        return self.order_by(place, "staff_no")


class Member(Versioned):
    """A person on the roster: working, retired or gone; in the union or not yet."""

    class Sex(models.TextChoices):
        MALE = "男", "男"
        FEMALE = "女", "女"

    class WorkStatus(models.TextChoices):
        WORKING = "working", "在职"
        RETIRED = "retired", "退休"
        RETIRED_CADRE = "retired_cadre", "离休"
        SECONDED = "seconded", "借调"
        SICK = "sick", "病休"
        MATERNITY = "maternity", "产假"
        LEFT = "left", "调出"
        DEAD = "dead", "去世"

    class Employment(models.TextChoices):
        PERMANENT = "permanent", "在编"
        AGENCY = "agency", "人事代理"
        CONTRACT = "contract", "合同制"
        REHIRED = "rehired", "返聘"

    class PostKind(models.TextChoices):
        TEACHER = "teacher", "教师"
        MANAGER = "manager", "管理"
        TECHNICAL = "technical", "专技"
        WORKER = "worker", "工勤"

    GONE = [
        WorkStatus.RETIRED,
        WorkStatus.RETIRED_CADRE,
        WorkStatus.LEFT,
        WorkStatus.DEAD,
    ]

    staff_no = models.CharField(
        "工号",
        max_length=20,
        unique=True,
        validators=[
            RegexValidator(r"^[0-9A-Za-z_-]+$", "工号只能用数字、字母和短横。")
        ],
    )
    name = models.CharField("姓名", max_length=60)
    spelling = models.CharField(max_length=600, editable=False, default="")
    sex = models.CharField("性别", max_length=1, choices=Sex, blank=True)
    ethnicity = models.CharField("民族", max_length=20, blank=True, default="汉族")
    birth_date = models.DateField("出生日期", null=True, blank=True)
    id_number = sealing.SealedField("身份证号", blank=True, default="")
    # Null where there is no number: unique admits many nulls, not many "".
    id_index = models.CharField(  # noqa: DJ001
        max_length=64, null=True, unique=True, editable=False
    )
    phone = models.CharField("手机", max_length=20, blank=True)
    department = models.ForeignKey(
        Department,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="members",
        verbose_name="部门",
    )
    group = models.ForeignKey(
        UnionGroup,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="members",
        verbose_name="工会小组",
    )
    post = models.CharField("职务岗位", max_length=40, blank=True)
    post_kind = models.CharField(
        "岗位类别", max_length=10, choices=PostKind, blank=True
    )
    title = models.CharField("职称", max_length=40, blank=True)
    education = models.CharField("学历", max_length=20, blank=True)
    politics = models.CharField("政治面貌", max_length=20, blank=True)
    employment = models.CharField(
        "用工形式", max_length=10, choices=Employment, blank=True
    )
    work_status = models.CharField(
        "人员状态", max_length=15, choices=WorkStatus, default=WorkStatus.WORKING
    )
    teaching_since = models.DateField("教龄起算", null=True, blank=True)
    joined_school_on = models.DateField("来校日期", null=True, blank=True)
    retired_on = models.DateField("退休日期", null=True, blank=True)
    joined_union_on = models.DateField("入会日期", null=True, blank=True)
    left_union_on = models.DateField("离会日期", null=True, blank=True)
    card_no = models.CharField("会员证号", max_length=30, blank=True)
    remarks = models.TextField("备注", blank=True)

    objects = MemberQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "会员"
        ordering = ["staff_no"]
        constraints = [
            models.CheckConstraint(
                condition=Q(left_union_on__isnull=True)
                | Q(
                    joined_union_on__isnull=False,
                    left_union_on__gte=models.F("joined_union_on"),
                ),
                name="members_leave_after_they_join",
                violation_error_message="离会日期不能早于入会日期。",
            ),
        ]
        indexes = [models.Index(fields=["name"], name="member_name")]

    def __str__(self):
        return self.name

    def save(self, **kwargs):
        self.derive()
        fields = kwargs.get("update_fields")
        if fields is not None:
            kwargs["update_fields"] = {*fields, "spelling", "id_index"}
        super().save(**kwargs)

    def derive(self):
        """Fill the columns that follow from others."""
        self.spelling = pinyin.keys(self.name)[:600]
        self.id_number = idnumber.normal(self.id_number)
        self.id_index = sealing.index(self.id_number)

    def get_absolute_url(self):
        return reverse("members:member_detail", args=[self.pk])

    def age_on(self, day):
        """Full years (周岁) on `day`, or None without a birth date."""
        return years_between(self.birth_date, day)

    def teaching_years_on(self, day):
        """教龄 in full years on `day`, or None."""
        return years_between(self.teaching_since, day)

    @property
    def is_retired(self):
        return self.work_status in (
            self.WorkStatus.RETIRED,
            self.WorkStatus.RETIRED_CADRE,
        )

    @property
    def masked_id(self):
        return idnumber.masked(self.id_number) if self.id_number else ""

    @property
    def masked_phone(self):
        return (
            f"{self.phone[:3]}****{self.phone[-4:]}"
            if len(self.phone) >= 11
            else self.phone
        )


def years_between(start, day):
    """Full years from `start` to `day`; None if there is no start."""
    if start is None:
        return None
    return day.year - start.year - ((day.month, day.day) < (start.month, start.day))


class UserQuerySet(models.QuerySet):
    def unused_since(self, day):
        """Open accounts with no login since `day`."""
        return self.filter(is_active=True).filter(
            Q(last_login__isnull=True) | Q(last_login__date__lt=day)
        )

    def with_role(self, code):
        return self.filter(is_active=True, groups__name=code).order_by("pk")

    def with_people(self):
        return self.select_related("member__group").prefetch_related("groups")


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def create_user(self, username, password=None, **values):
        user = self.model(username=username, **values)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username, password=None, **values):
        return self.create_user(username, password, is_superuser=True, **values)


class User(AbstractBaseUser, PermissionsMixin):
    """A person signing in; the username is the 工号."""

    username = models.CharField("用户名", max_length=30, unique=True)
    member = models.OneToOneField(
        Member,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="user",
        verbose_name="会员",
    )
    is_active = models.BooleanField("启用", default=True)
    must_change_password = models.BooleanField("须改初始密码", default=True)
    is_demo = models.BooleanField("演示账号", default=False, editable=False)
    date_joined = models.DateTimeField("建立时间", default=timezone.now)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = []
    objects = UserManager()

    class Meta:
        verbose_name = verbose_name_plural = "账号"
        ordering = ["username"]

    def __str__(self):
        return self.member.name if self.member_id else self.username

    @property
    def role_codes(self):
        """The codes of the roles held, asked once per request."""
        if "_role_codes" not in self.__dict__:
            names = [group.name for group in self.groups.all()] if self.pk else ()
            self._role_codes = frozenset(names)
        return self._role_codes

    @property
    def role_names(self):
        return [r.name for r in roles.ROLES.values() if r.code in self.role_codes]

    def has_role(self, *codes):
        return self.is_active and not self.role_codes.isdisjoint(codes)

    @property
    def is_staff(self):
        """May enter the shared admin."""
        return self.is_superuser or self.has_role(*roles.STAFF)

    def give_roles(self, *codes):
        """Replace the roles held (services audit it)."""
        self.groups.set(Group.objects.filter(name__in=codes))
        self.__dict__.pop("_role_codes", None)


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

    class Meta:
        verbose_name = verbose_name_plural = "操作记录"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["object_type", "object_id"], name="audit_of_object")
        ]

    def __str__(self):
        return f"{self.by_name} {deeds.name(self.action)} {self.object_label}"


class MemberImport(Stateful):
    """An uploaded roster between its preview and its end.

    What was read is kept sealed, for half an hour, and emptied when it is applied.
    """

    class State(models.TextChoices):
        STAGED = "staged", "待确认"
        APPLIED = "applied", "已导入"

    NEXT = {State.STAGED: {State.APPLIED}}
    MINUTES = 30

    state = models.CharField(max_length=10, choices=State, default=State.STAGED)
    name = models.CharField("文件名", max_length=120)
    sha256 = models.CharField(max_length=64)
    make_places = models.BooleanField("自动新建部门和小组", default=False)
    table = sealing.SealedField(default="")
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = verbose_name_plural = "名册导入"

    def __str__(self):
        return self.name

    @property
    def is_fresh(self):
        age = timezone.now() - self.added_at
        return (
            self.state == self.State.STAGED and age.total_seconds() < self.MINUTES * 60
        )
