"""A congress (第五届教代会): who belongs to it, by which units it is elected."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from congress.numerals import chinese
from members.models import Department, Member
from unionoffice.states import Versioned

MOST = [MinValueValidator(1), MaxValueValidator(99)]
YEARS = [(3, "3 年"), (5, "5 年")]


class CongressQuerySet(models.QuerySet):
    def with_counts(self):
        """With its sessions and its full delegates of today."""
        delegates = self.model._meta.get_field("delegates").related_model.objects
        seats = delegates.on(timezone.localdate()).full()
        mine = seats.filter(congress=models.OuterRef("pk")).order_by()
        count = mine.values("congress").annotate(n=models.Count("pk")).values("n")
        return (
            self.select_related("department")
            .annotate(
                session_count=models.Count("sessions", distinct=True),
                delegate_count=models.functions.Coalesce(models.Subquery(count), 0),
            )
            .order_by("level", "department__name", "-term", "pk")
        )


class Congress(Versioned):
    """一届: of the school, of a department, of the women or of the union's members.

    A school under the size of the rule holds all-staff meetings: no delegates are
    elected, and the base of every count is everybody.
    """

    class Level(models.TextChoices):
        SCHOOL = "school", "全校教代会"
        DEPARTMENT = "department", "二级教代会"
        WOMEN = "women", "女教职工大会"
        UNION = "union", "工会会员（代表）大会"

    class Form(models.TextChoices):
        DELEGATES = "delegates", "代表大会"
        ALL_STAFF = "all_staff", "教职工大会（不选代表）"

    NAMES = {
        ("school", "delegates"): "教职工代表大会",
        ("school", "all_staff"): "教职工大会",
        ("department", "delegates"): "教职工代表大会",
        ("department", "all_staff"): "教职工大会",
        ("women", "delegates"): "女教职工代表大会",
        ("women", "all_staff"): "女教职工大会",
        ("union", "delegates"): "工会会员代表大会",
        ("union", "all_staff"): "工会会员大会",
    }

    level = models.CharField(
        "哪一级", max_length=10, choices=Level, default=Level.SCHOOL
    )
    department = models.ForeignKey(
        Department,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="哪个部门",
    )
    term = models.PositiveSmallIntegerField("届", validators=MOST)
    form = models.CharField("形式", max_length=10, choices=Form, default=Form.DELEGATES)
    years = models.PositiveSmallIntegerField("届期", choices=YEARS, default=5)
    begins_on = models.DateField("届期开始", null=True, blank=True)
    ends_on = models.DateField("届期结束", null=True, blank=True)

    objects = CongressQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "届"
        ordering = ["level", "department", "-term"]
        constraints = [
            models.UniqueConstraint(
                fields=["level", "term"],
                condition=Q(department__isnull=True),
                name="one_congress_a_level_and_term",
                violation_error_message="这一届已经建立过了。",
            ),
            models.UniqueConstraint(
                fields=["department", "term"],
                condition=Q(department__isnull=False),
                name="one_congress_a_department_and_term",
                violation_error_message="这个部门的这一届已经建立过了。",
            ),
            models.CheckConstraint(
                condition=Q(level="department", department__isnull=False)
                | (~Q(level="department") & Q(department__isnull=True)),
                name="a_department_congress_names_its_department",
                violation_error_message="二级教代会要选部门，其他的不选部门。",
            ),
            models.CheckConstraint(
                condition=Q(term__range=(1, 99)),
                name="congresses_count_from_one",
                violation_error_message="届要填 1 到 99 的数。",
            ),
            models.CheckConstraint(
                condition=Q(years__in=(3, 5)),
                name="a_congress_lasts_three_or_five_years",
                violation_error_message="届期是 3 年或 5 年。",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("begins_on"))
                | Q(begins_on__isnull=True)
                | Q(ends_on__isnull=True),
                name="a_congress_ends_after_it_begins",
                violation_error_message="届期结束不能早于开始。",
            ),
        ]

    def __str__(self):
        return f"{self.owner}第{chinese(self.term)}届{self.kind_name}"

    @property
    def owner(self):
        return self.department.name if self.department_id else ""

    @property
    def kind_name(self):
        return self.NAMES[self.level, self.form]

    def get_absolute_url(self):
        return reverse("congress:congress_detail", args=[self.pk])

    def staff(self, day):
        """Who may elect and be elected: the staff, of the department or the women."""
        people = Member.objects.working()
        if self.level == self.Level.DEPARTMENT:
            people = people.filter(department=self.department_id)
        if self.level == self.Level.WOMEN:
            people = people.filter(sex=Member.Sex.FEMALE)
        return people.on_roll(day) if self.level == self.Level.UNION else people

    def base(self, day):
        """全体: how many are counted of on this day (代表总数, or everybody)."""
        if self.has_delegates:
            return self.delegates.on(day).full().count()
        return self.staff(day).count()

    @property
    def has_delegates(self):
        return self.form == self.Form.DELEGATES


class Delegation(models.Model):
    """代表团: delegates of several units who sit and talk together."""

    congress = models.ForeignKey(
        Congress, models.CASCADE, related_name="delegations", verbose_name="届"
    )
    name = models.CharField("代表团", max_length=60)
    order = models.PositiveSmallIntegerField("顺序", default=0)
    head = models.ForeignKey(
        "Delegate",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="团长",
    )

    class Meta:
        verbose_name = verbose_name_plural = "代表团"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "name"],
                name="one_delegation_a_name",
                violation_error_message="这一届已有同名的代表团。",
            )
        ]

    def __str__(self):
        return self.name


class Constituency(models.Model):
    """选举单位: the people who elect, and how many seats they have."""

    congress = models.ForeignKey(
        Congress, models.CASCADE, related_name="constituencies", verbose_name="届"
    )
    name = models.CharField("选举单位", max_length=60)
    order = models.PositiveSmallIntegerField("顺序", default=0)
    quota = models.PositiveSmallIntegerField(
        "名额", validators=[MinValueValidator(1), MaxValueValidator(500)]
    )
    departments = models.ManyToManyField(
        Department, blank=True, related_name="+", verbose_name="包括的部门"
    )
    delegation = models.ForeignKey(
        Delegation,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="constituencies",
        verbose_name="代表团",
    )

    class Meta:
        verbose_name = verbose_name_plural = "选举单位"
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["congress", "name"],
                name="one_constituency_a_name",
                violation_error_message="这一届已有同名的选举单位。",
            ),
            models.CheckConstraint(
                condition=Q(quota__gte=1),
                name="a_constituency_has_seats",
                violation_error_message="名额至少是 1。",
            ),
        ]

    def __str__(self):
        return self.name
