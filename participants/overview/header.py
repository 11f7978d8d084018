"""The person's header: who she is, and what comes next."""

from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership
from participants.list_rules import is_never_told
from participants.models import Participant, Task


def next_action(participant: Participant, membership: Membership, *, may_write: bool) -> dict | None:
    """What is to be done next and where: the office's earliest open task, else the first step nobody has taken.

    {text, date, url}; None for others than the office. One or two queries.
    """
    if not membership.is_office:
        return None
    tasks = Task.objects.visible_to(membership).open().filter(participant=participant, provider=None)
    task = tasks.order_by("due_on", "pk").first()
    if task:
        here = reverse("participants:detail", args=[participant.public_id]) + "#oppgaver"
        return {"text": task.title, "date": task.due_on, "url": task.url or here}
    if not may_write:
        return None
    row = getattr(participant, "portfolio_row", None)
    if row is None or row.mapped_on is None:
        text, route = _("Kartlegg"), "mapping"
    elif is_never_told(row):
        text, route = _("Informer om kurs"), "inform"
    else:
        return None
    return {"text": text, "date": None, "url": reverse(f"participants:{route}", args=[participant.public_id])}


def header(participant: Participant, action: dict | None) -> dict:
    """What {% person_header %} needs; `action` is what `next_action` found."""
    tags = []
    if participant.is_protected:
        tags.append({"label": _("Beskyttet"), "color": "danger", "variant": "strong", "icon": "ShieldLock"})
    if participant.written_form == Participant.WrittenForm.NYNORSK:
        tags.append({"label": _("Nynorsk"), "color": "neutral"})
    return {
        "name": participant.name,
        "identity_number": participant.national_id,
        "age": participant.age_on(clock.today()),
        "phone": participant.phone,
        "email": participant.email,
        "interpreter": participant.interpreter_language,
        "office": str(participant.office),
        "adviser": str(participant.caseworker.user) if participant.caseworker_id else "",
        "tags": tags,
        "next_action": action,
    }
