"""What has happened to a person, over every app, in one chronological feed. A fixed number of queries.

Apps above fill the panel slot `participant.events`: `for_many(membership, ids) -> {id: {"events": [Event, …]}}`.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo import clock, panels
from amo.models import Membership
from participants.actions.tasks import BY_HAND
from participants.models import (
    Aim,
    ContactAttempt,
    EducationPeriod,
    Employment,
    InformationGiven,
    Mapping,
    Measure,
    Note,
    Participant,
    Plan,
    PlanStep,
    Task,
)

SLOT = "participant.events"


class Kind(TextChoices):
    """What an event is about: the filter of the feed."""

    CONTACT = "contact", gettext_lazy("Kontakt")
    INFORMATION = "information", gettext_lazy("Informasjon")
    MAPPING = "mapping", gettext_lazy("Kartlegging")
    AIM = "aim", gettext_lazy("Eget mål")
    PLAN = "plan", gettext_lazy("Plan")
    APPLICATION = "application", gettext_lazy("Søknad")
    OFFER = "offer", gettext_lazy("Tilbud")
    COURSE = "course", gettext_lazy("Kurs")
    PLACEMENT = "placement", gettext_lazy("Praksis")
    VISIT = "visit", gettext_lazy("Besøk")
    JOB = "job", gettext_lazy("Jobb og utdanning")
    RESULT = "result", gettext_lazy("Resultat")
    TASK = "task", gettext_lazy("Oppgave")
    NOTE = "note", gettext_lazy("Notat")
    LETTER = "letter", gettext_lazy("Brev")


ICONS = {
    Kind.CONTACT: "Phone", Kind.INFORMATION: "Information", Kind.MAPPING: "Tasklist", Kind.AIM: "HikingTrailSign",
    Kind.PLAN: "Tasklist", Kind.APPLICATION: "PencilWriting", Kind.OFFER: "HandShakeHeart", Kind.COURSE: "Book",
    Kind.PLACEMENT: "Buildings3", Kind.VISIT: "Buildings3", Kind.JOB: "Briefcase", Kind.RESULT: "Hourglass",
    Kind.TASK: "Checkmark", Kind.NOTE: "Chat", Kind.LETTER: "EnvelopeClosed",
}  # fmt: skip


@dataclass(frozen=True)
class Event:
    """One thing that happened. `at`, when it is known, orders what happened on the same day."""

    kind: Kind
    on: dt.date
    title: str
    text: str = ""
    by: str = ""
    url: str = ""
    at: dt.datetime | None = None

    def as_timeline(self) -> dict:
        """What {% timeline %} takes."""
        day = date_format(self.on, "j. F Y")
        icon = ICONS[self.kind]
        return {"title": self.title, "time": day, "by": self.by, "text": self.text, "icon": icon, "url": self.url}


def day_of(moment: dt.datetime) -> dt.date:
    """The day in Oslo."""
    return moment.astimezone(clock.OSLO).date()


def feed(participant: Participant, membership: Membership) -> list[Event]:
    """Everything that this membership may know has happened, newest first."""
    found = [event for source in _OWN for event in source(participant, membership)]
    for panel in panels.collect(SLOT, membership, [participant.pk])[participant.pk]:
        found += panel.context["events"]
    first = dt.datetime.min.replace(tzinfo=dt.UTC)
    # Turned round, not sorted backwards: what is told in order within a day comes out newest first too.
    return sorted(found, key=lambda event: (event.on, event.at or first))[::-1]


def since(events: Iterable[Event], day: dt.date | None) -> list[Event]:
    """Those after `day`; all when there is none."""
    return [event for event in events if day is None or event.on > day]


# --- this app's own -----------------------------------------------------------------------------


def _rows(model, participant: Participant, membership: Membership, *related: str):
    return model.objects.visible_to(membership).filter(participant=participant).select_related(*related)


def _contacts(participant, membership):
    for row in _rows(ContactAttempt, participant, membership, "made_by__user"):
        title = _("Fikk kontakt") if row.reached else _("Forsøkte å få kontakt")
        text = f"{row.get_channel_display()}. {row.note}" if row.note else str(row.get_channel_display())
        yield Event(Kind.CONTACT, row.made_on, title, text, str(row.made_by.user))


def _information(participant, membership):
    url = reverse("participants:information_list", args=[participant.public_id])
    for row in _rows(InformationGiven, participant, membership, "given_by__user"):
        text = ". ".join(filter(None, [str(row.get_kind_display()), row.subject, row.said]))
        yield Event(Kind.INFORMATION, row.given_on, _("Informert om kurs"), text, str(row.given_by.user), url)


def _mappings(participant, membership):
    url = reverse("participants:mapping_history", args=[participant.public_id])
    for row in _rows(Mapping, participant, membership, "created_by__user"):
        title = _("Kartlagt") if row.number == 1 else _("Kartleggingen oppdatert")
        yield _dated(Kind.MAPPING, row.created_at, title, "", row.created_by, url)


def _aims(participant, membership):
    url = reverse("participants:aim_history", args=[participant.public_id])
    for row in _rows(Aim, participant, membership, "created_by__user"):
        title = _("Målet skrevet ned") if row.number == 1 else _("Målet endret")
        yield _dated(Kind.AIM, row.created_at, title, str(row.get_kind_display()), row.created_by, url)


def _plans(participant, membership):
    for row in _rows(Plan, participant, membership, "created_by__user"):
        title = _("Plan laget") if row.number == 1 else _("Planen endret")
        yield _dated(Kind.PLAN, row.created_at, title, row.goal, row.created_by)


def _steps(participant, membership):
    done = PlanStep.objects.visible_to(membership).filter(plan__participant=participant, plan__is_current=True)
    for row in done.exclude(done_on=None).select_related("done_by__user"):
        by = str(row.done_by.user) if row.done_by else ""
        yield Event(Kind.PLAN, row.done_on, _("Steg i planen gjort"), row.what, by)


def _employments(participant, membership):
    found = _rows(Employment, participant, membership, "recorded_by__user").filter(superseded_at=None)
    for row in found:
        text = _("%(form)s, %(percentage)s, hos %(employer)s fra %(day)s") % {
            "form": row.get_form_display(),
            "percentage": row.fte_text,
            "employer": row.employer_name,
            "day": date_format(row.starts_on, "j. F Y"),
        }
        title = _("Opplysning om jobb rettet") if row.supersedes_id else _("Jobb registrert")
        yield _dated(Kind.JOB, row.recorded_at, title, text, row.recorded_by)


def _education(participant, membership):
    for row in _rows(EducationPeriod, participant, membership, "recorded_by__user"):
        yield _dated(Kind.JOB, row.recorded_at, _("Utdanning registrert"), row.title, row.recorded_by)


def _measures(participant, membership):
    """On the day it ended: it is long ago, whenever somebody wrote it down."""
    today = clock.today()
    for row in _rows(Measure, participant, membership):
        day = row.ends_on or row.starts_on
        if day <= today:
            title = _("%(kind)s utenfor Kursløp") % {"kind": row.get_kind_display()}
            yield Event(Kind.COURSE, day, title, row.title)


def _tasks(participant, membership):
    """Those that somebody made by hand: what the system's own are about has an event of its own."""
    found = _rows(Task, participant, membership, "done_by__user").filter(kind=BY_HAND).exclude(done_at=None)
    for row in found:
        yield _dated(Kind.TASK, row.done_at, _("Oppgave gjort"), row.title, row.done_by)


def _notes(participant, membership):
    for row in _rows(Note, participant, membership, "created_by__user"):
        yield _dated(Kind.NOTE, row.created_at, _("Notat"), row.text, row.created_by)


def _dated(kind: Kind, moment: dt.datetime, title: str, text: str, by: Membership | None, url: str = "") -> Event:
    return Event(kind, day_of(moment), title, text, str(by.user) if by else "", url, moment)


_OWN = (
    _contacts, _information, _mappings, _aims, _plans, _steps, _employments, _education, _measures, _tasks, _notes,
)  # fmt: skip
