"""Who hears that a class is called off or cut short: a task about each person, and messages without names (C3)."""

from collections import Counter

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock, notifications, workdays
from amo.models import Membership
from courses.class_people import leads
from courses.ending_effects import Effects, Touched
from courses.models import IntakeAssignment, IntakeEnding
from participants.actions import NewTask, create_tasks
from participants.responsible import may_know_of, office_leads, responsible_for

TASK_WORKING_DAYS = 3
"""Within so many working days the caseworker should have talked with the person."""


def tell(ending: IntakeEnding, found: Effects, *, by: Membership, office_leads: bool) -> None:
    """Tasks for the caseworkers, messages to them, to the provider, and to the office leads when wanted."""
    people = {one.participant.pk: one for one in reversed(list(found.touched()))}
    touched = list(people.values())
    due_on = workdays.add_working_days(clock.today(), TASK_WORKING_DAYS)
    tasks = [
        NewTask(one.participant, _title(ending), _url(one), f"{_key(ending)}:{one.participant.public_id}")
        for one in touched
    ]
    create_tasks(kind="intake_ended", due_on=due_on, tasks=tasks, by=by)
    _tell_caseworkers(ending, touched)
    if office_leads:
        _tell_office_leads(ending, touched)
    _tell_provider(ending)


def happened(ending: IntakeEnding) -> str:
    """ "Kafé og kantine (KAF-1) er avlyst." or that it ends on another day."""
    names = {"course": ending.intake.concept.title, "code": ending.intake.code}
    if ending.kind == IntakeEnding.Kind.CALLED_OFF:
        return _("%(course)s (%(code)s) er avlyst.") % names
    values = names | {"day": date_format(ending.last_day)}
    return _("%(course)s (%(code)s) blir stanset før tiden. Siste kursdag er %(day)s.") % values


def _title(ending: IntakeEnding) -> str:
    if ending.kind == IntakeEnding.Kind.CALLED_OFF:
        return _("Kurset er avlyst: snakk med brukeren om neste steg")
    return _("Kurset blir stanset: snakk med brukeren om neste steg")


def _key(ending: IntakeEnding) -> str:
    """Begins the keys of tasks and messages; a new last day of the same class is told anew."""
    day = f":{ending.last_day.isoformat()}" if ending.last_day else ""
    return f"intake:{ending.intake.public_id}:{ending.kind}{day}"


def _url(one: Touched) -> str:
    if one.application is not None:
        return reverse("courses:application_detail", args=[one.application.public_id])
    return reverse("participants:detail", args=[one.participant.public_id])


def _intake_url(ending: IntakeEnding) -> str:
    return reverse("courses:intake_detail", args=[ending.intake.public_id])


def _tell_caseworkers(ending: IntakeEnding, touched: list[Touched]) -> None:
    own: Counter[Membership] = Counter()
    for one in touched:
        caseworker = responsible_for(one.participant)
        if caseworker and may_know_of(caseworker, one.participant):
            own[caseworker] += 1
    notifications.notify_many(
        (
            caseworker,
            happened(ending)
            + " "
            + ngettext("Det gjelder %(n)d av brukerne dine.", "Det gjelder %(n)d av brukerne dine.", n) % {"n": n},
            _intake_url(ending),
            _key(ending),
        )
        for caseworker, n in own.items()
    )


def _tell_office_leads(ending: IntakeEnding, touched: list[Touched]) -> None:
    leads_of = office_leads({one.participant.office_id for one in touched})
    messages = []
    for lead in (lead for found in leads_of.values() for lead in found):
        n = sum(may_know_of(lead, one.participant) for one in touched)
        if n:
            text = ngettext("Det gjelder %(n)d bruker ved kontoret.", "Det gjelder %(n)d brukere ved kontoret.", n) % {
                "n": n
            }
            messages.append((lead, f"{happened(ending)} {text}", _intake_url(ending), f"{_key(ending)}:lead"))
    notifications.notify_many(messages)


def _tell_provider(ending: IntakeEnding) -> None:
    """The course leads, and the instructors of the class."""
    assigned = IntakeAssignment.objects.active_on(clock.today()).filter(intake=ending.intake)
    instructors = [row.membership for row in assigned.select_related("membership").order_by("pk")]
    url = reverse("courses:roster", args=[ending.intake.public_id])
    notifications.notify_many(
        (receiver, happened(ending), url, _key(ending)) for receiver in [*leads(ending.intake), *instructors]
    )
