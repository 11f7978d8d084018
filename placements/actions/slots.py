"""Hold a place at an employer, on days where it has one (L1). The constraint `placement_slot_held_once` guards it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock
from placements.engines.slots import Stay, first_overfull, numbered
from placements.models import Employer, Placement
from placements.slots import agreed_by_day, stays_at

NEW = 0
"""Key of a placement that has no row yet."""


def lock_employer(employer_id: int) -> Employer:
    """The employer's row, locked. After the participation, never before it (docs/decisions/0027)."""
    return Employer.objects.select_for_update(of=("self",)).get(pk=employer_id)


def lock_with_employer(placement: Placement) -> Placement:
    """The placement's row, locked after its employer's: in the order in which a new agreement locks them.

    A merge may have moved it to another employer meanwhile; then that one is locked too.
    """
    while True:
        employer = lock_employer(Placement.objects.values_list("employer", flat=True).get(pk=placement.pk))
        row = Placement.objects.select_for_update(of=("self",)).select_related("enrolment").get(pk=placement.pk)
        if row.employer_id == employer.pk:
            row.employer = employer
            return row


@contextmanager
def holding(placement: Placement, employer: Employer | None = None) -> Iterator[None]:
    """Hold a place for the placement on all its days; save the placement inside.

    Takes the employer's lock, unless the locked row is given, and sets the number of the place; others may get another
    number for it, which the constraint allows until the block ends.
    Raises ValidationError at `employer` when a day is full; for a new one also when the employer is paused or merged.
    """
    employer = employer or lock_employer(placement.employer_id)
    if placement._state.adding:
        _takes_people(employer)
    key = placement.pk or NEW
    stays = stays_at(employer) | {key: Stay(key, placement.starts_on, placement.ends_on)}
    agreed, changes = agreed_by_day(employer)
    full = first_overfull(_within(stays.values(), placement.starts_on, placement.ends_on), agreed, changes)
    if full:
        raise ValidationError({"employer": _full_text(employer, full, agreed(full))})
    _check_numbers("DEFERRED")
    _renumber(stays, placement)
    yield
    _check_numbers("IMMEDIATE")


def _within(stays: Iterable[Stay], first: dt.date, last: dt.date) -> list[Stay]:
    """The part of each stay that lies between two days."""
    return [
        Stay(stay.key, max(stay.starts_on, first), min(stay.ends_on, last))
        for stay in stays
        if stay.starts_on <= last and stay.ends_on >= first
    ]


def check_agreed(employer: Employer) -> None:
    """Raise ValidationError at `slots` when those who hold a place from today on are more than is agreed then."""
    today = clock.today()
    coming = _within(stays_at(employer).values(), today, dt.date.max)
    agreed, changes = agreed_by_day(employer)
    full = first_overfull(coming, agreed, changes)
    if full:
        count = sum(stay.covers(full) for stay in coming)
        text = ngettext(
            "%(count)d praksisplass er avtalt %(day)s. Antallet kan ikke være lavere.",
            "%(count)d praksisplasser er avtalt %(day)s. Antallet kan ikke være lavere.",
            count,
        )
        raise ValidationError({"slots": text % {"count": count, "day": date_format(full)}})


def _takes_people(employer: Employer) -> None:
    if employer.merged_into_id:
        raise ValidationError({"employer": _("Arbeidsgiveren er slått sammen med en annen. Velg den i stedet.")})
    if employer.paused_on:
        raise ValidationError(
            {"employer": _("%(name)s tar ikke imot nå. Nav tiltak avklarer det.") % {"name": employer.name}}
        )


def _full_text(employer: Employer, day: dt.date, slots: int) -> str:
    values = {"name": employer.name, "slots": slots, "day": date_format(day)}
    if not slots:
        return _("%(name)s tar ikke imot praksisdeltakere %(day)s.") % values
    return _("%(name)s har ingen ledige praksisplasser %(day)s (%(slots)d er i bruk).") % values


def _renumber(stays: dict[int, Stay], placement: Placement) -> None:
    """Write the numbers of the others anew where they changed, in one statement."""
    places = numbered(stays.values())
    placement.slot = places.pop(placement.pk or NEW)
    held = Placement.objects.select_for_update(of=("self",)).filter(pk__in=places).order_by("pk")
    changed = [row for row in held if row.slot != places[row.pk]]
    for row in changed:
        row.slot = places[row.pk]
    Placement.objects.bulk_update(changed, ["slot"])


def _check_numbers(when: str) -> None:
    """Let the constraint look at the end of the block, or now."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS placement_slot_held_once {when}")
