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


@admin.register(models.Session)
class SessionAdmin(ReadOnlyAdmin):
    list_display = ["title", "state", "held_on", "proposals_from", "proposals_until"]
    list_filter = ["state"]


@admin.register(models.Proposal)
class ProposalAdmin(ReadOnlyAdmin):
    """Only what was handed in: a draft is nobody's but its author's."""

    list_display = ["number_text", "title", "author", "session", "state"]
    list_select_related = ["author", "session"]
    list_filter = ["session", "state", "category"]
    search_fields = ["title", "author__name"]
    exclude = ["form_key"]

    def get_queryset(self, request):
        return super().get_queryset(request).received()

    @admin.display(description="编号")
    def number_text(self, proposal):
        return proposal.number_text
