"""The results table as rows of a spreadsheet: one per course and milestone, nothing shown that the page hides (R10)."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from courses.engines.shares import Share
from reporting import words
from reporting.engines.indicators import BASES, MAIN_AGGREGATES, QUALITY, Table
from reporting.models import Category
from reporting.results import SHOWN, ConceptResults

HIDDEN = "–"
# A heading, and what stands under it for a course's table.
Figure = tuple[str, Callable[[Table], object]]


def headings() -> list[str]:
    """The first row: course, county, milestone, then every figure."""
    return [_("Kurs"), _("Fylke"), _("Måling"), *(heading for heading, _read in _figures())]


def rows(found: Iterable[ConceptResults]) -> list[list]:
    """One row per course and measured milestone; a hidden number is "–"."""
    figures = _figures()
    return [
        [
            result.concept.title,
            result.concept.county.name,
            str(milestone.label),
            *(
                HIDDEN if (value := read(result.tables[milestone.value])) is None else value
                for _heading, read in figures
            ),
        ]
        for result in found
        for milestone in SHOWN
        if milestone.value in result.tables
    ]


def definitions() -> list[tuple[str, str]]:
    """(what, how it is counted), for the sheet beside the table."""
    return [
        *((str(words.AGGREGATE_LABELS[code]), str(text)) for code, text in words.AGGREGATE_DEFINITIONS.items()),
        (_("Prosent"), _("Av alle som startet, om ikke annet står. Ingen prosent når det er færre enn 10 personer.")),
        (_("Lav og høy"), _("95 prosent intervall (Wilson).")),
        (HIDDEN, _("Skjult eller ikke regnet ut, fordi det gjelder få personer.")),
        (_("Årsak"), _("Tallene viser ikke om kurset er årsaken, for deltakerne velges ikke tilfeldig.")),
    ]


def _figures() -> list[Figure]:
    figures: list[Figure] = [(_("Startet"), lambda table: table.started)]
    for position, category in enumerate(Category):
        figures += _share(str(category.label), lambda table, at=position: table.cells[at].share)
    for position, code in enumerate(words.AGGREGATE_LABELS):
        label = _("Sum: %(label)s") % {"label": words.AGGREGATE_LABELS[code]}
        figures += _share(label, lambda table, at=position: table.aggregates[at].share, interval=True)
    for base in BASES[1:]:
        label = words.BASE_LABELS[base]
        figures.append((_("Personer, %(base)s") % {"base": label}, lambda table, base=base: table.bases[base]))
        for code in MAIN_AGGREGATES:
            text = f"{words.AGGREGATE_LABELS[code]}, {label}"
            figures += _share(text, lambda table, code=code, base=base: table.by_base[code][base], interval=True)
    for position, code in enumerate(QUALITY):
        figures += _share(str(words.QUALITY_LABELS[code]), lambda table, at=position: table.quality[at].share)
    figures += _share(_("Jobb bekreftet i Aa-registeret"), lambda table: table.main, interval=True)
    return [
        *figures,
        (_("Kurs holdt"), lambda table: table.coverage.held),
        (_("Kurs som skulle vært målt"), lambda table: table.coverage.due),
        (_("Kurs målt i sin helhet"), lambda table: table.coverage.reported),
    ]


def _share(label: str, read: Callable[[Table], Share | None], *, interval: bool = False) -> list[Figure]:
    """Count and percentage, and the interval where it is asked for."""

    def part(name: str):
        return lambda table: getattr(read(table), name, None)

    found = [
        (_("%(label)s (antall)") % {"label": label}, part("k")),
        (_("%(label)s (prosent)") % {"label": label}, part("percent")),
    ]
    if interval:
        found += [
            (_("%(label)s (lav)") % {"label": label}, lambda table: _rounded(part("low")(table))),
            (_("%(label)s (høy)") % {"label": label}, lambda table: _rounded(part("high")(table))),
        ]
    return found


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
