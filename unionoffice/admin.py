"""The shared admin: one site for the records of all four apps."""

from allauth.account.decorators import secure_admin_login
from django.contrib.admin import AdminSite


class OfficeSite(AdminSite):
    """工会后台, behind the same login (and second factor) as every other page."""

    site_header = "工会后台"
    site_title = "工会后台"
    index_title = "档案与字典"
    site_url = "/"
    enable_nav_sidebar = True

    def __init__(self, name="admin"):
        super().__init__(name)
        self.login = secure_admin_login(self.login)

    def has_permission(self, request):
        return request.user.is_active and request.user.is_staff
