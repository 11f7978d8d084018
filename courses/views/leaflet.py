"""The leaflet about a course: its texts, the PDF, and the page from which a person is informed about a course (P5, K4)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amo import clock, pdf
from amo.forms import page_status, perform
from amo.models import Role
from amo.models.users import NAV_ROLES, OFFICE_ROLES
from amo.policy import LogRule, page
from courses import hiring_page, leaflet, plain_language
from courses.actions import leaflets as actions
from courses.forms.leaflet import CorrectHandOutForm, HandOutForm, LeafletForm
from courses.models import Concept, LeafletText
from participants import information
from participants.forms.information import CourseInformationForm
from participants.views.lookups import participant_or_404
from participants.views.person import page_context

COUNTY = {Role.COUNTY_STAFF}
METHODS = ["GET", "HEAD", "POST"]
Language = LeafletText.Language


def _concept(request: HttpRequest, public_id) -> Concept:
    found = Concept.objects.visible_to(request.membership).select_related("county", "sector")
    return get_object_or_404(found.prefetch_related("gives"), public_id=public_id)


def _language(code: str) -> str:
    """A language the leaflet is kept in; 404 for another."""
    if code not in Language.values:
        raise Http404
    return code


# --- the county's own texts ---------------------------------------------------------------------


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def leaflet_edit(request: HttpRequest, public_id, language: str) -> HttpResponse:
    """The leaflet of an own course in one language, with the bokmål text beside the others."""
    concept, language, membership = _concept(request, public_id), _language(language), request.membership
    if concept.county_id != membership.county_id:
        raise PermissionDenied
    written = leaflet.texts(concept)
    here = reverse("courses:leaflet_edit", args=[concept.public_id, language])
    back = reverse("courses:concept_detail", args=[concept.public_id])
    form = LeafletForm(
        request.POST if request.method == "POST" else None,
        instance=written.get(language),
        membership=membership,
        version=None if language in written else 0,
        cancel_url=back,
        initial={} if language in written else _first(concept, language),
    )
    form.autosave("leaflet", f"{concept.public_id}-{language}")
    if request.method == "POST" and form.is_valid():

        def work():
            version = form.cleaned_data.get("version")
            return actions.save_leaflet(
                concept=concept, language=language, texts=form.texts(), by=membership, version=version
            )

        if url := perform(request, form, work, url=lambda _saved: here):
            messages.success(request, _("Teksten er lagret."))
            return redirect(url)
    beside = written.get(Language.BOKMAL) if language != Language.BOKMAL else None
    context = {
        "form": form,
        "concept": concept,
        "title": _("Hefte: %(course)s") % {"course": concept.title},
        "crumbs": [(_("Kurs"), reverse("courses:concept_list")), (concept.title, back), (_("Hefte"), "")],
        "tabs": _tabs(concept, language, written),
        "language": language,
        "beside": beside,
        "saved": written.get(language),
        "hints_css": "" if beside else "beside-form",
        "hints": hints(form),
        "pdf_url": reverse("courses:leaflet_pdf", args=[concept.public_id, language]),
    }
    return render(request, "courses/leaflet_form.html", context, status=page_status(form))


def _first(concept: Concept, language: str) -> dict:
    """What a new text in bokmål begins with; the other languages begin empty beside it."""
    if language != Language.BOKMAL:
        return {}
    return {"title": concept.title, "outlook": concept.outlook[:1500]}


def _tabs(concept: Concept, active: str, written: dict) -> list[dict]:
    return [
        {
            "label": label if code in written else _("%(language)s (mangler)") % {"language": label},
            "url": reverse("courses:leaflet_edit", args=[concept.public_id, code]),
            "active": code == active,
        }
        for code, label in Language.choices
    ]


@page(roles=COUNTY, log=LogRule.NONE)
@require_POST
def leaflet_hints(request: HttpRequest) -> HttpResponse:
    """How the text that is being written reads: a part of the page."""
    form = LeafletForm(request.POST, membership=request.membership)
    return render(request, "courses/_leaflet_hints.html", {"hints": hints(form)})


def hints(form: LeafletForm) -> dict:
    """Sentence length and LIX of what stands in the form, the long sentences, and whether one page will hold it."""
    text = "\n".join(str(form[name].value() or "") for name in ("what", "requirements", "outlook", "practical"))
    reading = plain_language.read(text)
    words = {"easy": _("Lett å lese"), "ordinary": _("Vanlig"), "hard": _("Tung å lese")}
    colors = {"easy": "success", "ordinary": "info", "hard": "warning"}
    return {
        "reading": reading,
        "level": words.get(reading.level, ""),
        "color": colors.get(reading.level, "neutral"),
        "average": str(reading.average).replace(".", ","),
        "too_long": len(text) > leaflet.ONE_PAGE,
    }


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def leaflet_pdf(request: HttpRequest, public_id, language: str) -> HttpResponse:
    """The leaflet of a course, with the free places of the reader's own office. Nothing about a person."""
    concept, language, membership = _concept(request, public_id), _language(language), request.membership
    content = leaflet.render(concept, language, membership, office=membership.office)
    return pdf.pdf_response(content, leaflet.file_name(concept, language))


