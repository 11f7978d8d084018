"""Who is told what about a hand-over (C2): counts and codes, never a client's name."""

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, notifications
from amo.models import Membership, Role
from courses.models import Enrolment, Handover, Intake


def planned(handover: Handover, intakes: list[Intake]) -> None:
    """Both providers' leads hear of it before the day."""
    codes, day = _codes(intakes), date_format(handover.day)
    to_old = _("%(codes)s går over til en annen kursleverandør %(day)s.") % {"codes": codes, "day": day}
    to_new = _("Dere overtar %(codes)s %(day)s.") % {"codes": codes, "day": day}
    _tell_leads(handover, to_old, to_new, "planned")


def cancelled(handover: Handover, intakes: list[Intake]) -> None:
    """Those who were told that it would come are told that it does not."""
    text = _("Overføringen av %(codes)s %(day)s er avlyst.")
    text %= {"codes": _codes(intakes), "day": date_format(handover.day)}
    _tell_leads(handover, text, text, "cancelled")


def done(
    handover: Handover, intakes: list[Intake], going_on: list[Enrolment], instructors: Iterable[Membership]
) -> None:
    """On the day: both providers, the instructors whose classes are gone, the county, and the caseworkers."""
    codes, day = _codes(intakes), date_format(handover.day)
    figures = {"codes": codes, "day": day, "new": str(handover.to_contract.provider)}
    if handover.from_contract.provider_id == handover.to_contract.provider_id:
        text = _("%(codes)s ligger på avtale %(number)s fra %(day)s.")
        text %= {"codes": codes, "number": handover.to_contract.number, "day": day}
        _tell_leads(handover, "", text, "done")
        return
    to_old = _("%(codes)s er overført til %(new)s fra %(day)s.") % figures
    to_new = _("Dere har overtatt %(codes)s fra %(day)s. Gi kursene til instruktører.") % figures
    _tell_leads(handover, to_old, to_new, "done")
    key = _key(handover, "done")
    items = [(membership, to_old, reverse("courses:class_list"), key) for membership in instructors]
    staff = Membership.objects.active_on(clock.today()).filter(
        role=Role.COUNTY_STAFF, county=handover.from_contract.concept.county_id
    )
    items += [(membership, to_old, handover.get_absolute_url(), key) for membership in staff.order_by("pk")]
    items += _to_caseworkers(handover, intakes, going_on, key)
    notifications.notify_many(items)


def stopped(handover: Handover, why: str) -> None:
    """The county hears that a hand-over was not carried out on its day, and why."""
    text = _("Overføringen fra %(old)s til %(new)s er ikke gjennomført. %(why)s")
    text %= {"old": handover.from_contract, "new": handover.to_contract, "why": why}
    staff = Membership.objects.active_on(clock.today()).filter(
        role=Role.COUNTY_STAFF, county=handover.from_contract.concept.county_id
    )
    url, key = handover.get_absolute_url(), _key(handover, "stopped")
    notifications.notify_many((membership, text, url, key) for membership in staff.order_by("pk"))


def _to_caseworkers(handover: Handover, intakes: list[Intake], going_on: list[Enrolment], key: str) -> list[tuple]:
    """One message per caseworker and class. That a protected person is on the course is itself protected."""
    code_of = {intake.pk: intake for intake in intakes}
    told = {
        (enrolment.participant.caseworker_id, enrolment.intake_id)
        for enrolment in going_on
        if enrolment.participant.caseworker_id and not enrolment.participant.is_protected
    }
    members = Membership.objects.active_on(clock.today()).in_bulk([member for member, _intake in told])
    items = []
    for member, intake_id in sorted(told):
        if member in members:
            intake = code_of[intake_id]
            text = _("Kurset %(code)s har fått ny kursleverandør fra %(day)s: %(new)s.") % {
                "code": intake.code,
                "day": date_format(handover.day),
                "new": handover.to_contract.provider,
            }
            url = reverse("courses:intake_detail", args=[intake.public_id])
            items.append((members[member], text, url, f"{key}:{intake.public_id}"))
    return items


def _tell_leads(handover: Handover, to_old: str, to_new: str, step: str) -> None:
    old, new = handover.from_contract.provider_id, handover.to_contract.provider_id
    leads = Membership.objects.active_on(clock.today()).filter(Q(provider=old) | Q(provider=new))
    url, key = handover.get_absolute_url(), _key(handover, step)
    items = []
    for lead in leads.filter(role=Role.PROVIDER_LEAD).order_by("pk"):
        text = to_new if lead.provider_id == new else to_old
        items.append((lead, text, url, key))
    notifications.notify_many(items)


def _key(handover: Handover, step: str) -> str:
    return f"handover:{handover.public_id}:{step}"


def _codes(intakes: list[Intake]) -> str:
    """ "kurs K-1" or "kurs K-1 og 2 til"."""
    codes = sorted(intake.code for intake in intakes)
    if not codes:
        return str(_("Ingen kurs"))
    if len(codes) <= 3:
        return _("Kurs %(codes)s") % {"codes": ", ".join(codes)}
    return _("Kurs %(first)s og %(n)d til") % {"first": codes[0], "n": len(codes) - 1}
