"""Outcomes and figures in plain words, and how a share is shown: never a percentage without n and interval (R6)."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from amo.models import Membership
from courses.engines.shares import Share
from reporting.engines.indicators import Cell, Table
from reporting.models import Category, Milestone, OutcomeSnapshot

AGGREGATE_LABELS = {
    "permanent_cover": gettext_lazy("Fast jobb og vikariat"),
    "wide": gettext_lazy("I jobb, vidt regnet"),
    "education": pgettext_lazy("outcome", "Utdanning"),
    "placement_amo": gettext_lazy("Praksis og AMO-kurs"),
    "unemployed": gettext_lazy("Fortsatt arbeidsledig"),
    "left": pgettext_lazy("outcome", "Sluttet"),
    "no_contact": gettext_lazy("Ikke kontakt"),
}
AGGREGATE_DEFINITIONS = {
    "permanent_cover": gettext_lazy("Fast jobb og vikariater, med minst 50 prosent stilling til sammen."),
    "wide": gettext_lazy("Fast jobb, vikariat, deltid under 50 prosent og egenetablering. Lønnstilskudd er ikke med."),
    "education": gettext_lazy("Utdanning registrert i Nav og ordinær utdanning."),
    "placement_amo": gettext_lazy("Nytt AMO-kurs eller ny praksisplass."),
    "unemployed": gettext_lazy("Registrert som arbeidssøker, eller har selv sagt det."),
    "left": gettext_lazy("Sluttet på kurset før tiden og har verken jobb, tiltak eller utdanning på måledagen."),
    "no_contact": gettext_lazy("Ingen opplysninger på måledagen. Teller først etter tre forsøk på å få kontakt."),
}
BASE_LABELS = {
    "started": gettext_lazy("av alle som startet"),
    "without_introduction": gettext_lazy("når de som sluttet i de første ukene, er tatt ut"),
    "completed": gettext_lazy("av dem som fullførte"),
    "contacted": gettext_lazy("av dem det er kontakt med"),
}
FEWEST_IN_WORK = 10
"""Of fewer in work it is not said how large their posts are: no percentage is given of fewer either (04-outcomes)."""

QUALITY_LABELS = {
    "permanent_80": gettext_lazy("Fast jobb, minst 80 %"),
    "from_50": gettext_lazy("Fast eller vikariat, minst 50 %"),
    "under_50": gettext_lazy("Deltid, under 50 %"),
    "on_call": gettext_lazy("Ringevikar"),
    "wants_more": gettext_lazy("Jobber mindre enn ønsket"),
}
BAR_COLORS = {
    "wide": "success",
    "wage_subsidy": "meta-lime",
    "education": "info",
    "placement_amo": "meta-purple",
    "unemployed": "warning",
    "left": "danger",
    "no_contact": "neutral",
}


def percent(share: Share | None) -> str:
    """ "42 %"; "–" where no percentage may be given."""
    return _("%(percent)d %%") % {"percent": share.percent} if share and share.percent is not None else "–"


def interval(share: Share | None) -> str:
    """ "33–52 %", the 95 % interval."""
    if share is None or share.low is None:
        return ""
    return _("%(low).0f–%(high).0f %%") % {"low": share.low, "high": share.high}


def bar(share: Share | None) -> dict | None:
    """Low, value and high as shares of 1, for the interval chart; None where no percentage may be given."""
    if share is None or share.percent is None:
        return None
    return {"low": share.low / 100, "value": share.percent / 100, "high": share.high / 100}


def why_none(share: Share | None) -> str:
    """Why no percentage stands there, or that it is uncertain; empty when it is fine."""
    if share is None or share.status == "hidden":
        return _("Skjult: for få personer")
    if share.status == "too_few":
        return _("Færre enn 10 personer")
    return _("Usikkert: færre enn 30 personer") if share.status == "uncertain" else ""


def count_of(share: Share | None) -> str:
    """ "42 av 100"; "–" where hidden."""
    if share is None or share.k is None:
        return "–"
    return _("%(k)d av %(n)d") % {"k": share.k, "n": share.n}


def cell_view(cell: Cell, label) -> dict:
    """A cell ready for a template."""
    return {
        "code": cell.code,
        "label": label,
        "count": "–" if cell.share.k is None else cell.share.k,
        "percent": percent(cell.share),
        "interval": interval(cell.share),
        "note": why_none(cell.share),
        "on_call": cell.on_call,
    }


def category_label(code: str, reader: Membership) -> str:
    """A person's category in words; illness is told to her office only, elsewhere it is a count (06-access)."""
    if code in (Category.LEFT_ILL, Category.LEFT_OTHER) and not reader.is_office:
        return str(AGGREGATE_LABELS["left"])
    return str(Category(code).label)


