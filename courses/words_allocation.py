"""Why a wish got a place or not, as staff read it; the person's letter has its own words (letter_reasons; A2, A4)."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

STEP_WORDS = {
    "minimum": lambda: _("innenfor minstekvoten til kontoret"),
    "maximum": lambda: _("innenfor kvoten til kontoret"),
    "over_quota": lambda: _("over kvote, på en plass som ellers ville stått tom"),
    "exception": lambda: _("som et unntak gjort av Nav tiltak"),
}
BLOCKED_WORDS = {
    "too_young": lambda: _("deltakeren har ikke fylt 19 år når kurset starter"),
    "not_registered": lambda: _("deltakeren er ikke registrert som arbeidssøker"),
    "need_not_assessed": lambda: _("behovet for kvalifisering er ikke vurdert"),
    "norwegian_below": lambda: _("norsknivået er under det kurset krever"),
    "overlapping_measure": lambda: _("deltakeren er på et annet tiltak i samme periode"),
    "intake_closed": lambda: _("kurset er ikke åpent for søknad"),
}
TIE_WORDS = {
    "days_waiting": lambda: _("Den som har ventet lengst, går først ved like poeng."),
    "submitted": lambda: _("Den som søkte først, går først ved like poeng."),
    "lot": lambda: _("Ved like poeng, ventetid og søknadstid ble det trukket lodd."),
}


def points_words(points: Mapping[str, int]) -> str:
    """Total and parts of {fit, waiting, refusals, courses}: "54 poeng (30 målgruppe + 19 ventetid + …)"."""
    total = sum(points.get(factor, 0) for factor in ("fit", "waiting", "refusals", "courses"))
    courses = points.get("courses", 0)
    parts = _(
        "%(fit)d målgruppe + %(waiting)d ventetid + %(refusals)d tidligere avslag − %(courses)d tidligere kurs"
    ) % {
        "fit": points.get("fit", 0),
        "waiting": points.get("waiting", 0),
        "refusals": points.get("refusals", 0),
        "courses": abs(courses),
    }
    return _("%(total)d poeng (%(parts)s)") % {"total": total, "parts": parts}


def decision(
    *,
    outcome: str,
    points: Mapping[str, int],
    step: str = "",
    reason: str = "",
    cut_off: Mapping | None = None,
    tie: str = "",
    exception: str = "",
) -> str:
    """The whole explanation of one wish. exception: the county's reason where it moved this person.

    outcome: placed, waiting (or full), blocked, not_needed (or closed), held. reason: as in `WishOutcome`, or the
    code of the hard condition. cut_off: {places, points, printable}; one that rests on one person is not printed.
    """
    if outcome == "placed":
        text = _("Får plass %(step)s, med %(points)s.")
        text = text % {"step": STEP_WORDS[step]() if step else "", "points": points_words(points)}
        return f"{text} {_reason(exception)}" if step == "exception" else text
    if outcome == "blocked":
        why = BLOCKED_WORDS.get(reason)
        return (
            _("Kan ikke få plass: %(why)s.") % {"why": why()}
            if why
            else _("Kan ikke få plass: et krav er ikke oppfylt.")
        )
    if outcome in ("not_needed", "closed"):
        return _("Fikk plass på et kurs som står høyere på ønskelista.")
    if outcome == "held":
        return _("Har allerede plassen.")
    if reason == "passed_over":
        return _("Nav tiltak gikk forbi søkeren på dette kurset.") + " " + _reason(exception)
    text = _why_full(reason, points, cut_off or {})
    if tie and (cut_off or {}).get("printable"):
        text += " " + TIE_WORDS[tie]()
    return text


def _reason(exception: str) -> str:
    return _("Begrunnelse: %(reason)s") % {"reason": exception}


def _why_full(reason, points, cut_off) -> str:
    yours = points_words(points)
    if reason in ("own_office", "outranked") and cut_off.get("places"):
        places = cut_off["places"]
        if not cut_off.get("printable"):
            limit = _("søkere som sto foran i rekkefølgen")
        else:
            limit = _("søkere med minst %(points)d poeng") % {"points": cut_off["points"]}
        if reason == "own_office":
            text = ngettext(
                "Plassen for kontoret (%(n)d) gikk til %(limit)s. Søkeren hadde %(yours)s.",
                "Plassene for kontoret (%(n)d) gikk til %(limit)s. Søkeren hadde %(yours)s.",
                places,
            )
        else:
            text = ngettext(
                "Den ledige plassen (%(n)d) gikk til %(limit)s. Søkeren hadde %(yours)s.",
                "De ledige plassene (%(n)d) gikk til %(limit)s. Søkeren hadde %(yours)s.",
                places,
            )
        return text % {"n": places, "limit": limit, "yours": yours}
    texts = {
        "own_taken": _("Plassene for kontoret var allerede tatt eller tilbudt."),
        "other_minimum": _("Plassene gikk til kontorer som ikke hadde fylt minstekvoten."),
        "other_quota": _("Plassene gikk til andre kontorers kvoter, og kontoret har ingen på dette kurset."),
        "exception": _("Plassene gikk til søkere som Nav tiltak gjorde unntak for."),
        "none_left": _("Det var ingen ledige plasser å fordele."),
    }
    found = texts.get(reason) or _("Kurset er fullt.")
    return found + " " + _("Søkeren hadde %(yours)s.") % {"yours": yours}
