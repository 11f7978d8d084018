"""The leftover round: the county's page, the office's list, and the new wishes of one person (A2, 03-matching)."""

import datetime as dt

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock, workdays
from amo.forms import page_status, perform
from amo.lists import Column, Empty, QuickFilter
from amo.models import Role
from amo.models.users import OFFICE_ROLES
from amo.policy import LogRule, page
from courses import chain_panel, leftover
from courses.actions import leftover as actions
from courses.against import weigh
from courses.facts_catalogue import free_for_office
from courses.forms.allocation import LeftoverForm, LeftoverWishesForm
from courses.models import AllocationWindow, Application, Intake, LeftoverAnswer, LeftoverRound
from courses.people_lists import PeopleList, caseworker_name, in_full
from courses.shown_names import name_or_masked
from courses.views.windows import window_or_404
from participants.views.lookups import participant_or_404, visible_participant
from participants.views.person import page_context

DAYS = 10
"""Working days that a leftover round lasts unless something else is chosen."""


@page(roles=[Role.COUNTY_STAFF], log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def leftover_county(request: HttpRequest, public_id) -> HttpResponse:
    """Open the round, move its deadline, and see how far each office has come."""
    window, today = window_or_404(request, public_id), clock.today()
    found = LeftoverRound.objects.filter(window=window).select_related("window", "opened_by__user").first()
    form = LeftoverForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=found.version if found else None,
        submit=_("Lagre endringen") if found else _("Åpne restrunden"),
        initial={
            "deadline": found.deadline if found else workdays.add_working_days(today, DAYS),
            "open_to_others": found.open_to_others if found else False,
        },
        cancel_url=window.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, lambda: _save(window, found, form, request.membership))
        if url:
            messages.success(request, _saved_words(form))
            return redirect(url)
    places = leftover.free_intakes([window.pk], today).with_names().order_by("starts_on", "code")
    rows = leftover.progress(found, request.membership) if found else []
    context = {
        "window": window,
        "round": found,
        "over": found is not None and found.deadline < today,
        "allocated": window.status == AllocationWindow.Status.ALLOCATED,
        "form": form,
        "people": leftover.without_place([window.pk])
        .filter(pk__in=Application.objects.visible_to(request.membership).values("pk"))
        .count(),
        "places": [
            [f"{one.concept.title} ({one.code})", date_format(one.starts_on), one.free_places] for one in places
        ],
        "place_columns": [_("Kurs"), _("Starter"), {"label": _("Ledige plasser"), "align": "right"}],
        "progress": [
            [row["participant__office__name"], row["people"], row["new_wishes"], row["no_wishes"], row["left"]]
            for row in rows
        ],
        "progress_columns": [
            _("Kontor"),
            *[
                {"label": label, "align": "right"}
                for label in (_("Uten plass"), _("Nye ønsker"), _("Ønsker ingen"), _("Ikke snakket med"))
            ],
        ],
        "crumbs": [
            (_("Tildeling"), reverse("courses:window_list")),
            (window.name, window.get_absolute_url()),
            (_("Restrunde"), ""),
        ],
    }
    return render(request, "courses/allocation/leftover_county.html", context, status=page_status(form))


def _save(window, found: LeftoverRound | None, form, by) -> LeftoverRound:
    data = form.cleaned_data
    given = {"deadline": data["deadline"], "open_to_others": data["open_to_others"], "by": by}
    if found is None:
        return actions.open_round(window=window, **given)
    return actions.change_round(round_=found, expected_version=data["version"], **given)


def _saved_words(form) -> str:
    day = form.cleaned_data["deadline"]
    text = _("Restrunden er åpen til og med %(day)s.") % {"day": date_format(day)}
    typed = form["deadline"].value()
    if str(typed) not in (day.isoformat(), date_format(day, "d.m.Y")):
        text += " " + _("Dagen du skrev, er ingen virkedag, og fristen er flyttet.")
    return text


