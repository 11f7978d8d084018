"""The weekly overview by mail: who wants it, and Monday's sending (C3)."""

import datetime as dt

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock, mail
from amo.models import Membership
from courses.models import WeeklyMail
from courses.week_facts import Summary, monday_of, summaries


@transaction.atomic
def choose_mail(*, wanted: bool, by: Membership) -> None:
    """Turn Monday's mail on or off for the acting membership. The first one comes next Monday."""
    if not wanted:
        WeeklyMail.objects.filter(membership=by).delete()
        return
    WeeklyMail.objects.get_or_create(
        membership=by, defaults={"sent_for": monday_of(clock.today()), "chosen_at": clock.now()}
    )


@transaction.atomic
def send_weekly(now: dt.datetime) -> int:
    """Job of the tick, daily from 07:00: everybody who wants this week's mail and has not had it. Returns how many.

    After days of downtime it goes out once, for the week that is; a killed run is done again and sends nothing twice.
    """
    today = now.astimezone(clock.OSLO).date()
    monday = monday_of(today)
    active = Membership.objects.active_on(today).filter(office__isnull=False)
    due = list(
        WeeklyMail.objects.select_for_update(of=("self",))
        .filter(sent_for__lt=monday, membership__in=active)
        .select_related("membership__user", "membership__office")
        .order_by("pk")
    )
    found = summaries({row.membership.office for row in due}, day=today) if due else {}
    sent = 0
    for row in due:
        user, office = row.membership.user, row.membership.office
        sent += mail.queue(
            to=user.email,
            subject=subject(monday),
            text=text(office.name, found[office.pk]),
            url=reverse("courses:intake_week"),
            dedupe_key=f"week:{monday.isoformat()}:{row.membership.public_id}",
        )
    WeeklyMail.objects.filter(pk__in=[row.pk for row in due]).update(sent_for=monday)
    return sent


def subject(monday: dt.date) -> str:
    """The line that stands in the inbox."""
    return _("Kurs denne uka (uke %(week)d)") % {"week": monday.isocalendar().week}


def text(office: str, week: Summary) -> str:
    """The mail: counts only, and never a client's name."""
    lines = [
        ngettext("%(n)d kurs starter denne uka.", "%(n)d kurs starter denne uka.", week.starts) % {"n": week.starts},
        ngettext("%(n)d søknadsfrist går ut denne uka.", "%(n)d søknadsfrister går ut denne uka.", week.deadlines)
        % {"n": week.deadlines},
        _("%(free)d ledige plasser for kontoret, på %(courses)d kurs som ikke har startet.")
        % {"free": week.free, "courses": week.courses_with_places},
        ngettext(
            "%(n)d av kontorets brukere står på venteliste.",
            "%(n)d av kontorets brukere står på venteliste.",
            week.waiting,
        )
        % {"n": week.waiting},
    ]
    if week.few:
        lines.append(ngettext("%(n)d kurs har få søkere.", "%(n)d kurs har få søkere.", week.few) % {"n": week.few})
    head = _("Kurs i uka som kommer, for %(office)s:") % {"office": office}
    foot = _("Du får denne e-posten fordi du har bedt om den. Den kan slås av på siden under.")
    return "\n".join([head, "", *(f"- {line}" for line in lines), "", foot])