def bar_parts(table: Table) -> list[dict]:
    """The stacked bar of a table: aggregates that do not overlap, and wage subsidy. Empty where something is hidden."""
    cells = {cell.code: cell for cell in (*table.cells, *table.aggregates)}
    parts = []
    for code, color in BAR_COLORS.items():
        share = cells[code].share
        if share.k is None:
            return []
        label = AGGREGATE_LABELS.get(code) or Category(code).label
        parts.append({"label": label, "count": share.k, "color": color, "key": color})
    return parts


def in_short(table: Table) -> str:
    """One sentence for a course at the moment of choice (C8): count, denominator, percentage, interval, fixed jobs."""
    cells = {cell.code: cell.share for cell in (*table.cells, *table.aggregates)}
    wide, permanent = cells["wide"], cells["permanent"]
    if wide.k is None:
        return _("For få deltakere til at tallene kan vises.")
    sentence = _("%(count)s i jobb") % {"count": count_of(wide)}
    if wide.percent is not None:
        sentence += f" ({percent(wide)}, {interval(wide)})"
    if permanent.k is not None:
        sentence += ", " + _("hvorav %(count)d fast") % {"count": permanent.k}
    return sentence + "."


def part_time(table: Table, milestone: Milestone) -> str:
    """That most of those who got work have less than half a post, with the numbers; empty where it is not so.

    Nothing is said of fewer than ten in work, nor where a number is hidden.
    """
    cells = {cell.code: cell.share for cell in (*table.cells, *table.aggregates)}
    part, jobs = cells["part_time"].k, cells["wide"].k
    if part is None or jobs is None or jobs < FEWEST_IN_WORK or 2 * part <= jobs:
        return ""
    values = {"k": part, "n": jobs, "weeks": milestone.value}
    if milestone == Milestone.T0:
        return (
            _(
                "De fleste første jobbene er deltid: %(k)d av %(n)d i jobb da kurset sluttet, hadde under 50 %% stilling."
            )
            % values
        )
    return (
        _(
            "De fleste første jobbene er deltid: %(k)d av %(n)d i jobb %(weeks)d uker etter kurset, hadde under 50 %% "
            "stilling."
        )
        % values
    )


def plainly(table: Table, milestone: Milestone) -> list[str]:
    """The same for somebody who thinks of a course, a sentence each; none where the persons are too few to tell of."""
    cells = {cell.code: cell.share for cell in (*table.cells, *table.aggregates)}
    wide, permanent = cells["wide"], cells["permanent"]
    if wide.k is None:
        return []
    values = {"weeks": milestone.value, "k": wide.k, "n": wide.n}
    if milestone == Milestone.T0:
        found = [_("Da kurset sluttet, var %(k)d av %(n)d i jobb.") % values]
    else:
        found = [_("%(weeks)d uker etter kurset var %(k)d av %(n)d i jobb.") % values]
    if wide.k and permanent.k is not None:
        some = _("%(count)d av dem hadde fast jobb.") % {"count": permanent.k}
        found.append(some if permanent.k else _("Ingen av dem hadde fast jobb."))
    return found


def fte_text(snapshot: OutcomeSnapshot) -> str:
    """ "60 %" or "20–60 %", and on-call said; empty without a job."""
    if snapshot.fte_low is None:
        return ""
    text = f"{snapshot.fte_low} %"
    if snapshot.fte_high and snapshot.fte_high != snapshot.fte_low:
        text = f"{snapshot.fte_low}–{snapshot.fte_high} %"
    return f"{text} ({_('ringevikar')})" if snapshot.on_call else text


def outcome(snapshot: OutcomeSnapshot, reader: Membership) -> str:
    """The outcome in words: "Vikariat, 3 måneder eller mer, 60 %"."""
    label, fte = category_label(snapshot.category, reader), fte_text(snapshot)
    return f"{label}, {fte}" if fte else label
