"""The provider's classes: the list, the roster of one, and its instructors."""

from django.contrib import messages
from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock, panels
from amo.forms import page_status, perform
from amo.lists import Column, Empty, ListPage, QuickFilter
from amo.models import Role
from amo.models.users import PROVIDER_ROLES
from amo.policy import LogRule, page
from amo.templatetags.aksel import status_tag
from courses import attendance_summary, class_today, class_week, grants, job_search_page
from courses.actions import enrolments as actions
from courses.course_days import calendar_of, calendars
from courses.forms.places import AssignmentForm
from courses.models import Attendance, Enrolment, Intake, IntakeAssignment
from courses.people_lists import MaskedList, in_full
from courses.shown_names import name_or_masked
from participants.models import Mapping, Participant

Status = Intake.Status
COLORS = {
    Status.PLANNED: "planned",
    Status.OPEN: "open",
    Status.ALLOCATED: "approved",
    Status.RUNNING: "on_course",
    Status.COMPLETED: "completed",
    Status.CALLED_OFF: "cancelled",
    Status.CUT_SHORT: "cancelled",
}
ENROLMENT_COLORS = {
    "awaiting_start": "planned",
    "participating": "on_course",
    "completed": "completed",
    "dropped_out": "cancelled",
    "not_started": "neutral",
}
LIVE = (Enrolment.Status.AWAITING_START, Enrolment.Status.PARTICIPATING)
COMING = (Status.PLANNED, Status.OPEN, Status.ALLOCATED)
OVER = (Status.COMPLETED, Status.CALLED_OFF, Status.CUT_SHORT)


def intake_tag(intake: Intake):
    """The intake's status as a tag, one colour per status."""
    return status_tag(intake.get_status_display(), COLORS[intake.status])


class ClassList(ListPage):
    """Classes of the provider, or those an instructor is assigned to."""

    key = "classes"
    title = gettext_lazy("Mine kurs")
    noun = (gettext_lazy("kurs"), gettext_lazy("kurs"))
    logs_people = False
    default_sort = "-starts_on"
    column_list = [
        Column("title", gettext_lazy("Kurs"), value="contract.concept.title", sort="contract__concept__title_sort"),
        Column("code", gettext_lazy("Kursnummer"), sort="code"),
        Column("status", gettext_lazy("Status"), value=intake_tag, export="get_status_display", sort="status"),
        Column("today", gettext_lazy("Oppmøte i dag"), value="attendance_tag", export="attendance_text"),
        Column("starts_on", gettext_lazy("Starter"), sort="starts_on"),
        Column("ends_on", gettext_lazy("Slutter"), sort="ends_on"),
        Column("people", gettext_lazy("Deltakere"), sort="people", align="right"),
        Column("place", gettext_lazy("Sted"), sort="place", visible=False),
    ]
    quick_list = [
        QuickFilter("running", gettext_lazy("Pågår"), Q(status=Status.RUNNING)),
        QuickFilter("coming", gettext_lazy("Kommer"), Q(status__in=COMING)),
        QuickFilter("ended", gettext_lazy("Ferdig"), Q(status__in=OVER)),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen kurs ennå"),
        gettext_lazy("Kursene vises når Nav har lagt dem inn, og du har fått dem tildelt."),
    )

    def row_url(self, obj):
        return reverse("courses:roster", args=[obj.public_id])

    def prepare(self, objects):
        by_intake = calendars(objects)
        for intake in objects:
            meets = by_intake[intake.pk].is_course_day(self.today)
            due = intake.status == Status.RUNNING and intake.people and meets
            intake.attendance_text = ""
            if due:
                intake.attendance_text = _("Ført") if intake.recorded_today else _("Ikke ført")
            color = "success" if intake.recorded_today else "warning"
            intake.attendance_tag = status_tag(intake.attendance_text, color) if due else ""


