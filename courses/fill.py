"""Which classes have few applicants, and which far more than places: the thresholds stand here and nowhere else (C3).

Counted are those who apply or have a place: living wishes of any rank, and people enrolled without an application.
"""

import datetime as dt

from django.db.models import Count, F, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from courses.facts_catalogue import APPLIED, STRICTLY_CONFIDENTIAL
from courses.models import Enrolment, Intake, Wish
from participants.models import Participant

FEW_PERCENT = 50
"""Under so many percent of the places have an applicant: the class is half empty."""
FEW_WITHIN_DAYS = 56
"""Only a class that starts within eight weeks is called half empty: before that, people have not applied yet."""
MANY_PERCENT = 150
"""At least so many percent of the places have an applicant: many will be refused."""

TAKES_PEOPLE = (Intake.Status.OPEN, Intake.Status.ALLOCATED)
FEW, MANY = "few", "many"


def with_demand(intakes: QuerySet, day: dt.date) -> QuerySet:
    """The classes that take people and have not begun, with `places` and `demand` (people)."""
    wishes = Wish.objects.filter(intake=OuterRef("pk"), status__in=APPLIED).exclude(STRICTLY_CONFIDENTIAL)
    direct = (
        Enrolment.objects.taking_a_place()
        .filter(intake=OuterRef("pk"), wish=None)
        .exclude(participant__address_protection=Participant.AddressProtection.STRICTLY_CONFIDENTIAL)
    )
    return intakes.filter(status__in=TAKES_PEOPLE, starts_on__gt=day).annotate(
        places=F("capacity") + F("over_capacity"), demand=_count(wishes) + _count(direct)
    )


def _count(rows: QuerySet) -> Coalesce:
    counted = rows.order_by().values("intake").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def few(day: dt.date, intakes: QuerySet | None = None) -> QuerySet:
    """Classes that start soon with too few applicants."""
    found = with_demand(Intake.objects.all() if intakes is None else intakes, day)
    soon = day + dt.timedelta(days=FEW_WITHIN_DAYS)
    return (
        found.filter(starts_on__lte=soon).annotate(share=F("demand") * 100).filter(share__lt=F("places") * FEW_PERCENT)
    )


def many(day: dt.date, intakes: QuerySet | None = None) -> QuerySet:
    """Classes with far more applicants than places."""
    found = with_demand(Intake.objects.all() if intakes is None else intakes, day)
    return found.annotate(share=F("demand") * 100).filter(share__gte=F("places") * MANY_PERCENT)


def demand(intake_ids, day: dt.date) -> dict[int, int]:
    """{intake: people who apply or have a place} of those that take people; one query."""
    found = with_demand(Intake.objects.filter(pk__in=intake_ids), day)
    return dict(found.values_list("pk", "demand"))


def marks(intake_ids, day: dt.date) -> dict[int, str]:
    """{intake: FEW or MANY} of those that stand out; two queries whatever their number."""
    intakes = Intake.objects.filter(pk__in=intake_ids)
    found = dict.fromkeys(few(day, intakes).values_list("pk", flat=True), FEW)
    return found | dict.fromkeys(many(day, intakes).values_list("pk", flat=True), MANY)


def words(mark: str) -> str:
    """The mark as a tag says it."""
    return {FEW: _("Få søkere"), MANY: _("Mange søkere")}.get(mark, "")


def explained() -> str:
    """The thresholds in one sentence, for the pages that use them."""
    return _(
        "Få søkere: kurset starter innen %(weeks)d uker, og under %(few)d %% av plassene har en søker. "
        "Mange søkere: minst %(many)d %% av plassene har en søker."
    ) % {"weeks": FEW_WITHIN_DAYS // 7, "few": FEW_PERCENT, "many": MANY_PERCENT}
