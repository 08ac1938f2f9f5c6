"""经费科目: the office's own list of account headings."""

from django.db import models


class HeadingQuerySet(models.QuerySet):
    def offered(self, also=None):
        """Those in use, and the one that a row has already."""
        return self.filter(models.Q(is_active=True) | models.Q(pk=also))


class AccountHeading(models.Model):
    """What money is spent under."""

    name = models.CharField("科目", max_length=40, unique=True)
    order = models.PositiveSmallIntegerField("顺序", default=0)
    is_active = models.BooleanField("在用", default=True)

    objects = HeadingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "经费科目"
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name
