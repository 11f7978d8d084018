"""The training plan on paper for the workplace: steps with boxes, no internal notes (L4)."""

from django.utils import translation
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import gettext as _

from amo import clock, pdf
from amo.list_export import NORWEGIAN
from placements.models import TrainingPlan


def render(plan: TrainingPlan) -> bytes:
    """The PDF, in the participant's written form."""
    with translation.override(plan.placement.participant.written_form):
        return pdf.render("placements/training_plan.typ", data(plan))


def file_name(plan: TrainingPlan) -> str:
    """ "opplaringsplan-solbakken-sykehjem.pdf": it names the workplace, not the person."""
    name = slugify(plan.placement.employer.name.translate(NORWEGIAN))[:60] or "praksis"
    return f"opplaringsplan-{name}.pdf"


def data(plan: TrainingPlan) -> dict:
    """Everything the sheet says, in the language that is active."""
    placement = plan.placement
    provider = placement.enrolment.intake.contract.provider
    return {
        "language": placement.participant.written_form,
        "title": _("Opplæringsplan"),
        "sender": provider.name,
        "date": date_format(clock.today()),
        "footer": _("Planen er skrevet ut %(day)s.") % {"day": date_format(clock.today())},
        "lead": _("For %(name)s hos %(employer)s.")
        % {"name": placement.participant.name, "employer": placement.employer.name},
        "facts": [
            [_("Periode"), f"{date_format(placement.starts_on)} – {date_format(placement.ends_on)}"],
            [_("Fadder"), placement.mentor_name],
        ],
        "columns": [_("Nådd"), _("Steg"), _("Innen"), _("Hvem vurderer")],
        "goals": [
            {
                "reached": goal.reached_on is not None,
                "text": goal.text,
                "due": date_format(goal.due_on),
                "judge": str(goal.get_judged_by_display()),
            }
            for goal in plan.goals.all()
        ],
        "note": _("Kryss av når deltakeren kan steget alene. Ring kursleverandøren hvis planen ikke kan følges."),
    }
