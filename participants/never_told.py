"""How many were never told about courses, of those registered as jobseekers today (P5). Numbers, no names."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership, Office
from participants.list_rules import NEVER_TOLD, open_rows, portfolio_rows, registered_on
from participants.models import PortfolioRow


@dataclass(frozen=True)
class Line:
    """One office or one caseworker. never: as list_rules.NEVER_TOLD; mapped: how many of those are mapped all the same."""

    label: str
    registered: int
    never: int
    mapped: int
    url: str = ""

    @property
    def told(self) -> int:
        return self.registered - self.never

    @property
    def percent(self) -> int:
        """Never told, of those registered; whole per cent."""
        return round(100 * self.never / self.registered) if self.registered else 0


def columns(membership: Membership) -> list:
    """Headings of the table."""
    numbers = [_("Arbeidssøkere"), _("Informert"), _("Aldri informert"), _("Andel aldri informert")]
    who = _("Veileder") if membership.is_office else _("Nav-kontor")
    return [who, *({"label": label, "align": "right"} for label in [*numbers, _("Kartlagt, men aldri informert")])]


def rows(lines: list[Line]) -> list[list]:
    """Cells of the table; a name leads to the list when there is somebody in it. Several lines end with their sum."""
    shown = []
    for line in [*lines, total(lines)] if len(lines) > 1 else lines:
        name = line.label
        if line.url and line.never:
            name = format_html('<a class="aksel-link" href="{}">{}</a>', line.url, line.label)
        # A no-break space: the sign must not stand alone on the next line.
        shown.append([name, line.registered, line.told, line.never, f"{line.percent}\u00a0%", line.mapped])
    return shown


def total(lines: Iterable[Line]) -> Line:
    """All lines together."""
    lines = list(lines)
    sums = (sum(getattr(line, name) for line in lines) for name in ("registered", "never", "mapped"))
    return Line(_("Alle"), *sums)


def by_caseworker(membership: Membership) -> list[Line]:
    """The office's own people by caseworker, highest share first; each line leads to the list of them."""
    today = clock.today()
    rows = portfolio_rows(membership, today).filter(open_rows() & registered_on(today))
    counts = _counts(rows, "participant__caseworker")
    people = Membership.objects.filter(pk__in=[key for key in counts if key]).select_related("user")
    names = {one.pk: (str(one.user), str(one.public_id)) for one in people}
    names[None] = (_("Uten veileder"), "none")
    return _sorted(Line(names[key][0], *found, url=_list_url(names[key][1])) for key, found in counts.items())


def by_office(membership: Membership) -> list[Line]:
    """The county's offices, highest share first. County staff see how many, never who: these are not their cases.

    That is why the rows are counted without visible_to, and why protected persons are not counted at all.
    """
    rows = PortfolioRow.objects.filter(
        registered_on(clock.today()),
        participant__office__county=membership.county_id,
        participant__address_protection="",
        participant__is_shielded=False,
    )
    counts = _counts(rows, "participant__office")
    offices = Office.objects.filter(county=membership.county_id).order_by("name")
    return _sorted(Line(str(office), *counts[office.pk]) for office in offices if office.pk in counts)


def _counts(rows: QuerySet, by: str) -> dict:
    """{key: (registered, never, mapped)}: one query."""
    never = Q(**NEVER_TOLD)
    found = (
        rows.order_by()
        .values_list(by)
        .annotate(
            registered=Count("pk"),
            never=Count("pk", filter=never),
            mapped=Count("pk", filter=never & Q(mapped_on__isnull=False)),
        )
    )
    return {key: numbers for key, *numbers in found}


def _sorted(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (-line.percent, -line.never, line.label))


def _list_url(caseworker: str) -> str:
    chosen = {"f": 1, "scope": "all", "quick": "uninformed", "registered": "yes", "caseworker": caseworker}
    return f"{reverse('participants:list')}?{urlencode(chosen)}"
