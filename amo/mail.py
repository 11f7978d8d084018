"""Mail through the outbox: counts and a link, never a client's name (07-ui)."""

from django.conf import settings
from django.core.mail import EmailMessage

from amo import outbox
from amo.models import OutboxMessage


def queue(*, to: str, subject: str, text: str, dedupe_key: str, url: str = "") -> bool:
    """Send `text` to one address after the commit; False when this key was queued before or there is no address.

    Neither subject nor text may name a client. url: path in the app, put below the text as a full address.
    """
    if not to:
        return False
    body = f"{text}\n\n{settings.BASE_URL.rstrip('/')}{url}\n" if url else f"{text}\n"
    return outbox.add("mail", f"mail:{dedupe_key}", {"to": to, "subject": subject, "text": body})


def send(message: OutboxMessage) -> None:
    """Handler of the outbox. The Message-ID is the same at every attempt."""
    payload = message.payload
    EmailMessage(
        subject=" ".join(payload["subject"].split()),
        body=payload["text"],
        to=[payload["to"]],
        headers={"Message-ID": message.message_id, "Auto-Submitted": "auto-generated"},
    ).send()
