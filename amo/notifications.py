"""Messages to one membership inside the app: a list with an unread mark."""

from django.db import transaction

from amo import clock
from amo.models import Membership, Notification


@transaction.atomic
def notify(membership: Membership, text: str, url: str, dedupe_key: str) -> Notification:
    """Leave a message once per key; the first one stays as it was.

    `text` names no client, `url` leads to what it is about.
    """
    notification, _created = Notification.objects.get_or_create(
        membership=membership,
        dedupe_key=dedupe_key,
        defaults={"text": text[:300], "url": url, "created_at": clock.now()},
    )
    return notification


@transaction.atomic
def mark_read(notification: Notification, *, by: Membership) -> Notification:
    """Take the unread mark away."""
    if notification.read_at is None:
        notification.read_at = clock.now()
        notification.save(update_fields=["read_at"])
    return notification


def unread_count(membership: Membership | None) -> int:
    """How many are unread."""
    return Notification.objects.filter(membership=membership, read_at=None).count() if membership else 0