def _classes(membership, today):
    """The classes with how many are on them (among those this membership sees) and whether today is recorded."""
    seen = Participant.objects.visible_to(membership)
    people = Count(
        "enrolments",
        filter=Q(enrolments__participant__in=seen) & ~Q(enrolments__status=Enrolment.Status.NOT_STARTED),
        distinct=True,
    )
    recorded = Attendance.objects.filter(enrolment__intake=OuterRef("pk"), day=today)
    classes = Intake.objects.visible_to(membership).exclude(status=Status.PLANNED, starts_on__lt=today)
    return classes.with_names().annotate(people=people, recorded_today=Exists(recorded))


@page(roles=PROVIDER_ROLES, log=LogRule.NONE)
@require_safe
def class_list(request: HttpRequest) -> HttpResponse:
    """Running, coming and ended classes."""
    return ClassList(request, _classes(request.membership, clock.today())).response()


def _in_full(*args, **conditions):
    """A quick filter's condition, of the rows that this membership sees in full."""
    return lambda page: page.open(*args, **conditions)


class Roster(MaskedList):
    """Who is on the class, as the provider may see them.

    A protected person whom this membership may not open is a row without anything: attendance is kept of her day by
    day, and that page has what it needs of her (06-access).
    """

    key = "roster"
    person = "participant"
    noun = (gettext_lazy("deltaker"), gettext_lazy("deltakere"))
    default_sort = "name"
    saveable = False
    row_template = "courses/places/_roster_row.html"
    template = "courses/places/roster.html"
    column_list = [
        Column("name", gettext_lazy("Navn"), value="shown_name", sort="participant__name_sort"),
        Column("phone", gettext_lazy("Telefon"), value="shown_phone"),
        Column("norwegian", gettext_lazy("Norsk muntlig"), value="shown_norwegian"),
        Column("interpreter", gettext_lazy("Tolk"), value="shown_interpreter"),
        Column("starts_on", gettext_lazy("Fra"), value=in_full(lambda row: row.starts_on), sort="starts_on"),
        Column("ends_on", gettext_lazy("Til"), value=in_full(lambda row: row.ends_on), sort="ends_on"),
        Column("attendance", gettext_lazy("Til stede"), value="shown_attendance", align="right"),
        Column("week", gettext_lazy("Ukeplan"), value="shown_week"),
        Column("job_search", gettext_lazy("Jobbsøking"), value="shown_job_search", align="right"),
        Column("status", gettext_lazy("Status"), value=in_full(lambda row: row.get_status_display()), sort="status"),
    ]
    quick_list = [
        QuickFilter("active", gettext_lazy("På kurset"), _in_full(status=Enrolment.Status.PARTICIPATING)),
        QuickFilter("left", gettext_lazy("Sluttet"), _in_full(status=Enrolment.Status.DROPPED_OUT)),
        QuickFilter("absence", gettext_lazy("Fravær å snakke om"), _in_full(class_today.TO_FOLLOW_UP)),
        QuickFilter("no_job_search", gettext_lazy("Uten jobbsøking"), _in_full(class_today.WITHOUT_JOB_SEARCH)),
        QuickFilter(
            "no_prospects",
            gettext_lazy("Jobbutsikter ikke forklart"),
            _in_full(prospects_explained_on=None, status__in=LIVE),
        ),
        QuickFilter(
            "no_certificate",
            gettext_lazy("Mangler kursbevis"),
            _in_full(certificate_issued_on=None, status=Enrolment.Status.COMPLETED),
        ),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen deltakere ennå"),
        gettext_lazy("Deltakerne vises her når de har takket ja til plassen."),
    )

    def seen(self):
        """Those it may open: a provider's by name only, whatever flags somebody holds elsewhere."""
        return Q(participant__in=Participant.objects.openable_by(self.membership))

    def row_url(self, obj):
        return "" if obj.masked else obj.get_absolute_url()

    def row_extra(self, obj):
        return {"color": ENROLMENT_COLORS[obj.status]}

    def prepare(self, objects):
        """What the provider may see of each: masked, reduced, or the course view. Eight queries."""
        people = {enrolment.participant_id for enrolment in objects}
        openable = set(
            Participant.objects.openable_by(self.membership).filter(pk__in=people).values_list("pk", flat=True)
        )
        course_view = grants.has_course_view(self.membership, people, on=self.today)
        oral = dict(
            Mapping.objects.current().filter(participant__in=course_view).order_by().values_list("participant", "oral")
        )
        ids = [enrolment.pk for enrolment in objects]
        counted, had = attendance_summary.summaries(ids), job_search_page.counts(ids)
        warned = class_today.marks(ids)
        calendar = calendar_of(objects[0].intake) if objects else None
        for enrolment in objects:
            person = enrolment.participant
            masked = person.pk not in openable
            full = not masked and person.pk in course_view
            summary = counted[enrolment.pk]
            enrolment.masked = masked
            enrolment.shown_name = name_or_masked(person, masked=masked)
            enrolment.shown_phone = "" if masked else person.phone
            enrolment.shown_norwegian = oral.get(person.pk, "") if full else ""
            enrolment.shown_interpreter = person.interpreter_language if full else ""
            enrolment.shown_attendance = f"{summary.share} %" if full and summary.share is not None else ""
            enrolment.not_reported = summary.not_reported if full else 0
            live = full and enrolment.status in LIVE
            enrolment.warnings = warned[enrolment.pk] if full else []
            enrolment.shown_job_search = had.get(enrolment.pk, {}).get("times", 0) if full else ""
            enrolment.no_job_search = live and enrolment.pk not in had and enrolment.starts_on <= self.today
            enrolment.shown_week, enrolment.own_week = "", False
            if live:
                day = max(enrolment.starts_on, min(self.today, enrolment.ends_on))
                enrolment.shown_week = class_week.pattern_text(calendar, day, enrolment.pk)
                enrolment.own_week = calendar.differs(day, enrolment.pk)


