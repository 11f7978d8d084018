"""What the page about one contract shows, read in a fixed number of queries (C2)."""

import datetime as dt

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo.models import Membership, Role
from amo.templatetags.aksel import status_tag
from courses.concept_page import STATUS_COLORS as INTAKE_COLORS
from courses.concept_page import link, right, short
from courses.contract_facts import EXPIRING, extended, notice_due, places_of, successor_of
from courses.handover_page import COLORS as HANDOVER_COLORS
from courses.models import Contract, ContractOption, Enrolment, Handover, Intake, PlacesBeyond
from participants.models import Participant

OPTION_COLORS = {"open": "warning", "used": "success", "not_used": "neutral"}


def context(contract: Contract, membership: Membership, day: dt.date) -> dict:
    """Everything on the page; the tender and what comes after the contract are for NAV only."""
    places = places_of([contract])[contract.pk]
    options = list(contract.options.select_related("decided_by__user").order_by("number"))
    intakes = list(Intake.objects.visible_to(membership, day).filter(contract=contract).order_by("starts_on", "code"))
    found = {
        "contract": contract,
        "facts": _facts(contract, membership),
        "places": places,
        "beyond": _beyond(contract) if membership.is_nav else [],
        "options": [_option(option, contract, membership, day) for option in options],
        "intakes": _intake_table(intakes, membership),
        "handovers": _handovers(contract, membership),
        "today": day,
    }
    if membership.is_nav:
        found["timeline"] = timeline(contract, options, day)
        found["expiry"] = _expiry(contract, day)
    else:
        found["reporting"] = _still_reported(contract, membership)
    return found


def _facts(contract: Contract, membership: Membership) -> list[tuple]:
    rows = [
        (_("Kurs"), contract.concept.title),
        (_("Fylke"), str(contract.concept.county)),
        (_("Kursleverandør"), str(contract.provider or _("Ikke valgt ennå"))),
        (_("Avtaleperiode"), f"{short(contract.starts_on)}–{short(contract.ends_on)}"),
        (_("Prismodell"), contract.price_model),
        (
            _("Innledende uker"),
            ngettext("%(n)d uke", "%(n)d uker", contract.introductory_weeks) % {"n": contract.introductory_weeks},
        ),
    ]
    if contract.status == Contract.Status.CANCELLED:
        rows.append((_("Avbrutt"), f"{short(contract.cancelled_on)} – {contract.cancel_reason}"))
    if membership.is_nav:
        rows += [
            (_("Kunngjort"), short(contract.announced_on) if contract.announced_on else ""),
            (_("Tilbudsfrist"), short(contract.deadline_on) if contract.deadline_on else ""),
            (_("Tildelt"), short(contract.awarded_on) if contract.awarded_on else ""),
        ]
    return rows


def timeline(contract: Contract, options: list[ContractOption], day: dt.date) -> dict:
    """Periods and milestones for the Gantt: the tender step by step, the contract, and its options."""
    periods = []
    stops = (contract.announced_on, contract.deadline_on, contract.awarded_on, contract.starts_on)
    steps = (_("Tilbudene skrives"), _("Tilbudene vurderes"), _("Forberedelse"))
    for label, start, end in zip(steps, stops, stops[1:], strict=False):
        if start and end:
            periods.append(
                {"label": _("Anskaffelse"), "start": start, "end": end, "planned": start > day, "text": label,
                 "color": "neutral"}
            )  # fmt: skip
    periods.append(
        {"label": _("Avtale"), "start": contract.starts_on, "end": contract.ends_on, "color": "accent",
         "planned": contract.status == Contract.Status.DRAFT, "text": contract.number}
    )  # fmt: skip
    last = contract.ends_on
    for option in options:
        if option.status == ContractOption.Status.OPEN and contract.status in ("draft", "active"):
            name = _("Opsjon %(n)d") % {"n": option.number}
            until = extended(last, option.months)
            periods.append(
                {"label": _("Opsjoner"), "start": last, "end": until, "planned": True, "text": name, "color": "info"}
            )
            last = until
    marks = [
        (_("Kunngjort"), contract.announced_on),
        (_("Tilbudsfrist"), contract.deadline_on),
        (_("Tildelt"), contract.awarded_on),
        (_("Starter"), contract.starts_on),
    ]
    marks += [
        (_("Opsjon %(n)d innen") % {"n": option.number}, option.use_by)
        for option in options
        if option.status == ContractOption.Status.OPEN
    ]
    marks.append((_("Går ut"), contract.ends_on))
    return {"periods": periods, "milestones": [{"label": label, "date": date} for label, date in marks if date]}


