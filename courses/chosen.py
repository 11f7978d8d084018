"""The classes chosen on the advice page, as its address carries them."""

from uuid import UUID

from django.http import HttpRequest

from courses.models import Intake

MOST_READ = 50


def chosen_intakes(request: HttpRequest) -> list[Intake]:
    """The classes of `?kurs=`, in the order they stand there; what is no class is left aside."""
    wanted = [value for value in dict.fromkeys(request.GET.getlist("kurs")) if _is_uuid(value)]
    found = Intake.objects.visible_to(request.membership).filter(public_id__in=wanted[:MOST_READ])
    by_id = {str(intake.public_id): intake for intake in found.select_related("contract")}
    return [by_id[value] for value in wanted if value in by_id]


def _is_uuid(value: str) -> bool:
    try:
        return str(UUID(value)) == value
    except ValueError:
        return False
