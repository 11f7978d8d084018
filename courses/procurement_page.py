"""When to announce the next procurement, from what earlier ones took (C2)."""

import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from courses.concept_page import right
from courses.contract_facts import on_or_before
from courses.engines import lead_times


def learned(times: lead_times.LeadTimes | None) -> dict | None:
    """Lead times in words and figures; None where there are too few to learn from."""
    if times is None:
        return None
    names = {
        "bids": _("Fra kunngjøring til tilbudsfrist"),
        "award": _("Fra tilbudsfrist til tildeling"),
        "preparation": _("Fra tildeling til start"),
        "whole": _("I alt"),
    }
    rows = [
        [names[phase], _weeks(one.median), f"{_weeks(one.shortest)}–{_weeks(one.longest)}"]
        for phase, one in times.phases.items()
    ]
    return {
        "times": times,
        "columns": [_("Steg"), right(_("Midterste, uker")), right(_("Korteste–lengste, uker"))],
        "rows": rows,
    }


def _weeks(days: int) -> str:
    """Days as weeks, rounded to the nearest half: 30 or 30,5."""
    halves = round(days / 3.5)
    return str(halves // 2) if halves % 2 == 0 else f"{halves // 2},5"


def proposed(times: lead_times.LeadTimes, starts_on: dt.date, today: dt.date) -> dict:
    """The dates for a contract that shall start on a day, in words, as a time line, and whether they are past."""
    found = lead_times.propose(times, starts_on, on_or_before)
    stops = [
        (_("Kunngjøres senest"), found.announce_by),
        (_("Tilbudsfrist"), found.deadline_on),
        (_("Tildeles senest"), found.award_by),
        (_("Avtalen starter"), found.starts_on),
    ]
    names = (_("Tilbudene skrives"), _("Tilbudene vurderes"), _("Forberedelse"))
    periods = [
        {"label": _("Anskaffelse"), "start": first, "end": last, "planned": True, "color": "info", "text": name}
        for name, (_before, first), (_after, last) in zip(names, stops, stops[1:], strict=False)
    ]
    sentence = _("Skal avtalen starte %(start)s, må dere kunngjøre senest %(announce)s.") % {
        "start": date_format(found.starts_on),
        "announce": date_format(found.announce_by),
    }
    return {
        "proposal": found,
        "sentence": sentence,
        "stops": [(label, date_format(day)) for label, day in stops],
        "periods": periods,
        "milestones": [{"label": label, "date": day} for label, day in stops],
        "too_late": found.announce_by < today,
        "safe": date_format(found.announce_to_be_safe),
    }
