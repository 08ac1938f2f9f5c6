"""What the welfare adds to the page 名单."""

from django.urls import reverse

from members.models import Member
from members.reporting.lists import Entry
from welfare import rules
from welfare.models import BirthdayCustom


def entries(user, today):
    """Who of the retired reaches a round age this year."""
    if not rules.retiree_list(user):
        return []
    born = BirthdayCustom.load().round_years(today.year)
    count = Member.objects.retired().born_in_years(born).count()
    url = reverse("welfare:retiree_list") + "?only=round"
    about = "今年逢五逢十的离退休教职工，口径在后台「祝寿口径」。"
    return [Entry("祝寿", url, about, count)]
