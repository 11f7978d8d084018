"""Messages to one membership inside the app: a list with an unread mark."""

from collections.abc import Iterable

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
        defaults={"text": str(text)[:300], "url": url, "created_at": clock.now()},
    )
    return notification


@transaction.atomic
def notify_many(items: Iterable[tuple[Membership, str, str, str]]) -> None:
    """As `notify`, for any number of (membership, text, url, dedupe key) in one statement."""
    now = clock.now()
    Notification.objects.bulk_create(
        [
            Notification(membership=membership, text=str(text)[:300], url=url, dedupe_key=key, created_at=now)
            for membership, text, url, key in items
        ],
        ignore_conflicts=True,
        batch_size=1000,
    )
