"""What differs between two versions of a plan, as text for a reader (P8)."""

from django.utils.translation import gettext as _

from amo.versions import Change, text_of
from participants.models import Plan, PlanStep

FIELDS = ("goal", "occupation", "beyond_work", "plan_b", "review_on")


def between(old: Plan | None, new: Plan | None) -> list[Change]:
    """Fields that differ, steps taken out and put in, and a new order. Done or not is no change of the plan."""
    changes = []
    for name in FIELDS:
        before, after = text_of(getattr(old, name, None)), text_of(getattr(new, name, None))
        if before != after:
            label = str(Plan._meta.get_field(name).verbose_name)
            changes.append(Change(name, label[:1].upper() + label[1:], before, after))
    return changes + _steps(_texts(old), _texts(new))


def _texts(plan: Plan | None) -> dict[str, str]:
    """{what: the step in full}, in order."""
    return {step.what: step_text(step) for step in plan.steps.all()} if plan else {}


def _steps(before: dict[str, str], after: dict[str, str]) -> list[Change]:
    changes = [Change("steps", _("Steg tatt ut"), text, "") for what, text in before.items() if what not in after]
    changes += [Change("steps", _("Nytt steg"), "", text) for what, text in after.items() if what not in before]
    kept = [what for what in after if what in before]
    changes += [
        Change("steps", _("Steg endret"), before[what], after[what]) for what in kept if before[what] != after[what]
    ]
    earlier = [what for what in before if what in after]
    if kept != earlier:
        changes.append(Change("steps", _("Ny rekkefølge"), "; ".join(earlier), "; ".join(kept)))
    return changes


def step_text(step: PlanStep) -> str:
    """ "Melde seg opp til norskprøve – Brukeren selv, innen 01.02.2026"."""
    text = f"{step.what} – {step.who}"
    if step.by_when:
        text = _("%(what)s – %(who)s, innen %(day)s") % {
            "what": step.what,
            "who": step.who,
            "day": text_of(step.by_when),
        }
    return f"{text}. {step.shared_label}" if step.shared_with_id else text
