"""What every page's frame needs (templates/base.html, components/header.html)."""

from django.conf import settings
from django.urls import reverse

from amo import clock, navigation
from amo.models import Notification, User


def shell(request) -> dict:
    """Header, banner and colours. Two queries for a signed-in user, none for the sign-in page outside demo mode."""
    membership = getattr(request, "membership", None)
    user = getattr(request, "user", None)
    match = getattr(request, "resolver_match", None)
    signed_in = bool(user and user.is_authenticated)
    offset = clock.offset_days()
    values = {
        "membership": membership,
        "memberships": getattr(request, "memberships", []),
        "nav_items": navigation.items(membership, match.view_name if match else ""),
        "everywhere": navigation.everywhere(membership, request.get_full_path()),
        "search_url": navigation.search_url(membership),
        "home_url": reverse("amo:start"),
        "demo": settings.DEMO,
        "clock_moved": offset != 0,
        "clock_url": "",
        "today": clock.today(),
        "color_scheme": user.color_scheme if signed_in else "system",
        "unread_count": 0,
    }
    values["demo_today"] = values["today"]
    if signed_in:
        values |= {
            "user_name": str(user),
            "unit_name": membership.organisation_name if membership else "",
            "switch_url": reverse("amo:switch"),
            "theme_url": reverse("amo:theme"),
            "language_url": reverse("amo:language"),
            "languages": [(str(code), label) for code, label in User.Language.choices],
            "sign_out_url": reverse("amo:logout"),
        }
    if membership:
        values["notifications_url"] = reverse("amo:notifications")
        values["unread_count"] = Notification.objects.visible_to(membership).filter(read_at=None).count()
        if settings.DEMO and membership.role == "administrator":
            values["clock_url"] = reverse("amo:clock")
    return values
