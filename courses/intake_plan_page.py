"""What the form for a year of intakes begins with, and what its rows say (C3)."""

import datetime as dt
import re
from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import workdays
from courses.engines import intake_plan
from courses.engines.intake_plan import PlannedIntake, PlanRequest
from courses.models import Contract, Intake

DEADLINE_WEEKS = 4


def initial(contract: Contract | None, day: dt.date) -> dict:
    """Sensible values: the contract's last place and district, the concept's class size, the week after the last start."""
    first = _monday(day + dt.timedelta(weeks=8))
    values = {
        "number": 4,
        "every_weeks": 8,
        "deadline_weeks": DEADLINE_WEEKS,
        "first_start": first,
        "contract": contract,
    }
    if contract is None:
        return values
    concept = contract.concept
    values |= {"capacity": concept.class_size, "every_weeks": max(1, concept.weeks)}
    last = contract.intakes.order_by("-starts_on", "-pk").first()
    if last:
        follows = _monday(last.starts_on + dt.timedelta(weeks=max(1, concept.weeks)))
        values |= {"place": last.place, "district": last.district_id, "first_start": max(first, follows)}
    return values


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


def rows(cleaned: dict, day: dt.date) -> tuple[list[dict], list[list[str]]]:
    """(values of each row, what is said about each) for what was asked."""
    contract = cleaned["contract"]
    asked = PlanRequest(
        theory_weeks=contract.concept.theory_weeks,
        placement_weeks=contract.concept.placement_weeks,
        contract_ends_on=contract.ends_on,
        today=day,
        **{
            name: cleaned[name]
            for name in ("first_start", "number", "every_weeks", "deadline_weeks", "skip_july", "skip_days_off")
        },
    )
    planned = intake_plan.plan(asked, workdays.next_working_day)
    codes = new_codes(contract, [one.starts_on.year for one in planned])
    values = [
        {
            "include": True,
            "code": code,
            "starts_on": one.starts_on,
            "theory_ends_on": one.theory_ends_on,
            "ends_on": one.ends_on,
            "application_deadline": one.application_deadline,
            "capacity": cleaned["capacity"],
        }
        for one, code in zip(planned, codes, strict=True)
    ]
    return values, [notes(one) for one in planned]


def new_codes(contract: Contract, years: Iterable[int]) -> list[str]:
    """The next free numbers after the course's last, "KAF-2027-03": letters, year of the start, running number."""
    last = Intake.objects.filter(contract__concept=contract.concept_id).order_by("-starts_on", "-pk").first()
    letters = re.match(r"[^\W\d_]+", last.code if last else "")
    prefix = letters.group() if letters else re.sub(r"\W", "", contract.concept.title)[:3].upper() or "K"
    taken = set(Intake.objects.filter(code__startswith=f"{prefix}-").values_list("code", flat=True))
    found = []
    for year in years:
        number = 1
        while f"{prefix}-{year}-{number:02d}" in taken:
            number += 1
        taken.add(code := f"{prefix}-{year}-{number:02d}")
        found.append(code)
    return found


def notes(one: PlannedIntake) -> list[str]:
    """What was moved and what to look at, in sentences."""
    texts = {
        intake_plan.MOVED_JULY: _("Starten er flyttet fra %(day)s, som er i juli."),
        intake_plan.MOVED_START: _("Starten er flyttet fra %(day)s, som er en fridag."),
        intake_plan.MOVED_DEADLINE: _("Søknadsfristen er flyttet fra %(day)s, som er en fridag."),
        intake_plan.DEADLINE_PAST: _("Søknadsfristen %(day)s er allerede ute."),
        intake_plan.THROUGH_JULY: _("Kurset går gjennom hele juli. Flytt slutten hvis det er ferie."),
        intake_plan.AFTER_CONTRACT: _("Kurset slutter etter at avtalen går ut %(day)s."),
    }
    return [texts[code] % {"day": date_format(day)} for code, day in one.notes]