def _expiry(contract: Contract, day: dt.date) -> dict | None:
    """What is known of the time after the contract, while it matters."""
    if contract.status != Contract.Status.ACTIVE or contract.ends_on > day + EXPIRING:
        return None
    successor = successor_of(contract)
    sent = [
        _("%(kind)s: varslet %(day)s") % {"kind": notice.get_kind_display(), "day": date_format(notice.sent_on)}
        for notice in contract.notices.filter(ends_on=contract.ends_on)
    ]
    return {
        "successor": successor,
        "sent": sent,
        "due": notice_due(contract.ends_on, day),
        "plan_url": plan_url(contract),
    }


def plan_url(contract: Contract) -> str:
    """The page that counts back from the day after the contract's last."""
    start = contract.ends_on + dt.timedelta(days=1)
    return f"{reverse('courses:contract_plan')}?kurs={contract.concept.public_id}&start={start.isoformat()}"


def _option(option: ContractOption, contract: Contract, membership: Membership, day: dt.date) -> dict:
    may = membership.role == Role.COUNTY_STAFF and contract.concept.county_id == membership.county_id
    may = may and contract.status == Contract.Status.ACTIVE
    still_open = option.status == ContractOption.Status.OPEN
    address = [contract.public_id, option.number]
    undo = may and not still_open and option.decided_on == day
    return {
        "option": option,
        "tag": status_tag(option.get_status_display(), OPTION_COLORS[option.status], "xsmall"),
        "late": still_open and option.use_by < day,
        "url": reverse("courses:contract_option", args=address) if may and still_open else "",
        "undo_url": reverse("courses:contract_option_reopen", args=address) if undo else "",
    }


def _beyond(contract: Contract) -> list[str]:
    """Reasons written for places beyond what was bought, newest first."""
    rows = PlacesBeyond.objects.filter(contract=contract).select_related("intake", "decided_by__user")
    return [
        _("%(code)s: %(n)d plasser. %(reason)s (%(who)s, %(day)s)")
        % {
            "code": row.intake.code,
            "n": row.places,
            "reason": row.reason,
            "who": row.decided_by.user,
            "day": short(localtime(row.decided_at).date()),
        }
        for row in rows[:10]
    ]


def _intake_table(intakes: list[Intake], membership: Membership) -> dict:
    route = "courses:intake_detail" if membership.is_nav else "courses:roster"
    rows = [
        [
            link(reverse(route, args=[intake.public_id]), intake.code),
            status_tag(intake.get_status_display(), INTAKE_COLORS[intake.status], "xsmall"),
            short(intake.starts_on),
            short(intake.ends_on),
            intake.capacity + intake.over_capacity,
        ]
        for intake in intakes
    ]
    return {"columns": [_("Kurs"), _("Status"), _("Starter"), _("Slutter"), right(_("Plasser"))], "rows": rows}


def _handovers(contract: Contract, membership: Membership) -> list[dict]:
    found = Handover.objects.visible_to(membership).filter(Q(from_contract=contract) | Q(to_contract=contract))
    if contract.concept.county_id != membership.county_id:
        found = found.filter(status__in=[Handover.Status.PLANNED, Handover.Status.DONE])
    return [
        {"handover": one, "tag": status_tag(one.get_status_display(), HANDOVER_COLORS[one.status], "xsmall")}
        for one in found.with_names().order_by("-day", "-pk")
    ]


def _still_reported(contract: Contract, membership: Membership) -> list[Enrolment]:
    """Those who ended with this provider before the class went to another: it still reports on them."""
    if membership.role != Role.PROVIDER_LEAD:
        return []
    gone = Handover.objects.done().filter(from_contract=contract)
    found = Enrolment.objects.visible_to(membership).filter(intake__handovers__in=gone)
    people = Participant.objects.openable_by(membership)
    found = found.filter(participant__in=people).exclude(intake__contract__provider=membership.provider_id)
    return list(found.select_related("participant", "intake").order_by("participant__name_sort", "pk").distinct()[:200])
