"""Records of plans in the shared admin: the dictionary is edited, deeds are not."""

from django.contrib import admin

from members.admin import OfficeAdmin, ReadOnlyAdmin
from plans.models import (
    Activity,
    Attendance,
    Category,
    Measure,
    Plan,
    PlanSection,
    SchoolPeriod,
)


@admin.register(Category)
class CategoryAdmin(OfficeAdmin):
    list_display = ["name", "order", "colour", "words"]
    search_fields = ["name", "words"]


@admin.register(SchoolPeriod)
class SchoolPeriodAdmin(OfficeAdmin):
    list_display = ["name", "kind", "starts_on", "ends_on"]
    list_filter = ["kind"]
    search_fields = ["name"]


@admin.register(Plan)
class PlanAdmin(ReadOnlyAdmin):
    list_display = ["title", "year", "start_month", "owner", "state", "approved_on"]
    list_select_related = ["owner"]
    list_filter = ["state", "year"]
    search_fields = ["title"]


@admin.register(PlanSection)
class PlanSectionAdmin(ReadOnlyAdmin):
    list_display = ["heading", "plan", "order"]
    list_select_related = ["plan"]
    search_fields = ["heading", "text"]


@admin.register(Measure)
class MeasureAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "plan", "responsible", "due_on"]
    list_select_related = ["plan"]
    search_fields = ["text", "responsible"]


@admin.register(Activity)
class ActivityAdmin(OfficeAdmin):
    """Facts may be corrected; state, record and people move by deeds only."""

    list_display = ["title", "first_month", "category", "lead", "state", "held_on"]
    list_select_related = ["category", "lead"]
    list_filter = ["state", "category", "level"]
    search_fields = ["title", "theme"]
    fields = ["title", "category", "level", "place", "partner_departments", "theme"]

    def has_add_permission(self, request):
        return False


@admin.register(Attendance)
class AttendanceAdmin(ReadOnlyAdmin):
    list_display = ["activity", "member"]
    list_select_related = ["activity", "member"]
    search_fields = ["activity__title", "member__name", "member__staff_no"]