class LeftoverList(PeopleList):
    """The office's people without a place, each with the courses she may be shown; of a masked one nothing."""

    key = "leftover"
    title = gettext_lazy("Restplasser")
    noun = (gettext_lazy("bruker uten plass"), gettext_lazy("brukere uten plass"))
    person = "participant"
    default_sort = "name"
    column_list = [
        Column("name", gettext_lazy("Navn"), lambda a: a.shown_name, sort="participant__name_sort"),
        Column("caseworker", gettext_lazy("Veileder"), in_full(lambda a: caseworker_name(a.participant)),
               sort="participant__caseworker__user__last_name"),
        Column("round", gettext_lazy("Tildelingsrunde"), in_full(lambda a: a.window.name), sort="window__name"),
        Column("deadline", gettext_lazy("Frist for nye ønsker"), in_full(lambda a: a.window.leftover.deadline),
               sort="window__leftover__deadline"),
        Column("courses", gettext_lazy("Kurs med ledig plass"), in_full(lambda a: a.course_words)),
        Column("answer", gettext_lazy("Gjort"), in_full(lambda a: a.answer_words)),
    ]  # fmt: skip
    quick_list = [
        QuickFilter(
            "own", gettext_lazy("Mine brukere"), lambda page: page.open(participant__caseworker=page.membership)
        ),
        QuickFilter("left", gettext_lazy("Ikke snakket med"), lambda page: page.open(has_answered=False)),
        QuickFilter("done", gettext_lazy("Ferdig"), lambda page: page.open(has_answered=True)),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen restplasser nå"),
        gettext_lazy("Når fylket åpner en restrunde, står brukerne deres uten plass her."),
    )

    def prepare(self, objects):
        for one in objects:
            one.masked = one.participant.is_masked_for(self.membership)
            one.shown_name = name_or_masked(one.participant, masked=one.masked)
        in_view = [one for one in objects if not one.masked]
        shown = leftover.suggestions([one for one in in_view if not one.has_answered], self.today)
        for one in in_view:
            courses = shown.get(one.pk, [])
            one.course_words = ", ".join(f"{course.concept.title} ({course.code})" for course in courses)
            if not courses and not one.has_answered:
                one.course_words = _("Ingen som passer nå")
            one.answer_words = _answer_words(one)

    def row_url(self, obj):
        if obj.masked:
            return ""
        return reverse("courses:leftover_wishes", args=[obj.public_id, obj.window.leftover.public_id])


def _answer_words(application: Application) -> str:
    for answer in application.leftover_answers.all():
        return _("Nye ønsker sendt") if answer.wishes else _("Ønsker ingen av kursene")
    return ""


def _of_office(request: HttpRequest):
    """Applications without a place in an open leftover round, of the office's people."""
    rounds = leftover.open_rounds(clock.today())
    waiting = leftover.without_place(rounds.values("window")).values("pk")
    found = Application.objects.visible_to(request.membership).filter(pk__in=waiting)
    return (
        found.annotate(has_answered=leftover.answered())
        .select_related("participant__office", "participant__caseworker__user", "window__leftover", "window__county")
        .prefetch_related(Prefetch("leftover_answers", LeftoverAnswer.objects.order_by("pk")))
    )


@page(roles=OFFICE_ROLES, log=LogRule.LIST)
@require_safe
def leftover_list(request: HttpRequest) -> HttpResponse:
    """Whom to talk to about courses with vacancies, and before when."""
    return LeftoverList(request, _of_office(request)).response({"crumbs": [(_("Restplasser"), "")]})


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def leftover_wishes(request: HttpRequest, public_id, round_id) -> HttpResponse:
    """New wishes made with the person, among the courses she may be shown. Logged."""
    application = get_object_or_404(_of_office(request), public_id=public_id, window__leftover__public_id=round_id)
    if application.has_answered and request.method != "POST":
        # Whether she is gone through already is nothing to tell those who may not open her.
        visible_participant(request, application.participant.public_id)
        return redirect(reverse("courses:application_detail", args=[application.public_id]))
    person = participant_or_404(request, application.participant.public_id, write=True)
    today = clock.today()
    courses = leftover.suggestions([application], today).get(application.pk)
    if courses is None:
        raise Http404
    form = LeftoverWishesForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        courses=courses,
        against=_against(person, courses, request),
        submit="" if courses else _("Lagre svaret"),
        cancel_url=reverse("courses:leftover_list"),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.answer_round(
                application=application,
                round_=application.window.leftover,
                wishes=form.chosen(),
                note=form.cleaned_data["note"],
                against_reason=form.cleaned_data.get("against_reason", ""),
                by=request.membership,
            ),
            url=lambda answer: reverse("courses:application_detail", args=[answer.application.public_id]),
        )
        if url:
            messages.success(request, _("De nye ønskene er sendt.") if form.chosen() else _("Svaret er lagret."))
            return redirect(url)
    title = _("Nye ønsker i restrunden")
    free = free_for_office(courses, None)
    context = page_context(request, person, here=title) | {
        "title": title,
        "form": form,
        "deadline": application.window.leftover.deadline,
        "courses": [_course(one, free[one.pk], application, today) for one in courses],
    }
    context |= chain_panel.of_person(person, day=today)
    return render(request, "courses/allocation/leftover_wishes.html", context, status=page_status(form))


def _against(person, courses: list[Intake], request: HttpRequest) -> list[str]:
    """Why the advice speaks against some of the wishes that are sent."""
    sent = {request.POST.get(f"wish_{rank}") for rank in range(1, len(courses) + 1)}
    chosen = [one for one in courses if str(one.pk) in sent]
    if not chosen:
        return []
    return weigh(person, chosen, by=request.membership, day=clock.today(), leftover=True).explanations()


def _course(intake, free: int, application: Application, today: dt.date) -> dict:
    county = intake.concept.county
    return {
        "intake": intake,
        "url": reverse("courses:intake_detail", args=[intake.public_id]),
        "free": free,
        "days": (intake.starts_on - today).days,
        "county": "" if county.pk == application.window.county_id else county.name,
    }
