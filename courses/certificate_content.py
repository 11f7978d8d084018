"""What a course certificate says, as plain text in the language of the moment (K5)."""

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from amo import clock
from courses import specification
from courses.models import Enrolment


def of(enrolment: Enrolment, number: str, spec=None) -> dict:
    """The content of the PDF, from the version of the concept the class was planned under.

    spec: `specification.of_intake` of the class, where there are many.
    """
    intake, person = enrolment.intake, enrolment.participant
    spec = spec or specification.of_intake(intake)
    weeks = _("%(theory)d uker teori og %(placement)d uker praksis")
    return {
        "language": (get_language() or "nb")[:2],
        "title": _("Kursbevis"),
        "name": person.name,
        "born": _("født %(day)s") % {"day": date_format(person.born_on)},
        "statement": _("har fullført kurset"),
        "course": spec.title,
        "period": f"{date_format(enrolment.starts_on)} – {date_format(enrolment.ends_on)}",
        "facts": [
            [_("Varighet"), weeks % {"theory": spec.theory_weeks, "placement": spec.placement_weeks}],
            [_("Timer i uka i teoridelen"), str(spec.hours_per_week)],
            [_("Kursnummer"), intake.code],
            [_("Sted"), intake.place],
        ],
        "topics_label": _("Temaer"),
        "topics": list(spec.topics),
        "issued": _("Utstedt %(day)s") % {"day": date_format(enrolment.certificate_issued_on or clock.today())},
        "provider": intake.provider.name,
        "sender": intake.provider.name,
        "number": number,
    }


def as_text(content: dict) -> str:
    """The stored content in one line, for the person's own print-out."""
    return f"{content['title']}: {content['course']}, {content['period']}"
