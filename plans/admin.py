"""Records of plans in the shared admin: the dictionary is edited, deeds are not."""

from django.contrib import admin

from members.admin import OfficeAdmin, ReadOnlyAdmin
from plans.models import (
    AccountHeading,
    Activity,
    Attendance,
    Category,
    Duty,
    DutyDone,
    LeadRequest,
    Measure,
    Plan,
    PlanSection,
    SchoolPeriod,
    Signup,
    SignupSheet,
)


@admin.register(Category)
class CategoryAdmin(OfficeAdmin):
    list_display = ["name", "order", "colour", "words"]
    search_fields = ["name", "words"]


@admin.register(AccountHeading)
class AccountHeadingAdmin(OfficeAdmin):
    list_display = ["name", "order", "is_active"]
    search_fields = ["name"]


@admin.register(SignupSheet)
class SignupSheetAdmin(ReadOnlyAdmin):
    list_display = ["activity", "allocation", "places", "taken", "closes_at"]
    list_select_related = ["activity"]
    list_filter = ["allocation"]
    search_fields = ["activity__title"]
    exclude = ["seed"]  # told on the page of the draw, after closing


@admin.register(Signup)
class SignupAdmin(ReadOnlyAdmin):
    list_display = ["sheet", "member", "number", "state", "companions"]
    list_select_related = ["sheet__activity", "member"]
    list_filter = ["state"]
    search_fields = ["sheet__activity__title", "member__name", "member__staff_no"]


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

    def has_change_permission(self, request, obj=None):
        """What belongs to an archived plan is read here too."""
        if obj and obj.plan and obj.plan.state == Plan.State.ARCHIVED:
            return False
        return super().has_change_permission(request, obj)


@admin.register(Attendance)
class AttendanceAdmin(ReadOnlyAdmin):
    list_display = ["activity", "member"]
    list_select_related = ["activity", "member"]
    search_fields = ["activity__title", "member__name", "member__staff_no"]


@admin.register(Duty)
class DutyAdmin(OfficeAdmin):
    list_display = ["title", "rhythm", "lead", "who", "is_active"]
    list_select_related = ["lead"]
    list_filter = ["rhythm", "is_active"]
    search_fields = ["title", "who"]
    autocomplete_fields = ["lead", "category"]


@admin.register(DutyDone)
class DutyDoneAdmin(ReadOnlyAdmin):
    list_display = ["duty", "period", "done_on", "remark"]
    list_select_related = ["duty"]
    search_fields = ["duty__title", "remark"]


@admin.register(LeadRequest)
class LeadRequestAdmin(ReadOnlyAdmin):
    list_display = ["activity", "member", "state", "asked_on", "answered_on"]
    list_select_related = ["activity", "member"]
    list_filter = ["state"]
    search_fields = ["activity__title", "member__name", "member__staff_no"]
