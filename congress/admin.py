"""The congress in the shared admin: its lists are edited, its records looked up."""

from django.contrib import admin

from congress import models
from members.admin import OfficeAdmin, ReadOnlyAdmin


class ListedAdmin(OfficeAdmin):
    list_display = ["name", "order", "is_active"]
    search_fields = ["name"]


@admin.register(models.ProposalCategory)
class ProposalCategoryAdmin(ListedAdmin):
    pass


@admin.register(models.RejectReason)
class RejectReasonAdmin(ListedAdmin):
    pass


@admin.register(models.CompositionRule)
class CompositionRuleAdmin(OfficeAdmin):
    list_display = ["key", "words", "source", "scope", "since", "until", "is_active"]
    list_filter = ["key", "is_active"]

    @admin.display(description="比例")
    def words(self, rule):
        return rule.words or "只显示，不判断"


@admin.register(models.Congress)
class CongressAdmin(ReadOnlyAdmin):
    list_display = ["__str__", "level", "form", "years", "begins_on", "ends_on"]
    list_filter = ["level", "form"]
    list_select_related = ["department"]


@admin.register(models.Constituency)
class ConstituencyAdmin(ReadOnlyAdmin):
    list_display = ["name", "congress", "quota", "delegation"]
    list_select_related = ["congress__department", "delegation"]


@admin.register(models.Delegate)
class DelegateAdmin(ReadOnlyAdmin):
    list_display = [
        "member",
        "congress",
        "kind",
        "constituency",
        "elected_on",
        "ended_on",
    ]
    list_filter = ["kind"]
    list_select_related = ["member", "congress__department", "constituency"]
    search_fields = ["member__name", "member__staff_no"]


@admin.register(models.Session)
class SessionAdmin(ReadOnlyAdmin):
    list_display = ["title", "state", "held_on", "proposals_from", "proposals_until"]
    list_filter = ["state"]


@admin.register(models.Sitting)
class SittingAdmin(ReadOnlyAdmin):
    list_display = ["name", "session", "held_on", "place", "state"]
    list_select_related = ["session"]
    list_filter = ["state"]


@admin.register(models.Proposal)
class ProposalAdmin(ReadOnlyAdmin):
    """What was handed in, as far as the pages show it to this person."""

    list_display = ["number_text", "title", "author", "session", "state"]
    list_select_related = ["author", "session__congress"]
    list_filter = ["session", "state", "category"]
    search_fields = ["title", "author__name"]
    exclude = ["form_key"]

    def get_queryset(self, request):
        seen = models.Proposal.objects.visible_to(request.user).received()
        return super().get_queryset(request).filter(pk__in=seen.values("pk"))

    @admin.display(description="编号")
    def number_text(self, proposal):
        return proposal.number_text


@admin.register(models.ProcedureStep)
class ProcedureStepAdmin(OfficeAdmin):
    list_display = ["name", "phase", "days", "by_workdays", "source", "is_active"]
    list_filter = ["phase", "is_active"]


@admin.register(models.Resolution)
class ResolutionAdmin(ReadOnlyAdmin):
    list_display = ["title", "session", "passed_on", "posted_on"]
    list_select_related = ["session"]
    search_fields = ["title"]
