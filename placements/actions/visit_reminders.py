"""Who is reminded of a visit: the working day before, and on the day when it is not logged (L5).

A message for each visit and a mail with counts, once each; no client's name in either.
"""

import datetime as dt
from collections import Counter, defaultdict

from django.db import transaction
from django.db.models import Exists, OuterRef, Value
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock, mail, notifications, workdays
from amo.models import Membership, Role
from courses.models import IntakeAssignment
from placements.models import EmployerMeeting, Placement, Visit
from placements.protection import unprotected

AT_ONCE = 50
"""Receivers asked for in one statement."""


@transaction.atomic
def remind_before(now: dt.datetime) -> int:
    """Job of the tick, daily from 07:00 in Oslo: what comes up to and with the next working day. Returns how many.

    On a day off nothing is sent: the working day before has told of everything up to the next one.
    """
    today = now.astimezone(clock.OSLO).date()
    if not workdays.is_working_day(today):
        return 0
    until = workdays.add_working_days(today, 1)
    told = _of_visits(today, planned_for__gt=today, planned_for__lte=until) + _of_meetings(today, until)
    return _send(told, today, "before", _("Besøk og møter som kommer"))


@transaction.atomic
def remind_unlogged(now: dt.datetime) -> int:
    """Job of the tick, daily from 15:00 in Oslo: today's visits that nobody has logged. Returns how many messages."""
    today = now.astimezone(clock.OSLO).date()
    return _send(_of_visits(today, planned_for=today), today, "unlogged", _("Besøk i dag som ikke er logget"))


def _of_visits(today: dt.date, **when) -> list[tuple[Membership, str, str, str]]:
    """(receiver, text, url, key) for every planned visit and everybody who should go there."""
    visits = list(
        unprotected(Visit.objects.all(), "placement__participant")
        .filter(status=Visit.Status.PLANNED, placement__status__in=["agreed", "running"], **when)
        .select_related("placement__employer", "placement__enrolment__intake__contract")
        .order_by("planned_for", "planned_at", "pk")
    )
    receivers = _receivers({visit.placement.enrolment.intake for visit in visits}, today)
    seen = _seen({one for found in receivers.values() for one in found}, {visit.placement_id for visit in visits})
    told = []
    for visit in visits:
        url = reverse("placements:visit_log", args=[visit.placement.public_id])
        # A visit that is moved is told of anew; one that stays is told of once.
        key = f"visit:{visit.public_id}:{visit.planned_for.isoformat()}"
        text = _words(visit, today)
        for receiver in receivers[visit.placement.enrolment.intake_id]:
            if visit.placement_id in seen[receiver.pk]:
                told.append((receiver, text, url, key))
    return told


def _words(visit: Visit, today: dt.date) -> str:
    employer = visit.placement.employer.name
    if visit.planned_for == today:
        return _("Besøket hos %(employer)s i dag er ikke logget.") % {"employer": employer}
    day = date_format(visit.planned_for, "l j. F")
    return _("Besøk hos %(employer)s %(day)s.") % {"employer": employer, "day": day}


def _receivers(intakes: set, today: dt.date) -> dict[int, list[Membership]]:
    """{intake: its instructors}, or its provider's leads where nobody is assigned. Two queries."""
    found = defaultdict(list)
    active = Membership.objects.active_on(today).filter(role=Role.PROVIDER_INSTRUCTOR)
    assigned = IntakeAssignment.objects.active_on(today).filter(intake__in=intakes, membership__in=active)
    for row in assigned.select_related("membership__user").order_by("pk"):
        found[row.intake_id].append(row.membership)
    alone = [intake for intake in intakes if not found[intake.pk]]
    of_provider = _leads({intake.contract.provider_id for intake in alone}, today)
    for intake in alone:
        found[intake.pk] = of_provider[intake.contract.provider_id]
    return found


def _leads(providers: set[int], today: dt.date) -> dict[int, list[Membership]]:
    """{provider: its leads}. One query."""
    found = defaultdict(list)
    leads = Membership.objects.active_on(today).filter(provider__in=providers, role=Role.PROVIDER_LEAD)
    for lead in leads.select_related("user").order_by("pk"):
        found[lead.provider_id].append(lead)
    return found


def _seen(receivers: set[Membership], placements: set[int]) -> dict[int, set[int]]:
    """{membership: the placements of these it may see}: nobody is told of what is closed to them.

    One query for AT_ONCE receivers.
    """
    found = defaultdict(set)
    rows = [
        Placement.objects.visible_to(one).filter(pk__in=placements).order_by().values_list(Value(one.pk), "pk")
        for one in sorted(receivers, key=lambda one: one.pk)
    ]
    for n in range(0, len(rows), AT_ONCE):
        first, *others = rows[n : n + AT_ONCE]
        for membership, placement in first.union(*others, all=True) if others else first:
            found[membership].add(placement)
    return found


def _of_meetings(today: dt.date, until: dt.date) -> list[tuple[Membership, str, str, str]]:
    """Planned meetings, told to the one who agreed on them; to the provider's leads when that one has left."""
    meetings = EmployerMeeting.objects.filter(status=EmployerMeeting.Status.PLANNED, on__gt=today, on__lte=until)
    meetings = list(
        meetings.annotate(is_here=Exists(Membership.objects.active_on(today).filter(pk=OuterRef("created_by"))))
        .select_related("employer", "created_by__user")
        .order_by("on", "pk")
    )
    leads = _leads({meeting.provider_id for meeting in meetings if not meeting.is_here}, today)
    return [
        (
            receiver,
            _("%(meeting)s hos %(employer)s %(day)s.")
            % {
                "meeting": meeting.get_kind_display(),
                "employer": meeting.employer.name,
                "day": date_format(meeting.on, "l j. F"),
            },
            reverse("placements:meeting_detail", args=[meeting.public_id]),
            f"meeting:{meeting.public_id}:{meeting.on.isoformat()}",
        )
        for meeting in meetings
        for receiver in ([meeting.created_by] if meeting.is_here else leads[meeting.provider_id])
    ]


def _send(told: list[tuple[Membership, str, str, str]], today: dt.date, occasion: str, subject: str) -> int:
    """A message for each, and one mail a day and occasion to everybody with how many."""
    notifications.notify_many((one, text, url, f"{key}:{occasion}") for one, text, url, key in told)
    counts = Counter(one.pk for one, *_rest in told)
    for receiver in {one.pk: one for one, *_rest in told}.values():
        n = counts[receiver.pk]
        if occasion == "before":
            text = ngettext(
                "Du har %(n)d besøk eller møte til og med neste virkedag.",
                "Du har %(n)d besøk eller møter til og med neste virkedag.",
                n,
            )
        else:
            text = ngettext(
                "%(n)d besøk som var planlagt i dag, er ikke logget.",
                "%(n)d besøk som var planlagt i dag, er ikke logget.",
                n,
            )
        mail.queue(
            to=receiver.user.email,
            subject=subject,
            text=text % {"n": n},
            url=reverse("placements:agenda"),
            dedupe_key=f"visits:{occasion}:{today.isoformat()}:{receiver.public_id}",
        )
    return len(told)
