"""Phone numbers: their mask."""

MOBILE, SHORT = 11, 7


def masked(phone):
    """138****5678; of a landline the last four digits; of anything shorter nothing."""
    if not phone:
        return ""
    first = phone[:3] if len(phone) >= MOBILE else ""
    last = phone[-4:] if len(phone) >= SHORT else ""
    return f"{first}****{last}"
