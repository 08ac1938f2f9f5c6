"""The roster: everybody who works or worked here, in the union or not yet."""

from functools import reduce
from operator import and_

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse

from members import idnumber, phones, pinyin, retirement, sealing
from members.models.places import Department, UnionGroup
from members.models.rosterqueries import MemberQuerySet
from members.models.sorting import RosterPlace
from unionoffice.states import Versioned

# Days of a life that cannot come before its birth. (Who is hired again after
# retirement came to this school later: retiring and coming have no order.)
BORN_FIRST = "参加工作、教龄起算、来校、入会和退休的日期要晚于出生日期，请核对。"
LEAVING = "离会日期不能早于入会日期。"
AFTER_BIRTH = (
    "working_since",
    "teaching_since",
    "joined_school_on",
    "joined_union_on",
    "retired_on",
)


def after_birth(name):
    """The condition that this day, where it is known, follows the birth."""
    unknown = Q(birth_date__isnull=True) | Q(**{f"{name}__isnull": True})
    return unknown | Q(**{f"{name}__gt": F("birth_date")})


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
        DISPATCH = "dispatch", "劳务派遣"
        REHIRED = "rehired", "返聘"

    class PostKind(models.TextChoices):
        TEACHER = "teacher", "教师"
        MANAGER = "manager", "管理"
        TECHNICAL = "technical", "专技"
        WORKER = "worker", "工勤"

    class IdKind(models.TextChoices):
        RESIDENT = "resident", "居民身份证"
        PASSPORT = "passport", "护照"
        HK_MACAO = "hk_macao", "港澳居民来往内地通行证"
        TAIWAN = "taiwan", "台湾居民来往大陆通行证"
        SETTLED = "settled", "港澳台居民居住证"
        FOREIGN = "foreign", "外国人永久居留身份证"
        OFFICER = "officer", "军官证"
        OTHER = "other", "其他证件"

    class Marriage(models.TextChoices):
        SINGLE = "single", "未婚"
        MARRIED = "married", "已婚"
        DIVORCED = "divorced", "离异"
        WIDOWED = "widowed", "丧偶"

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
    former_names = models.CharField("曾用名", max_length=120, blank=True)
    spelling = models.CharField(max_length=600, editable=False, default="")
    sex = models.CharField("性别", max_length=1, choices=Sex, blank=True)
    ethnicity = models.CharField("民族", max_length=20, blank=True)
    birth_date = models.DateField("出生日期", null=True, blank=True)
    # Of a birth month the first day is kept, and that the day is not known.
    birth_day_known = models.BooleanField("知道出生日", default=True)
    id_kind = models.CharField(
        "证件类型", max_length=10, choices=IdKind, default=IdKind.RESIDENT
    )
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
    working_since = models.DateField("参加工作", null=True, blank=True)
    teaching_since = models.DateField("教龄起算", null=True, blank=True)
    joined_school_on = models.DateField("来校日期", null=True, blank=True)
    retired_on = models.DateField("退休日期", null=True, blank=True)
    # Of the latest membership; written by services.memberships for lists and order.
    joined_union_on = models.DateField(
        "入会日期", null=True, blank=True, editable=False
    )
    left_union_on = models.DateField("离会日期", null=True, blank=True, editable=False)
    marriage = models.CharField("婚姻状况", max_length=10, choices=Marriage, blank=True)
    # Others than the member: minors, a home, relatives. All sealed (docs/decisions.md).
    children = sealing.SealedField("子女出生年份", blank=True, default="")
    address = sealing.SealedField("家庭住址", blank=True, default="")
    emergency_name = sealing.SealedField("紧急联系人", blank=True, default="")
    emergency_phone = sealing.SealedField("紧急联系人电话", blank=True, default="")
    card_no = models.CharField("会员证号", max_length=30, blank=True)
    remarks = models.TextField("备注", blank=True)
    # A second record of one person, kept for its 工号; see services.merging.
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="doubles",
        verbose_name="并入",
    )

    objects = MemberQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "会员"
        ordering = ["staff_no"]
        constraints = [
            models.UniqueConstraint(
                Lower("staff_no"),
                name="staff_numbers_differ_by_more_than_case",
                violation_error_message="这个工号已经有人用了（大小写不算不同）。",
            ),
            models.CheckConstraint(
                condition=Q(left_union_on__isnull=True)
                | Q(
                    joined_union_on__isnull=False,
                    left_union_on__gte=F("joined_union_on"),
                ),
                name="members_leave_after_they_join",
                violation_error_message=LEAVING,
            ),
            models.CheckConstraint(
                condition=reduce(and_, map(after_birth, AFTER_BIRTH)),
                name="members_are_born_first",
                violation_error_message=BORN_FIRST,
            ),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("pk")),
                name="nobody_is_merged_into_oneself",
                violation_error_message="不能并入自己。",
            ),
        ]
        indexes = [
            models.Index(fields=["name"], name="member_name"),
            # All that a search looks at, so that it reads no more than this.
            models.Index(fields=["staff_no", "name", "spelling"], name="member_found"),
            # The page of the roster is read off this one, whatever its length.
            models.Index(
                RosterPlace("work_status"),
                "staff_no",
                condition=Q(merged_into__isnull=True),
                name="roster_order",
            ),
        ]

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

    def unborn(self):
        """The fields whose day does not follow the birth."""
        if not self.birth_date:
            return []
        days = [(name, getattr(self, name)) for name in AFTER_BIRTH]
        return [name for name, day in days if day and day <= self.birth_date]

    def impossible(self):
        """What the constraints refuse, without asking the database: sentences."""
        if Member.unborn(self):
            yield BORN_FIRST
        if self.left_union_on and (
            self.joined_union_on is None or self.left_union_on < self.joined_union_on
        ):
            yield LEAVING

    def age_on(self, day):
        """Full years (周岁) on `day`, or None without a birth date."""
        return years_between(self.birth_date, day)

    def working_years_on(self, day):
        """工龄 in full years on `day`, or None; without another day, since teaching
        began. It ends with retirement."""
        ended = self.retired_on if self.is_retired else None
        since = self.working_since or self.teaching_since
        return years_between(since, min(day, ended or day))

    def days_to_retirement(self, day):
        """Days from `day` to the statutory age; None for the gone and the unknown.

        Negative where the age is past and the person still works.
        """
        due = None if self.is_gone else self.retires_on
        return due and (due - day).days

    def teaching_years_on(self, day):
        """教龄 in full years on `day`, or None; it ends with retirement."""
        ended = self.retired_on if self.is_retired else None
        return years_between(self.teaching_since, min(day, ended or day))

    def has_left_by(self, day):
        """Whether the latest membership has ended by `day`."""
        return self.left_union_on is not None and self.left_union_on <= day

    @property
    def latest_membership(self):
        return max(self.memberships.all(), key=lambda p: p.joined_on, default=None)

    @property
    def running_membership(self):
        """The one that has not ended, or None."""
        return next((p for p in self.memberships.all() if p.is_running), None)

    @property
    def open_application(self):
        """The one that is under way, or None."""
        return next((a for a in self.applications.all() if a.is_open), None)

    @property
    def is_retired(self):
        return self.work_status in (
            self.WorkStatus.RETIRED,
            self.WorkStatus.RETIRED_CADRE,
        )

    @property
    def has_gone_away(self):
        """Left the school, or died."""
        return self.work_status in (self.WorkStatus.LEFT, self.WorkStatus.DEAD)

    @property
    def is_gone(self):
        """No longer works here."""
        return self.work_status in self.GONE

    @property
    def retires_on(self):
        """The statutory day of retirement; None without birth date or sex."""
        return retirement.retirement_day(self.birth_date, self.sex, self.post_kind)

    @property
    def birth_text(self):
        """1980-05-20, or 1980-05 where the day is not known; "" without either."""
        if self.birth_date is None:
            return ""
        return self.birth_date.isoformat()[: 10 if self.birth_day_known else 7]

    @property
    def birthday_text(self):
        """05-20, or 05 where the day is not known; "" without either."""
        return self.birth_text[5:]

    @property
    def masked_id(self):
        return idnumber.masked(self.id_number)

    @property
    def masked_phone(self):
        return phones.masked(self.phone)


def years_between(start, day):
    """Full years from `start` to `day`; None if there is no start."""
    if start is None:
        return None
    return day.year - start.year - ((day.month, day.day) < (start.month, start.day))
