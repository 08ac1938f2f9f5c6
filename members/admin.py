"""The base of every record page in the shared admin, and the members' own."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import transaction

from members import audit, deeds, models
from members.services import placements
from unionoffice.states import Versioned

CHANGED = "这条记录刚才被别人改过了。请重新打开这一页，看过现在的内容再改。"


class VersionedAdminForm(forms.ModelForm):
    """Carries the version that was on the screen; saved over no other."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["seen_version"] = self.instance.version

    def clean(self):
        data = super().clean()
        if self.instance.pk:
            rows = type(self.instance).objects.select_for_update()  # admin is atomic
            if rows.get(pk=self.instance.pk).version != data.get("seen_version"):
                raise ValidationError(CHANGED)
        return data


class OfficeAdmin(admin.ModelAdmin):
    """Looked up and corrected by the office; every change is in the audit trail."""

    list_per_page = 50
    actions = None

    def has_delete_permission(self, request, obj=None):
        return False

    def get_form(self, request, obj=None, change=False, **kwargs):
        if issubclass(self.model, Versioned):
            kwargs.setdefault("form", VersionedAdminForm)
        return super().get_form(request, obj, change, **kwargs)

    def get_fields(self, request, obj=None):
        fields = list(super().get_fields(request, obj))
        if issubclass(self.model, Versioned) and "seen_version" not in fields:
            changes = self.has_change_permission(request, obj)
            fields += ["seen_version"] if changes else []
        return fields

    @transaction.atomic
    def save_model(self, request, obj, form, change):
        changes = audit.changed_fields(form) if change else {}
        if change and isinstance(obj, Versioned):
            obj.version += 1  # open edit forms learn of it
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


class PlaceAdmin(OfficeAdmin):
    """Names and order; where it lies, who leads and its end are deeds."""

    list_display = ["name", "parent", "leader", "order", "is_active"]
    list_select_related = ["parent", "leader"]
    list_filter = ["is_active"]
    search_fields = ["name"]
    fields = ["name", "order"]


@admin.register(models.Department)
class DepartmentAdmin(PlaceAdmin):
    list_filter = ["kind", "is_active"]
    fields = ["name", "kind", "order"]


@admin.register(models.UnionGroup)
class UnionGroupAdmin(PlaceAdmin):
    pass


class StayAdmin(ReadOnlyAdmin):
    list_display = ["member", "department", "group", "began_on", "ended_on"]
    list_select_related = ["member", "department", "group"]
    list_filter = ["group", "department"]
    search_fields = ["member__staff_no", "member__name", "member__spelling"]


@admin.register(models.Placement)
class PlacementAdmin(StayAdmin):
    pass


@admin.register(models.Leading)
class LeadingAdmin(StayAdmin):
    pass


@admin.register(models.Body)
class BodyAdmin(OfficeAdmin):
    list_display = ["name", "is_own", "has_terms", "years", "order", "is_active"]
    search_fields = ["name"]


@admin.register(models.BodyRule)
class BodyRuleAdmin(OfficeAdmin):
    list_display = ["body", "kind", "post", "least", "most", "base_from", "source"]
    list_select_related = ["body"]
    list_filter = ["body", "kind"]
    search_fields = ["source"]


@admin.register(models.Term)
class TermAdmin(ReadOnlyAdmin):
    list_display = ["body", "number", "elected_on", "ends_on", "closed_on"]
    list_select_related = ["body"]
    list_filter = ["body"]


@admin.register(models.Seat)
class SeatAdmin(ReadOnlyAdmin):
    list_display = ["member", "body", "title", "began_on", "ended_on"]
    list_select_related = ["member", "body"]
    list_filter = ["body"]
    search_fields = ["member__staff_no", "member__name", "member__spelling"]

    @admin.display(description="职务")
    def title(self, seat):
        return seat.title


@admin.register(models.Member)
class MemberAdmin(OfficeAdmin):
    list_display = ["staff_no", "name", "sex", "department", "group", "work_status"]
    list_select_related = ["department", "group"]
    list_filter = ["work_status", "department", "group"]
    search_fields = ["staff_no", "name", "spelling"]
    # Class 2 and 3: seen and changed on the record's own page only.
    exclude = [
        "id_number",
        "phone",
        "children",
        "address",
        "emergency_name",
        "emergency_phone",
        "marriage",
    ]
    autocomplete_fields = ["department", "group"]

    @transaction.atomic
    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        placements.placements_follow([obj])


@admin.register(models.Membership)
class MembershipAdmin(ReadOnlyAdmin):
    list_display = [
        "member",
        "joined_on",
        "begun_by",
        "kept_on",
        "ended_on",
        "ended_by",
    ]
    list_select_related = ["member"]
    list_filter = ["begun_by", "kept_for", "ended_by"]
    search_fields = ["member__staff_no", "member__name", "member__spelling"]


@admin.register(models.Application)
class ApplicationAdmin(ReadOnlyAdmin):
    list_display = ["member", "kind", "state", "filed_on", "decided_on"]
    list_select_related = ["member"]
    list_filter = ["kind", "state"]
    search_fields = ["member__staff_no", "member__name", "member__spelling"]


@admin.register(models.Correction)
class CorrectionAdmin(ReadOnlyAdmin):
    """That something was proposed and how it ended; the values are no matter here."""

    list_display = ["member", "label", "state", "proposed_at", "decided_at"]
    list_select_related = ["member"]
    list_filter = ["state"]
    search_fields = ["member__staff_no", "member__name", "member__spelling"]
    fields = [*list_display, "decided_by", "reason"]
    readonly_fields = ["label"]

    @admin.display(description="项目", ordering="field")
    def label(self, correction):
        return correction.label


@admin.register(models.ListCustom)
class ListCustomAdmin(OfficeAdmin):
    def has_add_permission(self, request):
        return False


@admin.register(models.ArchiveCheck)
class ArchiveCheckAdmin(ReadOnlyAdmin):
    list_display = ["checked_on", "checked_by", "people", "note"]
    list_select_related = ["checked_by__member"]


@admin.register(models.SettledFinding)
class SettledFindingAdmin(ReadOnlyAdmin):
    list_display = ["member", "kind", "settled_on", "settled_by"]
    list_select_related = ["member", "settled_by__member"]
    exclude = ["digest"]
    search_fields = ["member__staff_no", "member__name", "member__spelling"]


class DeedFilter(admin.AllValuesFieldListFilter):
    """The actions in the trail, by their names."""

    def choices(self, changelist):
        for choice in super().choices(changelist):
            yield choice | {"display": deeds.name(str(choice["display"]))}


@admin.register(models.AuditEntry)
class AuditEntryAdmin(ReadOnlyAdmin):
    list_display = ["at", "by_name", "deed", "object_label", "address"]
    list_filter = [("action", DeedFilter)]
    search_fields = ["by_name", "object_label"]
    readonly_fields = ["deed"]

    def get_fields(self, request, obj=None):
        """The name of the deed stands where its code would."""
        names = [n for n in super().get_fields(request, obj) if n != "deed"]
        return ["deed" if name == "action" else name for name in names]

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    @admin.display(description="做了什么", ordering="action")
    def deed(self, entry):
        return deeds.name(entry.action)
