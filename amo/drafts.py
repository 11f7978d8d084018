"""What was typed and not sent yet: kept server-side per membership, form and object; survives the session."""

import datetime as dt
from collections.abc import Mapping

from django.http import QueryDict

from amo import clock, submissions
from amo.models import Draft, Membership

# Never part of a draft: the token of the session, and the two that belong to one showing of the form. The version is
# part of it: what was typed was typed over that version, and not over what somebody has saved since.
LEFT_OUT = frozenset({"csrfmiddlewaretoken", "submission", "next"})
MAX_CHARACTERS = 60_000
KEPT_DAYS = 30
# The columns a membership has chosen for a list (amo.saved_filters): kept in the same table, not a draft of a form.
LIST_COLUMNS = "list-columns"


class TooLarge(ValueError):
    """More was posted than a draft holds."""


def save(membership: Membership, form_key: str, object_key: str, data: Mapping) -> Draft | None:
    """Store `data` (a QueryDict, or name -> list of values) as the draft. Raises TooLarge.

    None, and nothing stored, when this very form has been sent in the meantime (a late autosave).
    """
    values = {name: list(texts) for name, texts in _lists(data)}
    sent = next((texts[0] for name, texts in values.items() if name.endswith("submission") and texts), "")
    if sent and submissions.is_used(sent):
        return None
    kept = {name: texts for name, texts in values.items() if name.rpartition("-")[2] not in LEFT_OUT}
    if sum(len(name) + sum(map(len, texts)) for name, texts in kept.items()) > MAX_CHARACTERS:
        raise TooLarge
    kept = {name.replace("\x00", ""): [text.replace("\x00", "") for text in texts] for name, texts in kept.items()}
    draft, _created = Draft.objects.update_or_create(
        membership=membership,
        form_key=form_key,
        object_key=object_key,
        defaults={"data": kept, "updated_at": clock.now()},
    )
    return draft


def load(membership: Membership, form_key: str, object_key: str = "") -> Draft | None:
    """The draft, or None."""
    return Draft.objects.filter(membership=membership, form_key=form_key, object_key=object_key).first()


def discard(membership: Membership, form_key: str, object_key: str = "") -> None:
    """Throw the draft away; nothing happens when there is none."""
    Draft.objects.filter(membership=membership, form_key=form_key, object_key=object_key).delete()


def sweep(now: dt.datetime) -> int:
    """Job of the tick: drafts nobody came back to are deleted. Chosen columns of lists stay."""
    old = Draft.objects.filter(updated_at__lt=now - dt.timedelta(days=KEPT_DAYS)).exclude(form_key=LIST_COLUMNS)
    count, _by_model = old.delete()
    return count


def as_querydict(draft: Draft) -> QueryDict:
    """The draft's values as if they had been posted."""
    data = QueryDict(mutable=True)
    for name, texts in draft.data.items():
        data.setlist(name, texts)
    return data


def _lists(data: Mapping):
    return data.lists() if hasattr(data, "lists") else data.items()
