"""A caseworker's own colour and note on rows of her list (P4). Nobody else's marks are read or written here."""

from collections.abc import Iterable

from django.db import transaction

from amo import clock
from amo.models import Membership
from participants.models import Participant, PortfolioMark

KEY = ["membership", "participant"]


@transaction.atomic
def set_mark(*, participant: Participant, color: str, note: str, by: Membership) -> PortfolioMark | None:
    """Put a colour (of PortfolioMark.Color) and a note on a person's row, instead of what stood there.

    Neither of them: the mark is taken away and None returned. Raises ValidationError at the field.
    """
    own = PortfolioMark.objects.filter(membership=by, participant=participant)
    mark = PortfolioMark(membership=by, participant=participant, color=color, note=note.strip(), updated_at=clock.now())
    mark.clean_fields(exclude=KEY)
    if not (mark.color or mark.note):
        own.delete()
        return None
    # One statement: two tabs that save at once give one mark, not a broken constraint.
    _write([mark], ["color", "note", "updated_at"])
    return own.get()


@transaction.atomic
def set_color(*, participants: Iterable[Participant], color: str, by: Membership) -> int:
    """Put one colour on many rows and leave the notes as they are; "" takes the colours away. Constant statements.

    Returns how many rows were meant. Raises ValidationError at the field.
    """
    ids = [participant.pk for participant in participants]
    now = clock.now()
    marks = [PortfolioMark(membership=by, participant_id=pk, color=color, updated_at=now) for pk in ids]
    if not marks:
        return 0
    marks[0].clean_fields(exclude=KEY)
    if color:
        _write(marks, ["color", "updated_at"])
    else:
        own = PortfolioMark.objects.filter(membership=by, participant__in=ids)
        own.filter(note="").delete()
        own.update(color="", updated_at=now)
    return len(ids)


def _write(marks: list[PortfolioMark], columns: list[str]) -> None:
    PortfolioMark.objects.bulk_create(marks, update_conflicts=True, unique_fields=KEY, update_fields=columns)
