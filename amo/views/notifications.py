"""Messages to one membership inside the app."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_POST

from amo.actions import inbox
from amo.models import Notification
from amo.models.users import ALL_ROLES
from amo.policy import LogRule, page
from amo.redirects import redirect_next

PAGE_SIZE = 50


@page(roles=ALL_ROLES, log=LogRule.NONE)
@require_http_methods(["GET"])
def notifications(request):
    """Newest first, unread marked."""
    found = Notification.objects.visible_to(request.membership)
    current = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    items = [
        {
            "text": one.text,
            "time": date_format(localtime(one.created_at), "j. F Y H.i"),
            "url": reverse("amo:notification_open", args=[one.public_id]) if one.url else "",
            "unread": one.read_at is None,
            "read_url": reverse("amo:notification_read", args=[one.public_id]),
        }
        for one in current
    ]
    unread = any(item["unread"] for item in items)
    page_urls = {number: f"?page={number}" for number in current.paginator.page_range}
    context = {"page": current, "items": items, "unread": unread, "page_urls": page_urls}
    return render(request, "amo/notifications.html", context)


@page(roles=ALL_ROLES, log=LogRule.NONE)
@require_POST
def notification_read(request, public_id):
    """Mark one as read."""
    one = get_object_or_404(Notification.objects.visible_to(request.membership), public_id=public_id)
    inbox.mark_read(notification=one, by=request.membership)
    return redirect_next(request, "amo:notifications")


@page(roles=ALL_ROLES, log=LogRule.NONE)
@require_POST
def notifications_read(request):
    """Mark all as read."""
    inbox.mark_all_read(by=request.membership)
    return redirect("amo:notifications")


@page(roles=ALL_ROLES, log=LogRule.NONE)
@require_http_methods(["GET"])
def notification_open(request, public_id):
    """Go to what it is about, and mark it as read on the way."""
    one = get_object_or_404(Notification.objects.visible_to(request.membership), public_id=public_id)
    inbox.mark_read(notification=one, by=request.membership)
    return redirect(one.url or "amo:notifications")
