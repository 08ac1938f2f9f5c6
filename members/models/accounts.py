"""Accounts: who signs in, and with which roles."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import Group, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from members import roles
from members.models.roster import Member


class UserQuerySet(models.QuerySet):
    def unused_since(self, day):
        """Open accounts with no login since `day`."""
        return self.filter(is_active=True).filter(
            Q(last_login__isnull=True) | Q(last_login__date__lt=day)
        )

    def named(self, username):
        """The account that a login with this name means, or None."""
        return self.filter(username__iexact=username.replace("\0", "")).first()

    def never_used(self):
        """Made for a member and never opened; none that has a role of the union."""
        unused = self.filter(
            is_active=True,
            member__isnull=False,
            must_change_password=True,
            last_login__isnull=True,
        )
        return unused.exclude(groups__name__in=roles.UNION)

    def taken(self, usernames):
        """Those of `usernames` that somebody has, in small letters."""
        small = {name.lower() for name in usernames}
        names = self.annotate(small=Lower("username")).filter(small__in=small)
        return set(names.values_list("small", flat=True))

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
    made_with = models.CharField(max_length=43, blank=True, editable=False, default="")
    date_joined = models.DateTimeField("建立时间", default=timezone.now)
    # {name of a list: names of the columns that this person looks at}
    list_columns = models.JSONField(default=dict, editable=False)

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

    @property
    def has_union_role(self):
        """Whether a role is held that only the chair gives; of a closed account too."""
        return not self.role_codes.isdisjoint(roles.UNION)

    def has_role(self, *codes):
        return self.is_active and not self.role_codes.isdisjoint(codes)

    def choose_columns(self, name, columns):
        """Keep which columns of a list are shown; none: those it begins with."""
        if self.list_columns.get(name, []) != columns:
            chosen = {**self.list_columns, name: columns}
            self.list_columns = {key: names for key, names in chosen.items() if names}
            type(self).objects.filter(pk=self.pk).update(list_columns=self.list_columns)

    @property
    def is_staff(self):
        """May enter the shared admin."""
        return self.is_superuser or self.has_role(*roles.STAFF)

    def give_roles(self, *codes):
        """Replace the roles held (services audit it)."""
        self.groups.set(Group.objects.filter(name__in=codes))
        self.__dict__.pop("_role_codes", None)
