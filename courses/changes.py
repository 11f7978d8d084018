"""What was changed on an application, in words (A1)."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from courses.models import ApplicationChange
from courses.words_base import join_words


def change_words(change: ApplicationChange) -> str:
    """ "La til Kafé og kantine. Tok bort Pleieassistent. Rekkefølgen er nå: …"."""
    before, after = [one["intake"] for one in change.before], [one["intake"] for one in change.after]
    added = [one for one in change.after if one["intake"] not in before]
    removed = [one for one in change.before if one["intake"] not in after]
    texts = []
    if added:
        texts.append(_("La til %(courses)s.") % {"courses": _titles(added)})
    if removed:
        texts.append(_("Tok bort %(courses)s.") % {"courses": _titles(removed)})
    if [one for one in before if one in after] != [one for one in after if one in before]:
        texts.append(_("Ny rekkefølge: %(order)s.") % {"order": in_order(change.after)})
    return " ".join(texts)


def in_order(wishes: Iterable[dict]) -> str:
    """ "1. Pleieassistent, 2. Kafé og kantine"."""
    return ", ".join(f"{rank}. {one['title']}" for rank, one in enumerate(wishes, start=1))


def _titles(wishes: Iterable[dict]) -> str:
    return join_words(f"{one['title']} ({one['code']})" for one in wishes)
