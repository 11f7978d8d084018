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
        defaults={"text": str(text)[:300], "url": url, "created_at": clock.now()},
    )
    return notification
