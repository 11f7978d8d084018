"""What the days do to contracts (tick): hand-overs happen, contracts end, and the county hears before they do (C2)."""

import datetime as dt

from django.db import transaction
from django.db.models import F
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, notifications
from amo.models import Membership, Role
from courses.actions.contracts import close_assignments
from courses.actions.handover import carry_out_due
from courses.contract_facts import LIVING, expiring, notice_due, with_successor
from courses.models import Contract, ContractNotice, Intake


def advance(now: dt.datetime) -> int:
    """Job of the tick: hand-overs whose day has come, then contracts whose last day is over. Returns how many moved."""
    today = now.astimezone(clock.OSLO).date()
    return carry_out_due(today) + end_contracts(today)


@transaction.atomic
def end_contracts(today: dt.date) -> int:
    """Contracts whose last day is over are ended; the county hears of classes that still run on one."""
    due = Contract.objects.select_for_update(of=("self",)).filter(status=Contract.Status.ACTIVE, ends_on__lt=today)
    contracts = list(due.select_related("concept").order_by("pk"))
    ids = [contract.pk for contract in contracts]
    if not ids:
        return 0
    Contract.objects.filter(pk__in=ids).update(status=Contract.Status.ENDED, version=F("version") + 1)
    close_assignments(ids)
    left = set(Intake.objects.filter(contract__in=ids, status__in=LIVING).order_by().values_list("contract", flat=True))
    _tell(
        (contract, _("Avtale %(number)s er ute, men har kurs som ikke er over.") % {"number": contract.number}, "left")
        for contract in contracts
        if contract.pk in left
    )
    return len(ids)


def notify_expiry(now: dt.datetime) -> int:
    """Daily job of the tick: 8, 6 and 3 months and 14 days before the last day, each once, the most urgent one only.

    After days of downtime the notice that is due now is sent, not those it has overtaken. None where a later contract
    for the same course is on its way. Returns how many contracts were told of.
    """
    today = now.astimezone(clock.OSLO).date()
    contracts = with_successor(Contract.objects.all()).filter(expiring(today)).select_related("concept").order_by("pk")
    told = set(
        ContractNotice.objects.filter(contract__in=contracts).order_by().values_list("contract", "kind", "ends_on")
    )
    new = []
    for contract in contracts:
        kind = notice_due(contract.ends_on, today)
        if kind and (contract.pk, kind, contract.ends_on) not in told:
            new.append(ContractNotice(contract=contract, kind=kind, ends_on=contract.ends_on, sent_on=today))
    ContractNotice.objects.bulk_create(new, ignore_conflicts=True)
    _tell(
        (
            notice.contract,
            _("Avtale %(number)s (%(course)s) går ut %(day)s, og ingen ny avtale er registrert.")
            % {
                "number": notice.contract.number,
                "course": notice.contract.concept.title,
                "day": date_format(notice.ends_on),
            },
            f"{notice.ends_on.isoformat()}:{notice.kind}",
        )
        for notice in new
    )
    return len(new)


def _tell(items) -> None:
    """Leave each (contract, text, what) with the staff of its county, once."""
    items = list(items)
    staff: dict[int, list[Membership]] = {}
    counties = {contract.concept.county_id for contract, _text, _what in items}
    active = Membership.objects.active_on(clock.today()).filter(role=Role.COUNTY_STAFF, county__in=counties)
    for membership in active.order_by("pk"):
        staff.setdefault(membership.county_id, []).append(membership)
    notifications.notify_many(
        (membership, text, contract.get_absolute_url(), f"contract:{contract.public_id}:{what}")
        for contract, text, what in items
        for membership in staff.get(contract.concept.county_id, [])
    )
