"""Attendance counted per enrolment (K1): one query, however many enrolments."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count

from courses.models import Attendance

Code = Attendance.Code


@dataclass
class Summary:
    """Days recorded by kind. `share` is whole per cent of the recorded days she was there; None when there are none."""

    counts: dict[str, int] = field(default_factory=dict)

    @property
    def recorded(self) -> int:
        return sum(self.counts.values())

    @property
    def present(self) -> int:
        return self.counts.get(Code.PRESENT, 0)

    @property
    def share(self) -> int | None:
        return round(100 * self.present / self.recorded) if self.recorded else None

    @property
    def not_reported(self) -> int:
        return self.counts.get(Code.NOT_REPORTED, 0)

    @property
    def lines(self) -> list[tuple[str, int]]:
        """(kind of day, days) of what has occurred, in the order of the kinds."""
        return [(str(label), self.counts[code]) for code, label in Code.choices if code in self.counts]


def summaries(enrolment_ids: Iterable[int]) -> dict[int, Summary]:
    """{enrolment: Summary}, for every id given."""
    found = {pk: Summary() for pk in enrolment_ids}
    rows = Attendance.objects.filter(enrolment__in=found).order_by().values_list("enrolment", "code")
    for enrolment, code, days in rows.annotate(days=Count("pk")):
        found[enrolment].counts[code] = days
    return found