# --- a course for a person ----------------------------------------------------------------------


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def course_for(request: HttpRequest, participant_id, concept_id) -> HttpResponse:
    """One course for one person: jobs now and at its end, what she was told about it, and the form to log it."""
    participant = participant_or_404(request, participant_id, write=request.method == "POST")
    concept, membership = _concept(request, concept_id), request.membership
    here = reverse("courses:course_for", args=[participant.public_id, concept.public_id])
    outlook = hiring_page.outlooks(concept, clock.today(), participant_id=participant.pk)
    form = CourseInformationForm(
        request.POST if request.method == "POST" else None,
        membership=membership,
        cancel_url=reverse("courses:advice", args=[participant.public_id]),
        initial={
            "language": participant.interpreter_language,
            "with_interpreter": bool(participant.interpreter_language),
        },
    )
    if request.method == "POST" and form.is_valid():

        def work():
            values = form.cleaned_data_for_action()
            return actions.inform_about_course(participant=participant, concept=concept, by=membership, **values)

        if url := perform(request, form, work, url=lambda _given: here):
            messages.success(request, _("Informasjonen er loggført."))
            return redirect(url)
    context = page_context(request, participant, active="courses", here=concept.title)
    where = [participant.public_id, concept.public_id]
    told = information.told(participant, membership).filter(subject_id=concept.public_id)
    context |= {
        "concept": concept,
        "outlook": outlook,
        "form": form,
        # To read out and to write from: what is logged is what was said, so nothing is written beforehand.
        "own_words": [line for line in (concept.outlook, *hiring_page.summary_lines(outlook["segments"])) if line],
        "hand_out": _hand_out_form(request, participant, concept),
        "previews": [
            {"label": label, "url": reverse("courses:leaflet_person", args=[*where, code])}
            for code, label in Language.choices
        ],
        "told": [
            information.row(given)
            | {
                "correct_url": reverse("courses:leaflet_correct", args=[*where, given.pk])
                if actions.may_correct(given)
                else ""
            }
            for given in told
        ],
    }
    return render(request, "courses/course_for.html", context, status=page_status(form))


def _hand_out_form(request: HttpRequest, participant, concept: Concept, data=None) -> HandOutForm:
    form = HandOutForm(
        data,
        membership=request.membership,
        written=leaflet.texts(concept),
        initial={"language": leaflet.language_for(participant)},
        auto_id="leaflet_%s",
    )
    form.helper.form_action = reverse("courses:leaflet_hand_out", args=[participant.public_id, concept.public_id])
    form.helper.attrs.pop("data-unsaved", None)
    return form


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_POST
def leaflet_hand_out(request: HttpRequest, participant_id, concept_id) -> HttpResponse:
    """Log that she got the leaflet, once per day and language. To look at it logs nothing as given."""
    participant = participant_or_404(request, participant_id, write=True)
    concept = _concept(request, concept_id)
    here = reverse("courses:course_for", args=[participant.public_id, concept.public_id])
    form = _hand_out_form(request, participant, concept, request.POST)
    if form.is_valid():
        new = []

        def work():
            given, is_new = actions.hand_out(
                participant=participant, concept=concept, by=request.membership, **form.cleaned_data_for_action()
            )
            new.append(is_new)
            return given

        if url := perform(request, form, work, url=lambda _given: here):
            if new and not new[0]:
                messages.info(request, _("Det er allerede loggført i dag at brukeren fikk heftet på dette språket."))
            else:
                messages.success(request, _("Det er loggført at brukeren fikk heftet."))
            return redirect(url)
    for said in dict.fromkeys(text for errors in form.errors.values() for text in errors):
        messages.error(request, said)
    return redirect(here)


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def leaflet_correct(request: HttpRequest, participant_id, concept_id, given_id: int) -> HttpResponse:
    """Correct, on the same day, what was logged about the leaflet, or take it away."""
    participant = participant_or_404(request, participant_id, write=True)
    concept = _concept(request, concept_id)
    given = get_object_or_404(
        information.told(participant, request.membership), pk=given_id, subject_id=concept.public_id
    )
    here = reverse("courses:course_for", args=[participant.public_id, concept.public_id])
    if not actions.may_correct(given):
        messages.info(request, _("Heftet kan bare rettes samme dag som det ble loggført."))
        return redirect(here)
    names = {str(label).lower(): code for code, label in Language.choices}
    form = CorrectHandOutForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        written=leaflet.texts(concept),
        cancel_url=here,
        initial={"language": names.get(given.language, Language.BOKMAL), "channel": given.channel},
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data_for_action()
        gone = values.pop("not_given")

        def work():
            return (
                actions.withdraw_hand_out(given=given)
                if gone
                else (actions.correct_hand_out(given=given, concept=concept, **values))
            )

        if url := perform(request, form, work, url=lambda _saved: here):
            messages.success(request, _("Oppføringen er fjernet.") if gone else _("Oppføringen er rettet."))
            return redirect(url)
    title = _("Rett det som er loggført om heftet")
    context = {"form": form, "title": title, "back_url": here, "back_label": concept.title}
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_safe
def leaflet_person(request: HttpRequest, participant_id, concept_id, language: str) -> HttpResponse:
    """The leaflet with her office and whom she can ask. It names the caseworker, not the person."""
    participant = participant_or_404(request, participant_id)
    concept, language = _concept(request, concept_id), _language(language)
    adviser = str(participant.caseworker.user) if participant.caseworker_id else ""
    content = leaflet.render(concept, language, request.membership, office=participant.office, adviser=adviser)
    return pdf.pdf_response(content, leaflet.file_name(concept, language))
