"""Places of an intake: one counter under the intake's lock, guarded by a CHECK (C3, 05-architecture "counters").

Lock order everywhere: the county where its rounds are made or moved, windows, then intakes, each by primary key, then the
rest. So two answers at once can wait, never deadlock.
"""

from collections.abc import Collection, Iterable, Mapping

from django.core.exceptions import ValidationError
from django.db.models import Case, F, IntegerField, When
from django.utils.translation import gettext as _

from amo.models import County
from courses.facts_catalogue import taken_by_office
from courses.models import AllocationWindow, Intake


def lock_county(county_id: int) -> None:
    """Hold the county's rounds: none is made or moved while another class looks for the one it lies in.

    Rows that only point at the county are written meanwhile all the same (FOR NO KEY UPDATE).
    """
    County.objects.select_for_update(no_key=True).values_list("pk").get(pk=county_id)


def lock_window(window_id: int | None) -> AllocationWindow | None:
    """The window, locked; None for an intake outside any window."""
    if window_id is None:
        return None
    return AllocationWindow.objects.select_for_update(of=("self",)).get(pk=window_id)


def lock_windows_of(intake_ids: Collection[int]) -> list[AllocationWindow]:
    """The windows these intakes lie in, locked in one order; for whoever then locks the intakes."""
    return lock_windows(Intake.objects.filter(pk__in=intake_ids).order_by().values_list("window", flat=True))


def lock_windows(window_ids: Iterable[int | None]) -> list[AllocationWindow]:
    """Several windows, locked in one order; None among them is left out."""
    rows = AllocationWindow.objects.select_for_update(of=("self",))
    return list(rows.filter(pk__in={pk for pk in window_ids if pk}).order_by("pk"))


def lock_intakes(intake_ids: Collection[int]) -> dict[int, Intake]:
    """{pk: intake}, locked in one order and fresh.

    Locked first and read afterwards: with the contract joined in, a class that is handed over while this waits would
    no longer match its old contract, and be missing from the answer.
    """
    rows = Intake.objects.filter(pk__in=intake_ids).order_by("pk")
    list(rows.select_for_update().values_list("pk", flat=True))
    return {intake.pk: intake for intake in rows.select_related("contract__concept", "contract__provider")}


def take_places(intakes: dict[int, Intake], wanted: Mapping[int, int]) -> None:
    """Take `wanted` {intake: places} of these locked intakes, in one statement. Raises ValidationError when one is full."""
    if any(intakes[pk].free_places < number for pk, number in wanted.items()):
        raise ValidationError(_("Kurset har ikke flere ledige plasser."), code="full")
    if wanted:
        more = Case(*(When(pk=pk, then=number) for pk, number in wanted.items()), output_field=IntegerField())
        Intake.objects.filter(pk__in=wanted).update(occupied=F("occupied") + more)
    for pk, number in wanted.items():
        intakes[pk].occupied += number


def take_place(intake: Intake) -> None:
    """Take one place of a locked intake. Raises ValidationError when it is full."""
    take_places({intake.pk: intake}, {intake.pk: 1})


def free_place(intake: Intake) -> None:
    """Give one place of a locked intake back."""
    Intake.objects.filter(pk=intake.pk).update(occupied=F("occupied") - 1)
    intake.occupied -= 1


def counted(intake_ids: Iterable[int] | None = None) -> dict[int, int]:
    """{intake: places taken}, counted from outstanding offers and enrolments; intakes with none are left out."""
    taken = taken_by_office(None if intake_ids is None else list(intake_ids))
    return {intake: sum(offices.values()) for intake, offices in taken.items()}


def recount(intakes) -> dict[int, int]:
    """As `counted`, of a queryset of intakes; for `manage.py check_counters`."""
    return counted(intakes.values_list("pk", flat=True))
