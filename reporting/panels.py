"""The reporting app's part of pages below it: results beside a course, how it went for a person."""

import datetime as dt
from collections import defaultdict

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock
from amo.models.users import Role
from courses.models import Concept, Enrolment, Intake
from participants.events import Event, Kind
from reporting import snapshots, words
from reporting.models import Milestone, OutcomeSnapshot
from reporting.referrals import referred
from reporting.results import SHOWN, Choice, measured, results


def for_concepts(membership, ids) -> dict:
    """concept.results: the latest milestone with numbers, in one sentence, plainly, and with its coverage (C8)."""
    concepts = Concept.objects.visible_to(membership).filter(pk__in=ids).select_related("county")
    found = {}
    for row in results(membership, concepts, Choice()):
        milestone = next((m for m in reversed(SHOWN) if m.value in row.tables), None)
        table = row.tables.get(milestone.value) if milestone else None
        found[row.concept.pk] = {
            "milestone": milestone.label if milestone else "",
            "sentence": words.in_short(table) if table else "",
            "plain": words.plainly(table, milestone) if table else [],
            "part_time": words.part_time(table, milestone) if table else "",
            "coverage": table.coverage if table else None,
            "parts": words.bar_parts(table) if table else [],
            "url": reverse("reporting:concept_results", args=[row.concept.public_id]),
        }
    return found


def _measured(membership, **where):
    return (
        OutcomeSnapshot.objects.latest()
        .filter(measured("enrolment__"), enrolment__in=Enrolment.objects.visible_to(membership))
        .filter(**where)
        .select_related("enrolment__intake__contract__concept")
        .order_by("-enrolment__ends_on", "milestone")
    )


def _by_course(snapshots_found, reader) -> dict:
    courses = defaultdict(list)
    for snapshot in snapshots_found:
        courses[snapshot.enrolment].append(
            {
                "milestone": snapshot.get_milestone_display(),
                "due_on": snapshot.due_on,
                "text": words.outcome(snapshot, reader),
                "corrected": snapshot.number > 1,
            }
        )
    return {
        enrolment: {"title": enrolment.intake.concept.title, "ends_on": enrolment.ends_on, "rows": rows}
        for enrolment, rows in courses.items()
    }


def for_participants(membership, ids) -> dict:
    """participant.overview: what came of each course at each milestone."""
    found = defaultdict(list)
    measured_rows = _measured(membership, enrolment__participant__in=ids)
    for enrolment, course in _by_course(measured_rows, membership).items():
        found[enrolment.participant_id].append(course)
    return {pk: {"courses": courses} for pk, courses in found.items()}


def for_enrolments(membership, ids) -> dict:
    """enrolment.detail: what came of this participation."""
    found = _by_course(_measured(membership, enrolment__in=ids), membership)
    return {enrolment.pk: {"courses": [course]} for enrolment, course in found.items()}


def tabs_of_participants(membership, ids) -> dict:
    """participant.tabs: how it went, for NAV."""
    if not membership.is_nav:
        return {}
    return {
        public_id: {
            "tabs": [
                {
                    "key": "results",
                    "label": _("Slik gikk det"),
                    "url": reverse("reporting:person_results", args=[public_id]),
                }
            ]
        }
        for public_id in ids
    }


def events_of_participants(membership, ids) -> dict:
    """participant.events: what was measured at each milestone, on its day. NAV's, as the feed is."""
    if not membership.is_nav:
        return {}
    found = defaultdict(list)
    for snapshot in _measured(membership, enrolment__participant__in=ids):
        course = snapshot.enrolment.intake.concept.title
        found[snapshot.enrolment.participant_id].append(
            Event(
                Kind.RESULT,
                snapshot.due_on,
                _("Slik gikk det: %(milestone)s") % {"milestone": str(snapshot.get_milestone_display()).lower()},
                f"{words.outcome(snapshot, membership)}. {course}",
                url=snapshot.enrolment.get_absolute_url(),
            )
        )
    return {pk: {"events": events} for pk, events in found.items()}


def path_of_participants(membership, ids) -> dict:
    """participant.path: the three measuring days of each participation, past and coming."""
    found = defaultdict(lambda: {"periods": [], "milestones": []})
    enrolments = (
        Enrolment.objects.visible_to(membership)
        .filter(~Q(intake__status=Intake.Status.CALLED_OFF), participant__in=ids)
        .exclude(status=Enrolment.Status.NOT_STARTED)
        .select_related("intake")
    )
    for enrolment in enrolments:
        end = max(enrolment.ends_on, enrolment.intake.ends_on)
        last = end + dt.timedelta(weeks=Milestone.T12.value)
        found[enrolment.participant_id]["periods"].append(
            {
                "label": _("Oppfølging"),
                "start": end,
                "end": last,
                "color": "success",
                "planned": clock.today() < end,
                "text": _("6 og 12 uker etter kursslutt"),
            }
        )
        found[enrolment.participant_id]["milestones"] += [
            {"label": milestone.label, "on": end + dt.timedelta(weeks=milestone.value)} for milestone in SHOWN[1:]
        ]
    return dict(found)


def for_start(membership, ids) -> dict:
    """start: for a caseworker who was measured the last two weeks, for county staff what is not computed."""
    if membership.role == Role.COUNTY_STAFF:
        missing = snapshots.count_missing(clock.today())
        text = ngettext("%(count)d måling er ikke beregnet", "%(count)d målinger er ikke beregnet", missing)
        items = [{"text": text % {"count": missing}, "url": reverse("reporting:run_list"), "count": missing}]
        return {membership.pk: {"title": _("Resultater"), "items": items if missing else []}}
    if not membership.is_office:
        return {}
    since = clock.today() - dt.timedelta(days=14)
    new = OutcomeSnapshot.objects.latest().filter(
        enrolment__in=referred(membership),
        due_on__gte=since,
        milestone__in=[milestone.value for milestone in SHOWN],
    )
    count = new.count()
    text = ngettext(
        "Se hvordan det gikk: %(count)d ny måling siste to uker",
        "Se hvordan det gikk: %(count)d nye målinger siste to uker",
        count,
    )
    items = [{"text": text % {"count": count}, "url": reverse("reporting:referrals"), "count": count}]
    return {membership.pk: {"title": _("Slik gikk det"), "items": items if count else []}}
