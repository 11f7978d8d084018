"""What offers, classes and enrolments add to the start page and to the person's page. One call per list."""

import datetime as dt
from collections import defaultdict

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock
from amo.models import Membership, Role
from courses import attendance_summary, class_today, class_week, endings
from courses.course_days import EDITABLE_DAYS, calendars
from courses.models import AllocationRun, AllocationWindow, Attendance, Enrolment, Intake, Offer
from courses.views.classes import ENROLMENT_COLORS

SHOWN = 8
PATH_COLORS = {"dropped_out": "neutral"}


def _box(membership: Membership, title: str, items: list[dict]) -> dict:
    return {membership.pk: {"title": title, "items": items}} if items else {}


def start_county(membership: Membership, ids: list) -> dict:
    """Rounds whose deadline is out, and proposals a second person should look at."""
    if membership.role != Role.COUNTY_STAFF:
        return {}
    items = [
        {"text": _("Lag forslag til fordeling: %(name)s") % {"name": window.name}, "url": window.get_absolute_url(),
         "count": None, "due": window.deadline}
        for window in AllocationWindow.objects.editable_by(membership)
        .filter(status=AllocationWindow.Status.CLOSED)
        .exclude(runs__status=AllocationRun.Status.PREVIEW)
        .order_by("deadline", "pk")[:SHOWN]
    ]  # fmt: skip
    previews = AllocationRun.objects.visible_to(membership).filter(status=AllocationRun.Status.PREVIEW)
    previews = previews.exclude(made_by__user=membership.user_id).select_related("window")
    items += [
        {"text": _("Kontroller forslaget: %(name)s") % {"name": run.window.name}, "url": run.get_absolute_url(),
         "count": None, "due": None}
        for run in previews.order_by("made_at", "pk")[:SHOWN]
    ]  # fmt: skip
    return _box(membership, _("Tildeling"), items)


def start_office(membership: Membership, ids: list) -> dict:
    """Offers among her own people that wait for word or for an answer."""
    if not membership.is_office:
        return {}
    offers = Offer.objects.visible_to(membership).filter(status=Offer.Status.OUTSTANDING)
    if membership.role == Role.CASEWORKER:
        offers = offers.filter(wish__application__participant__caseworker=membership)
    untold = offers.filter(contacted_on=None)
    items = []
    told = offers.exclude(contacted_on=None)
    kinds = ((untold, _("Gi beskjed om tilbud"), "offer_contact"), (told, _("Få svar på tilbud"), "offer_answer"))
    for found, text, route in kinds:
        first = found.order_by("deadline_on", "offered_on", "pk").first()
        if first is not None:
            items.append(
                {
                    "text": text,
                    "url": reverse(f"courses:{route}", args=[first.public_id]),
                    "count": found.count(),
                    "due": first.deadline_on,
                }
            )
    return _box(membership, _("Tilbud om kursplass"), items)


def start_provider(membership: Membership, ids: list) -> dict:
    """Running classes whose attendance is not recorded today."""
    if not membership.is_provider:
        return {}
    today = clock.today()
    recorded = Attendance.objects.filter(enrolment__intake=OuterRef("pk"), day=today)
    on_it = Enrolment.objects.filter(
        intake=OuterRef("pk"), status=Enrolment.Status.PARTICIPATING, starts_on__lte=today, ends_on__gte=today
    )
    classes = (
        Intake.objects.visible_to(membership)
        .filter(status=Intake.Status.RUNNING)
        .filter(Exists(on_it), ~Exists(recorded))
        .with_names()
    )
    classes = list(classes.order_by("code"))
    by_intake = calendars(classes)
    items = [
        {
            "text": _("Før oppmøte: %(course)s %(code)s") % {"course": intake.concept.title, "code": intake.code},
            "url": reverse("courses:attendance", args=[intake.public_id, today]),
            "count": None,
            "due": today,
        }
        for intake in classes
        if by_intake[intake.pk].is_course_day(today)
    ][:SHOWN]
    return _box(membership, _("Oppmøte i dag"), items + _missing_days(membership, today))


def _missing_days(membership: Membership, today: dt.date) -> list[dict]:
    """How many earlier days are not recorded, on all running classes. Four queries."""
    found = class_week.missing(membership, class_today.classes(membership), today, EDITABLE_DAYS)
    days = sorted(state.day for states in found.values() for state in states if state.day < today)
    if not days:
        return []
    # The oldest is locked first.
    locks = days[0] + dt.timedelta(days=EDITABLE_DAYS)
    text = _("Dager som ikke er ført")
    return [{"text": text, "url": reverse("courses:class_today"), "count": len(days), "due": locks}]


def _enrolments_of(membership: Membership, ids: list):
    found = Enrolment.objects.visible_to(membership).filter(participant__in=ids)
    return found.select_related("intake__contract__concept", "intake__contract__provider").order_by("-starts_on", "-pk")


def enrolments(membership: Membership, ids: list) -> dict:
    """{participant: her courses in Kursløp, newest first, with attendance}. Two queries."""
    rows = list(_enrolments_of(membership, ids))
    counted = attendance_summary.summaries([enrolment.pk for enrolment in rows])
    grouped = defaultdict(list)
    for enrolment in rows:
        summary = counted[enrolment.pk]
        attendance = ""
        if summary.recorded:
            attendance = ngettext(
                "Til stede %(present)d av %(n)d dag", "Til stede %(present)d av %(n)d dager", summary.recorded
            ) % {"present": summary.present, "n": summary.recorded}
        grouped[enrolment.participant_id].append(
            {
                "enrolment": enrolment,
                "status": endings.status_text(enrolment),
                "color": ENROLMENT_COLORS[enrolment.status],
                "attendance": attendance,
            }
        )
    return {participant: {"courses": courses} for participant, courses in grouped.items()}


def path(membership: Membership, ids: list) -> dict:
    """{participant: periods of her courses and their milestones} for the Gantt. One query."""
    grouped = defaultdict(lambda: {"periods": [], "milestones": []})
    for enrolment in _enrolments_of(membership, ids).exclude(status=Enrolment.Status.NOT_STARTED):
        title = enrolment.intake.concept.title
        grouped[enrolment.participant_id]["periods"].append(
            {
                "label": title,
                "start": enrolment.starts_on,
                "end": enrolment.ends_on,
                "color": PATH_COLORS.get(enrolment.status, "accent"),
                "planned": enrolment.status == Enrolment.Status.AWAITING_START,
                "text": endings.status_text(enrolment),
            }
        )
        grouped[enrolment.participant_id]["milestones"].append({"label": _("Kursslutt"), "on": enrolment.ends_on})
    return dict(grouped)
