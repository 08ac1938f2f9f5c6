"""The base of every record page in the shared admin, and the members' own."""

from django.contrib import admin

from members import audit, models


class OfficeAdmin(admin.ModelAdmin):
    """Looked up and corrected by the office; every change is in the audit trail."""

    list_per_page = 50
    actions = None

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        changes = audit.changed_fields(form) if change else {}
        super().save_model(request, obj, form, change)
        verb = f"{obj._meta.model_name}.{'corrected' if change else 'added'}"
        audit.record(request.user, verb, obj, changes=changes, where="admin")


class ReadOnlyAdmin(OfficeAdmin):
    """Shown, never changed here: what moves by a deed."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(models.Office)
class OfficeDataAdmin(OfficeAdmin):
    def has_add_permission(self, request):
        return False


@admin.register(models.Department)
class DepartmentAdmin(OfficeAdmin):
    list_display = ["name", "order", "is_active"]
    search_fields = ["name"]


@admin.register(models.UnionGroup)
class UnionGroupAdmin(OfficeAdmin):
    list_display = ["name", "leader", "order", "is_active"]
    list_select_related = ["leader"]
    search_fields = ["name"]
    autocomplete_fields = ["leader"]


@admin.register(models.Member)
class MemberAdmin(OfficeAdmin):
    list_display = ["staff_no", "name", "sex", "department", "group", "work_status"]
    list_select_related = ["department", "group"]
    list_filter = ["work_status", "department", "group"]
    search_fields = ["staff_no", "name", "spelling"]
    exclude = ["id_number", "phone"]
    autocomplete_fields = ["department", "group"]


@admin.register(models.AuditEntry)
class AuditEntryAdmin(ReadOnlyAdmin):
    list_display = ["at", "by_name", "action", "object_label", "address"]
    list_filter = ["action"]
    search_fields = ["by_name", "object_label"]

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)
