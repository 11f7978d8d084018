"""Searching for a person: the term stays on the server, only a random key stands in the URL (07-ui)."""

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from amo import clock
from amo.models import Membership, StoredSearch

KEPT = dt.timedelta(hours=12)
MAX_LENGTH = 80


def store(membership: Membership, term: str) -> str:
    """Keep the term for this membership; returns the key for `?s=`."""
    term = " ".join(term.replace("\x00", "").split())[:MAX_LENGTH]
    return StoredSearch.objects.create(membership=membership, term=term, created_at=clock.now()).key


def search_term(membership: Membership, key: str) -> str:
    """The term behind a key; "" when it is unknown, too old or another membership's."""
    found = StoredSearch.objects.visible_to(membership).filter(key=key[:32], created_at__gt=clock.now() - KEPT)
    return found.values_list("term", flat=True).first() or ""


def redirect_to(request: HttpRequest, url: str) -> HttpResponse:
    """Answer a posted search (`q`): to the list at `url` with the key, or to the whole list when nothing was typed."""
    term = request.POST.get("q", "").strip()
    return redirect(f"{url}?f=1&s={store(request.membership, term)}" if term else f"{url}?f=1")


def sweep(now: dt.datetime) -> int:
    """Job of the tick: terms that nobody can use any more are deleted."""
    count, _by_model = StoredSearch.objects.filter(created_at__lte=now - KEPT).delete()
    return count
