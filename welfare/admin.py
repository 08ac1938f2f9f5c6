"""The welfare records in the shared admin: lists are edited, deeds are looked up."""

from django.contrib import admin

from members.admin import OfficeAdmin, ReadOnlyAdmin
from welfare import models


@admin.register(models.Occasion)
class OccasionAdmin(OfficeAdmin):
    list_display = ["name", "hint", "order", "is_active"]
    search_fields = ["name"]


@admin.register(models.FundSource)
class FundSourceAdmin(OfficeAdmin):
    list_display = ["name", "order", "is_active"]
    search_fields = ["name"]


@admin.register(models.BirthdayCustom)
class BirthdayCustomAdmin(OfficeAdmin):
    list_display = ["__str__"]

    def has_add_permission(self, request):
        return False


@admin.register(models.Visit)
class VisitAdmin(ReadOnlyAdmin):
    list_display = ["member", "occasion", "visited_on", "amount", "source", "state"]
    list_select_related = ["member", "occasion", "source"]
    list_filter = ["state", "occasion", "source"]
    search_fields = ["member__name", "member__staff_no"]
    exclude = ["remarks", "form_key"]


@admin.register(models.HealthRound)
class HealthRoundAdmin(OfficeAdmin):
    """A round is opened with its list of people; whom it is for stays as it was."""

    list_display = ["title", "whom", "starts_on", "ends_on", "place"]
    search_fields = ["title"]
    readonly_fields = ["whom"]

    def has_add_permission(self, request):
        return False
