"""The rows ticked in a list: who of them may be changed here, and what to say about the rest."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from participants.models import Participant
from participants.views.lookups import may_write

MAX_BULK = 500


@dataclass(frozen=True)
class Selection:
    """closed: how many she sees in the list and may not open (protected, her own file); others: a colleague's."""

    people: list[Participant]
    closed: int = 0
    others: int = 0
    too_many: bool = False

    @property
    def left_out(self) -> list[str]:
        """A sentence for each reason somebody is left out. It names nobody: that would tell who they are."""
        said = []
        if self.closed:
            text = ngettext(
                "%(n)d bruker er utelatt fordi du ikke har tilgang til personen.",
                "%(n)d brukere er utelatt fordi du ikke har tilgang til dem.",
                self.closed,
            )
            said.append(text % {"n": self.closed})
        if self.others:
            text = ngettext(
                "%(n)d bruker er utelatt fordi en kollega er veileder for personen.",
                "%(n)d brukere er utelatt fordi kolleger er veiledere for dem.",
                self.others,
            )
            said.append(text % {"n": self.others})
        return said

    @property
    def as_seen(self) -> str:
        """Who is meant and whose they are, as one word: another one when somebody has changed it in between."""
        seen = sorted((person.pk, person.caseworker_id or 0) for person in self.people)
        return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]

    @property
    def refusal(self) -> str:
        """Why nothing can be done with the selection; "" when something can."""
        if self.too_many:
            return _("Velg høyst %(n)d brukere om gangen.") % {"n": MAX_BULK}
        if self.people:
            return ""
        return " ".join(self.left_out) or _("Velg minst én bruker i listen først.")


def chosen(request: HttpRequest, *, write: bool) -> Selection:
    """The persons of the posted `ids`. write: only those whose file the membership may change. Two queries.

    404 for what is no id. One id outside the scope refuses them all, with the same 404 (06-access): no list of hers
    can have offered it.
    """
    try:
        keys = {UUID(one) for one in request.POST.getlist("ids")}
    except ValueError:
        raise Http404 from None
    if len(keys) > MAX_BULK:
        return Selection([], too_many=True)
    membership = request.membership
    visible = Participant.objects.visible_to(membership).filter(public_id__in=keys)
    if visible.count() != len(keys):
        raise Http404
    openable = list(visible.openable_by(membership).select_related("caseworker__user").order_by("name_sort", "pk"))
    people = [person for person in openable if not write or may_write(membership, person)]
    return Selection(people, closed=len(keys) - len(openable), others=len(openable) - len(people))
