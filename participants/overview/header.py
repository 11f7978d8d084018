"""The person's header: who she is, and what comes next."""

from django.utils.translation import gettext as _

from amo import clock
from participants.models import Participant, PortfolioRow


def header(participant: Participant, row: PortfolioRow | None) -> dict:
    """What {% person_header %} needs."""
    tags = []
    if participant.is_protected:
        tags.append({"label": _("Beskyttet"), "color": "danger", "variant": "strong", "icon": "ShieldLock"})
    if participant.written_form == Participant.WrittenForm.NYNORSK:
        tags.append({"label": _("Nynorsk"), "color": "neutral"})
    next_action = None
    if row and row.next_action:
        next_action = {"text": row.next_action, "date": row.next_action_on, "url": ""}
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
        "next_action": next_action,
    }
