"""What contracts add to the start page and to a class's page (C2)."""

from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership, Role
from courses import handovers
from courses.contract_facts import expiring, with_successor
from courses.contract_list import OPTION_SOON
from courses.models import Contract, ContractOption, Enrolment, Handover, Intake

SHOWN = 5


def start(membership: Membership, ids: list) -> dict:
    """Contracts that end with nothing after them, options to decide, hand-overs ahead. Three queries."""
    if membership.role != Role.COUNTY_STAFF:
        return {}
    today = clock.today()
    own = Contract.objects.editable_by(membership)
    items = [
        {
            "text": _("%(course)s går ut uten ny avtale (%(number)s)")
            % {"course": contract.concept.title, "number": contract.number},
            "url": contract.get_absolute_url(),
            "count": None,
            "due": contract.ends_on,
        }
        for contract in with_successor(own)
        .filter(expiring(today))
        .select_related("concept")
        .order_by("ends_on", "pk")[:SHOWN]
    ]
    options = ContractOption.objects.filter(
        contract__in=own.filter(status=Contract.Status.ACTIVE),
        status=ContractOption.Status.OPEN,
        use_by__gte=today,
        use_by__lte=today + OPTION_SOON,
    )
    items += [
        {
            "text": _("Avgjør opsjon %(n)d på %(number)s") % {"n": option.number, "number": option.contract.number},
            "url": reverse("courses:contract_option", args=[option.contract.public_id, option.number]),
            "count": None,
            "due": option.use_by,
        }
        for option in options.select_related("contract").order_by("use_by", "pk")[:SHOWN]
    ]
    planned = Handover.objects.filter(status=Handover.Status.PLANNED, from_contract__in=own).with_names()
    items += [
        {
            "text": _("Kurs går til ny leverandør: %(new)s") % {"new": handover.to_contract.provider},
            "url": handover.get_absolute_url(),
            "count": None,
            "due": handover.day,
        }
        for handover in planned.order_by("day", "pk")[:SHOWN]
    ]
    return {membership.pk: {"title": _("Avtaler"), "items": items}} if items else {}


def for_intakes(membership: Membership, ids: list) -> dict:
    """intake.detail: the contract, and who has had the class when. Two queries."""
    if not (membership.is_nav or membership.role == Role.PROVIDER_LEAD):
        return {}
    intakes = Intake.objects.visible_to(membership).filter(pk__in=ids).select_related("contract__provider")
    moved = handovers.moves(ids)
    return {
        intake.pk: {"contract": intake.contract, "moves": moved.get(intake.pk, [])} for intake in intakes.order_by("pk")
    }


def for_enrolments(membership: Membership, ids: list) -> dict:
    """enrolment.detail: which provider had the class while she was on it, where there have been several; for NAV."""
    if not membership.is_nav:
        return {}
    rows = list(Enrolment.objects.visible_to(membership).filter(pk__in=ids).order_by("pk"))
    moved = handovers.moves({row.intake_id for row in rows})
    found = {}
    for row in rows:
        of_her = [
            move
            for move in moved.get(row.intake_id, [])
            if row.starts_on <= move.day <= handovers.last_day_on_course(row)
        ]
        if of_her:
            found[row.pk] = {"moves": of_her}
    return found
