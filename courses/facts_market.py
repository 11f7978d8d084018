"""What the advice reads of the labour market: openings, those trained and those about to be (C5)."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from courses.engines.advice import Demand
from courses.facts_catalogue import COMING
from courses.models import Enrolment, Intake, LabourDemand

DEMAND_MONTHS = 12
MIN_MONTHS = 6
"""With fewer months read in, a year's openings are not reckoned from them."""

MARKET_DAYS = 182
"""Six months, for those just trained and those about to be (03-matching)."""


@dataclass(frozen=True, slots=True)
class Year:
    """The twelve months that a county's labour demand is counted over, and how many of them are read in."""

    first: dt.date
    last: dt.date
    months: int

    @property
    def is_enough(self) -> bool:
        return self.months >= MIN_MONTHS

    def openings(self, counted: int) -> int:
        """A year's openings from those counted: in proportion where months are missing, halves up."""
        return (2 * DEMAND_MONTHS * counted + self.months) // (2 * self.months)


def demand_years(day: dt.date) -> dict[int, Year]:
    """{county: the twelve months that end with its newest numbers}; without numbers of the last year none (C5).

    Not the months that end today: the newest are never published yet, and a county that has just begun has few.
    """
    oldest = months_before(day, 2 * DEMAND_MONTHS)
    rows = LabourDemand.objects.filter(month__gt=oldest, month__lte=day).order_by()
    read = defaultdict(set)
    for county, month in rows.values_list("county", "month").distinct():
        read[county].add(month)
    found = {}
    for county, months in read.items():
        last = max(months)
        first = months_before(last, DEMAND_MONTHS - 1)
        if last > months_before(day, DEMAND_MONTHS):
            found[county] = Year(first, last, sum(month >= first for month in months))
    return found


def demand_facts(day: dt.date) -> dict[tuple[str, str], Demand]:
    """{(county, occupation): numbers} for every occupation with openings or courses (C5)."""
    years = demand_years(day)
    within = Q(pk=None)
    for county, year in years.items():
        within |= Q(county=county, month__gte=year.first, month__lte=year.last)
    rows = LabourDemand.objects.filter(within).order_by()
    of_year = rows.values_list("county", "occupation__code").annotate(n=Sum("openings"))
    openings = {(county, code): n for county, code, n in of_year}
    newest = rows.order_by("county_id", "occupation_id", "-month").distinct("county_id", "occupation_id")
    unemployed = {
        (county, code): n for county, code, n in newest.values_list("county", "occupation__code", "unemployed")
    }
    completed, planned = _trained(day)
    return {
        (str(county), code): Demand(
            code,
            _a_year(years.get(county), openings.get((county, code))),
            completed.get((county, code), 0),
            planned.get((county, code), 0),
            unemployed.get((county, code)),
            years[county].months if county in years else 0,
        )
        for county, code in openings.keys() | completed.keys() | planned.keys()
    }


def _a_year(year: Year | None, counted: int | None) -> int | None:
    return year.openings(counted) if year and year.is_enough and counted is not None else None


def _trained(day) -> tuple[dict, dict]:
    """Those who completed in the last six months, and the places of courses that start in the next six."""
    concept = "intake__contract__concept"
    done = Enrolment.objects.filter(
        status=Enrolment.Status.COMPLETED, ends_on__gt=day - dt.timedelta(days=MARKET_DAYS), ends_on__lte=day
    ).order_by()
    completed = done.filter(**{f"{concept}__occupations__isnull": False}).values_list(
        f"{concept}__county", f"{concept}__occupations__code"
    )
    coming = Intake.objects.filter(
        status__in=COMING, starts_on__gt=day, starts_on__lte=day + dt.timedelta(days=MARKET_DAYS)
    ).order_by()
    planned = coming.filter(contract__concept__occupations__isnull=False).values_list(
        "contract__concept__county", "contract__concept__occupations__code"
    )
    return (
        {(county, code): n for county, code, n in completed.annotate(n=Count("pk"))},
        {(county, code): n for county, code, n in planned.annotate(n=Sum("capacity"))},
    )


def months_before(day: dt.date, months: int) -> dt.date:
    """The first day of the month that many months back."""
    index = day.year * 12 + day.month - 1 - months
    return dt.date(index // 12, index % 12 + 1, 1)
