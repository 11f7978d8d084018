"""The person's own aim: a new version each time, one current (P2)."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership, Occupation
from amo.versions import StaleVersion
from participants import comparison
from participants.models import Aim, AimOccupation, Participant

MAX_OCCUPATIONS = 3


@transaction.atomic
def save_aim(
    *,
    participant: Participant,
    kind: str,
    by: Membership,
    words: str = "",
    occupations: Iterable[Occupation] = (),
    read_to_person: bool = False,
    expected_number: int | None = None,
) -> Aim:
    """Save the person's own aim as a new version (P2). occupations: in her own order, at most three.

    read_to_person: it was read to her today, as it now stands. Raises StaleVersion when somebody else has saved in
    between, and ValidationError at the field.
    """
    Participant.objects.select_for_update(of=("self",)).get(pk=participant.pk)
    current = Aim.objects.current().filter(participant=participant).first()
    number = current.number + 1 if current else 1
    if expected_number not in (None, number):
        opened = Aim.objects.filter(participant=participant, number=expected_number - 1).first()
        raise StaleVersion(
            comparison.aim_changes(opened, current) if current else [],
            current=number,
            by=str(current.created_by.user) if current else "",
            when=current.created_at if current else None,
        )
    occupations = list(occupations)
    if len(occupations) > MAX_OCCUPATIONS:
        raise ValidationError({"words": _("Velg høyst tre yrker.")})
    if len({occupation.pk for occupation in occupations}) < len(occupations):
        raise ValidationError({"occupation_2": _("Samme yrke er valgt to ganger.")})
    aim = Aim(
        participant=participant,
        number=number,
        kind=kind,
        words=words,
        read_to_person_on=clock.today() if read_to_person else None,
        created_by=by,
        created_at=clock.now(),
    )
    aim.full_clean(validate_constraints=False)
    Aim.objects.current().filter(participant=participant).update(is_current=False)
    aim.save()
    AimOccupation.objects.bulk_create(
        AimOccupation(aim=aim, rank=rank, occupation=occupation) for rank, occupation in enumerate(occupations, start=1)
    )
    return aim


@transaction.atomic
def mark_aim_read(*, aim: Aim, by: Membership) -> Aim:
    """The aim in force was read to her today. Raises ValidationError when a newer one has taken its place."""
    aim = Aim.objects.select_for_update(of=("self",)).get(pk=aim.pk)
    if not aim.is_current:
        raise ValidationError(_("Målet er endret siden du åpnet siden. Les opp det nye."))
    if aim.read_to_person_on is None:
        aim.read_to_person_on = clock.today()
        aim.full_clean(validate_constraints=False)
        aim.save(update_fields=["read_to_person_on"])
    return aim