def class_or_404(request: HttpRequest, public_id) -> Intake:
    """A class of the membership's own."""
    intakes = Intake.objects.visible_to(request.membership).with_names()
    return get_object_or_404(intakes, public_id=public_id)


def class_crumbs(intake: Intake, here: str = "") -> list[tuple[str, str]]:
    """Breadcrumbs of a class and of a page under it."""
    own = (f"{intake.concept.title} {intake.code}", reverse("courses:roster", args=[intake.public_id]) if here else "")
    crumbs = [(_("Mine kurs"), reverse("courses:class_list")), own]
    return [*crumbs, (here, "")] if here else crumbs


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_safe
def roster(request: HttpRequest, public_id) -> HttpResponse:
    """The participants of a class, with attendance and what is missing."""
    intake = class_or_404(request, public_id)
    membership, today = request.membership, clock.today()
    enrolments = Enrolment.objects.visible_to(membership).filter(intake=intake)
    enrolments = enrolments.select_related("participant", "intake")
    listpage = Roster(request, enrolments.taking_a_place())
    listpage.title = f"{intake.concept.title} {intake.code}"
    collected = panels.collect("intake.detail", membership, [intake.pk])[intake.pk]
    assignments = IntakeAssignment.objects.filter(intake=intake).select_related("membership__user").order_by("pk")
    context = {
        "intake": intake,
        "status_color": COLORS[intake.status],
        "can_record": intake.starts_on <= today and intake.status in (Status.RUNNING, Status.COMPLETED),
        "panel_list": collected,
        "assignments": assignments,
        "may_assign": membership.role == Role.PROVIDER_LEAD,
        "crumbs": class_crumbs(intake),
    }
    return listpage.response(context)


@page(roles=[Role.PROVIDER_LEAD], log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def assign(request: HttpRequest, public_id) -> HttpResponse:
    """Give an instructor the class."""
    intake = class_or_404(request, public_id)
    back = reverse("courses:roster", args=[intake.public_id])
    form = AssignmentForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        cancel_url=back,
        initial={"starts_on": min(intake.starts_on, clock.today())},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data_for_action()
        work = lambda: actions.assign_instructor(intake=intake, by=request.membership, **data)  # noqa: E731
        url = perform(request, form, work, url=lambda assignment: back)
        if url:
            messages.success(request, _("Instruktøren har fått kurset."))
            return redirect(url)
    context = {"title": _("Legg til instruktør"), "form": form, "crumbs": class_crumbs(intake, _("Instruktør"))}
    return render(request, "components/form_page.html", context, status=page_status(form))
