"""What came of the placements at an employer: counted from facts, never a verdict on few cases (L7)."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from participants.models import Employment
from placements.models import Employer, Placement

# Below this many ended placements nothing is said: chance decides too much.
ENOUGH = 5


@dataclass(frozen=True)
class HireRecord:
    """Ended placements at an employer, and those where the person then had a job there."""

    ended: int = 0
    hired: int = 0

    @property
    def says_something(self) -> bool:
        return self.ended >= ENOUGH

    @property
    def takes_without_hiring(self) -> bool:
        """Enough placements, and nobody hired: worth a question before the next one (L7)."""
        return self.says_something and self.hired == 0


def hire_records(employers: Iterable[Employer]) -> dict[int, HireRecord]:
    """{employer pk: record}, one query for all. Hired: a job at the same organisation number from the placement on."""
    hired_here = Employment.objects.current().filter(
        participant=OuterRef("participant"),
        employer_number=OuterRef("employer__organisation_number"),
        starts_on__gte=OuterRef("starts_on"),
        wage_subsidy=False,
    )
    ended = Placement.objects.filter(
        employer__in=[employer.pk for employer in employers],
        status__in=[Placement.Status.COMPLETED, Placement.Status.ENDED_EARLY],
    )
    rows = (
        ended.annotate(hired=Exists(hired_here))
        .order_by()
        .values("employer")
        .annotate(ended=Count("pk"), hires=Count("pk", filter=Q(hired=True)))
        .values_list("employer", "ended", "hires")
    )
    return {employer: HireRecord(ended, hires) for employer, ended, hires in rows}
