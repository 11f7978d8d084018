"""Which classes need another county's word before they can be wished for (A1, C6). Reading only."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from amo import clock
from courses.models import CountyPermission, Intake, LeftoverRound
from participants.models import Participant


def is_foreign(intake: Intake, participant: Participant) -> bool:
    """Whether the class belongs to another county than the person's office."""
    return intake.contract.concept.county_id != participant.office.county_id


def refusals(participant: Participant, intakes: Collection[Intake]) -> dict[int, str]:
    """{intake: why it cannot be wished for yet}: those of another county that has not given its permission.

    A county that offers its vacancies to others in a leftover round has given it to all. Two queries at most.
    """
    foreign = [intake for intake in intakes if is_foreign(intake, participant)]
    if not foreign:
        return {}
    asked = CountyPermission.objects.filter(participant=participant, intake__in=foreign).order_by("asked_at", "pk")
    latest = dict(asked.values_list("intake", "status"))
    refused = [intake for intake in foreign if latest.get(intake.pk) != CountyPermission.Status.GRANTED]
    offered = _offered(refused)
    return {intake.pk: _why(intake, latest.get(intake.pk)) for intake in refused if intake.window_id not in offered}


def _offered(intakes: Collection[Intake]) -> set[int]:
    """Those of the intakes' rounds whose vacancies their county offers to others today."""
    windows = {intake.window_id for intake in intakes if intake.window_id}
    if not windows:
        return set()
    rounds = LeftoverRound.objects.filter(window__in=windows, open_to_others=True, deadline__gte=clock.today())
    return set(rounds.values_list("window", flat=True))


def _why(intake: Intake, status: str | None) -> str:
    values = {"code": intake.code, "county": intake.contract.concept.county.name}
    if status == CountyPermission.Status.ASKED:
        return _("%(code)s hører til %(county)s. Nav tiltak %(county)s har ikke svart ennå.") % values
    if status == CountyPermission.Status.REFUSED:
        return _("%(code)s hører til %(county)s. Nav tiltak %(county)s har ikke gitt tillatelse.") % values
    return _("%(code)s hører til %(county)s. Be om tillatelse fra Nav tiltak %(county)s før dere søker.") % values
