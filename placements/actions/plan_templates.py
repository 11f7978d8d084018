"""Templates of training plans, kept by a county's staff per occupation (L4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import versions
from amo.models import County, Membership, Occupation
from placements.models import PlanTemplate, TemplateStep


@dataclass(frozen=True)
class StepLine:
    """A step as it is written in the form, and the week by whose end it is usually reached."""

    text: str
    week: int


@transaction.atomic
def save_template(
    *,
    occupation: Occupation,
    title: str,
    active: bool,
    steps: Sequence[StepLine],
    by: Membership,
    county: County | None = None,
    template: PlanTemplate | None = None,
    version: int | None = None,
) -> PlanTemplate:
    """Make a template for the county, or change one; steps stand by week and, within a week, as they were written.

    Plans that were made from it keep their own steps. Raises StaleVersion, and ValidationError: no step, or another
    template in use for the occupation.
    """
    if not steps:
        raise ValidationError(_("Skriv minst ett steg."))
    if template is None:
        template = PlanTemplate(county=county)
    else:
        template = PlanTemplate.objects.select_for_update(of=("self",)).get(pk=template.pk)
        versions.check(template, version)
    template.occupation, template.title, template.active = occupation, title, active
    template = versions.save(template)
    template.steps.all().delete()
    rows = [
        TemplateStep(template=template, rank=rank, text=line.text, week=line.week)
        for rank, line in enumerate(sorted(steps, key=lambda one: one.week), start=1)
    ]
    for row in rows:
        row.full_clean(validate_constraints=False)
    TemplateStep.objects.bulk_create(rows)
    return template
