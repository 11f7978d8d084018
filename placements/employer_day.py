"""The employer's day on paper and by mail (L2, 06-access): the paper has what was agreed to, the mail only counts."""

from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _

from amo import clock, mail, pdf
from amo.list_export import NORWEGIAN
from amo.models import Membership
from placements.models import Employer
from placements.requests import EmployerDay


def render(day: EmployerDay, membership: Membership) -> bytes:
    """The PDF: first name and phone of those who have agreed, the others as a number."""
    asking = {"heading": _("De som spør")}
    if day.named:
        rows = [[shown.first_name, shown.phone or "–"] for shown in day.named]
        asking["table"] = {"columns": [_("Fornavn"), _("Telefon")], "rows": rows}
    others = {"paragraphs": [text for text in (day.more, day.others) if text]}
    return pdf.render(
        "amo/document.typ",
        {
            "sender": membership.organisation_name,
            "date": date_format(clock.today()),
            "title": day.headline,
            "subtitle": day.employer.name,
            "lead": _(
                "Gi svar til kursleverandøren. Den som får nei, kan spørre en annen, og den neste i køen får spørre."
            ),
            "sections": [asking, others],
            "footer": _("Fornavn og telefon gis bare for dem som har samtykket. Makuleres når svaret er gitt."),
        },
    )


def file_name(employer: Employer) -> str:
    """ "praksis-solbakken-sykehjem.pdf"."""
    return f"praksis-{slugify(employer.name.translate(NORWEGIAN))[:60] or 'arbeidsgiver'}.pdf"


def send_counts(day: EmployerDay, *, by: Membership, submission: str) -> bool:
    """Tell the employer's contact by mail how many ask: numbers, and no name. False where there is no address."""
    text = _(
        "Hei!\n\n%(headline)s\n\nDere får vite hvem det gjelder når kursleverandøren ringer eller kommer innom. Svar til "
        "%(sender)s."
    ) % {"headline": day.headline, "sender": by.organisation_name}
    return mail.queue(
        to=day.employer.contact_email,
        subject=_("Praksisplass: %(headline)s") % {"headline": day.headline},
        text=text,
        dedupe_key=f"employer-day:{day.employer.public_id}:{submission}",
    )
