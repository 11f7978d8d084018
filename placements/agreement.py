"""The placement agreement as a PDF for three signatures: what the employer needs, and nothing internal (L3).

In bokmål or nynorsk, as the participant prefers. No national id, no benefit, no notes.
"""

from django.utils import translation
from django.utils.formats import date_format, number_format
from django.utils.text import slugify
from django.utils.translation import gettext as _

from amo import clock, pdf
from amo.list_export import NORWEGIAN
from placements.models import Placement


def render(placement: Placement) -> bytes:
    """The PDF, in the participant's written form."""
    with translation.override(placement.participant.written_form):
        return pdf.render("placements/agreement.typ", data(placement))


def file_name(placement: Placement) -> str:
    """ "praksisavtale-solbakken-sykehjem.pdf": it names the workplace, not the person."""
    return f"praksisavtale-{slugify(placement.employer.name.translate(NORWEGIAN))[:60] or 'praksis'}.pdf"


def data(placement: Placement) -> dict:
    """Everything the agreement says, in the language that is active."""
    provider = placement.enrolment.intake.contract.provider
    return {
        "language": placement.participant.written_form,
        "title": _("Avtale om praksisplass"),
        "sender": provider.name,
        "date": date_format(clock.today()),
        "footer": _("Avtalen er skrevet ut %(day)s.") % {"day": date_format(clock.today())},
        "lead": _(
            "Praksisen er en del av arbeidsmarkedskurset %(course)s. Deltakeren er ikke ansatt hos arbeidsgiveren."
        )
        % {"course": placement.enrolment.intake.concept.title},
        "sections": [
            {"heading": _("Hvem avtalen gjelder"), "facts": _parties(placement, provider)},
            {"heading": _("Praksisen"), "facts": _terms(placement)},
            *_plan(placement),
            {"heading": _("Det vi er enige om"), "paragraphs": _declarations(provider)},
        ],
        "when": _("Sted og dato"),
        "signatures": [
            [_("Deltakeren"), placement.participant.name],
            [_("Arbeidsgiveren"), placement.employer.name],
            [_("Kursleverandøren"), provider.name],
        ],
    }


def _parties(placement: Placement, provider) -> list[list[str]]:
    employer, intake = placement.employer, placement.enrolment.intake
    number = employer.organisation_number
    workplace = _("%(name)s, organisasjonsnummer %(number)s") % {"name": employer.name, "number": number}
    return [
        [_("Deltaker"), placement.participant.name],
        [_("Arbeidsgiver"), workplace if number else employer.name],
        [_("Adresse"), employer.address],
        [_("Kursleverandør"), provider.name],
        [_("Kurs"), f"{intake.concept.title} ({intake.code})"],
    ]


def _terms(placement: Placement) -> list[list[str]]:
    mentor = placement.mentor_name
    if placement.mentor_phone:
        mentor = _("%(name)s, telefon %(phone)s") % {"name": mentor, "phone": placement.mentor_phone}
    return [
        [_("Periode"), f"{date_format(placement.starts_on)} – {date_format(placement.ends_on)}"],
        [_("Timer i uka"), number_format(placement.hours_per_week.normalize(), use_l10n=True)],
        [_("Fadder"), mentor],
        [_("Arbeidsoppgaver"), placement.tasks],
    ]


def _plan(placement: Placement) -> list[dict]:
    """The steps of the training plan, where there is one."""
    plan = getattr(placement, "training_plan", None)
    goals = list(plan.goals.all()) if plan else []
    if not goals:
        return []
    columns = [_("Steg"), _("Innen"), _("Hvem vurderer")]
    rows = [[goal.text, date_format(goal.due_on), str(goal.get_judged_by_display())] for goal in goals]
    return [{"heading": _("Opplæringsplan"), "table": {"columns": columns, "rows": rows}}]


def _declarations(provider) -> list[str]:
    who = provider.name
    if provider.phone:
        who = _("%(name)s, telefon %(phone)s") % {"name": provider.name, "phone": provider.phone}
    elif provider.email:
        who = _("%(name)s, e-post %(email)s") % {"name": provider.name, "email": provider.email}
    return [
        _(
            "Arbeidsgiveren erklærer at praksisplassen ikke fortrenger ordinært ansatte. Ingen er sagt opp, permittert "
            "eller får mindre arbeid fordi deltakeren er her, og deltakeren erstatter ikke en ledig stilling."
        ),
        _("Arbeidsgiveren gir deltakeren opplæring og en fadder som følger opp hver dag."),
        _("Deltakeren følger arbeidstiden og reglene på arbeidsplassen, og gir beskjed samme dag ved fravær."),
        _("Kursleverandøren besøker arbeidsplassen minst én gang og svarer når noen av partene tar kontakt."),
        _("Hver av partene kan avslutte avtalen på dagen. Ring kursleverandøren først."),
        _("Spørsmål, fravær eller noe som ikke går som avtalt: ring %(who)s.") % {"who": who},
    ]
