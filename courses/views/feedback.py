"""Feedback on a concept: sent from where the course is seen, answered by its county, read by its sender (C7)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amo import stored_search
from amo.forms import KursForm, page_status, perform
from amo.models import Role
from amo.models.users import NAV_ROLES, OFFICE_ROLES
from amo.policy import LogRule, page
from courses import feedback_page
from courses.actions import feedback as actions
from courses.feedback_lists import COLORS, FeedbackList
from courses.forms.feedback import FeedbackAnswerForm, FeedbackForm
from courses.models import Concept, ConceptFeedback, Intake

METHODS = ["GET", "HEAD", "POST"]
COUNTY = {Role.COUNTY_STAFF}


def list_crumb() -> tuple[str, str]:
    return (_("Tilbakemeldinger"), reverse("courses:feedback_list"))


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def feedback_list(request: HttpRequest) -> HttpResponse:
    """One's own with their answers; the office's for its lead; for the county what it has to answer."""
    found = ConceptFeedback.objects.visible_to(request.membership).with_names()
    waiting = feedback_page.waiting_rounds(request.membership)
    crumbs = [(_("Kurs"), reverse("courses:concept_list")), (str(FeedbackList.title), "")]
    return FeedbackList(request, found).response({"crumbs": crumbs, "waiting_rounds": waiting})


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_POST
def feedback_search(request: HttpRequest) -> HttpResponse:
    """Keep the search and show the list."""
    return stored_search.redirect_to(request, reverse("courses:feedback_list"))


@page(roles=OFFICE_ROLES, log=LogRule.NONE)
@require_http_methods(METHODS)
def feedback_new(request: HttpRequest, public_id) -> HttpResponse:
    """Write to the concept's county (`?oppstart=` names a class), with one's own earlier ones and their answers."""
    membership = request.membership
    concepts = Concept.objects.visible_to(membership).select_related("county")
    concept = get_object_or_404(concepts, public_id=public_id)
    intakes = Intake.objects.visible_to(membership).filter(contract__concept=concept).order_by("-starts_on")
    form = FeedbackForm(
        request.POST if request.method == "POST" else None,
        membership=membership,
        intakes=intakes,
        initial={"intake": _named_intake(request, intakes)},
        cancel_url=concept.get_absolute_url(),
    )
    form.autosave("feedback", concept.public_id)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data_for_action()
        url = perform(request, form, lambda: actions.send_feedback(concept=concept, by=membership, **data))
        if url:
            messages.success(
                request, _("Tilbakemeldingen er sendt til Nav tiltak %(county)s.") % {"county": concept.county.name}
            )
            return redirect(url)
    earlier = ConceptFeedback.objects.filter(concept=concept, sender=membership).with_names()
    title = _("Gi tilbakemelding om %(course)s") % {"course": concept.title}
    context = {
        "form": form,
        "title": title,
        "lead": _("Nav tiltak %(county)s leser den og svarer deg her.") % {"county": concept.county.name},
        "earlier": [feedback_page.quote(row) for row in earlier],
        "crumbs": [
            (_("Kurs"), reverse("courses:concept_list")),
            (concept.title, concept.get_absolute_url()),
            (_("Tilbakemelding"), ""),
        ],
    }
    return render(request, "courses/feedback/new.html", context, status=page_status(form))


def _named_intake(request: HttpRequest, intakes) -> int | None:
    """The class that the link came from, if it is one of the concept's."""
    code = request.GET.get("oppstart", "")
    return next((intake.pk for intake in intakes if str(intake.public_id) == code), None) if code else None


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_http_methods(METHODS)
def feedback_detail(request: HttpRequest, public_id) -> HttpResponse:
    """One feedback with its answer; the county answers here, and the sender sees that it was read."""
    membership = request.membership
    feedback = get_object_or_404(ConceptFeedback.objects.visible_to(membership).with_names(), public_id=public_id)
    form = None
    if membership.role == Role.COUNTY_STAFF:
        feedback = _read(feedback, membership)
        form = answer_form(request, feedback.get_absolute_url(), feedback)
        if request.method == "POST" and form.is_valid():
            data = form.cleaned_data_for_action()
            url = perform(
                request,
                form,
                lambda: actions.answer_feedback(feedback=[feedback], by=membership, **data),
                url=lambda _rows: feedback.get_absolute_url(),
            )
            if url:
                messages.success(request, _("Svaret er sendt til %(name)s.") % {"name": feedback.sender.user})
                return redirect(url)
    elif request.method == "POST":
        raise PermissionDenied
    may_withdraw = (
        feedback.sender_id == membership.pk and feedback.status == ConceptFeedback.Status.NEW and not feedback.round_id
    )
    context = {
        "feedback": feedback,
        "title": str(feedback),
        "color": COLORS[feedback.status],
        "facts": feedback_page.facts(feedback, membership),
        "days": feedback_page.days_waiting(feedback),
        "form": form,
        "may_withdraw": may_withdraw,
        "crumbs": [list_crumb(), (str(feedback), "")],
    }
    return render(request, "courses/feedback/detail.html", context, status=page_status(form) if form else 200)


def _read(feedback: ConceptFeedback, membership) -> ConceptFeedback:
    """Opened by the county: read from now on. With its names again, for the page."""
    if feedback.status != ConceptFeedback.Status.NEW:
        return feedback
    actions.mark_read(feedback=feedback, by=membership)
    return ConceptFeedback.objects.with_names().get(pk=feedback.pk)


def answer_form(request: HttpRequest, cancel_url: str, feedback: ConceptFeedback | None = None) -> FeedbackAnswerForm:
    """The form to answer one (with what it was answered before), or many at once."""
    initial = {}
    if feedback is not None and feedback.is_answered:
        initial = {name: getattr(feedback, name) for name in ("status", "what_changed", "answer")}
    return FeedbackAnswerForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=feedback.version if feedback is not None else None,
        initial=initial,
        cancel_url=cancel_url,
        submit=_("Send nytt svar") if initial else "",
    )


@page(roles=OFFICE_ROLES, log=LogRule.NONE)
@require_http_methods(METHODS)
def feedback_withdraw(request: HttpRequest, public_id) -> HttpResponse:
    """Take back one's own, until the county has read it."""
    membership = request.membership
    feedback = get_object_or_404(ConceptFeedback.objects.visible_to(membership).with_names(), public_id=public_id)
    if feedback.sender_id != membership.pk:
        raise PermissionDenied
    form = KursForm(
        request.POST if request.method == "POST" else None,
        membership=membership,
        version=feedback.version,
        submit=_("Trekk tilbakemeldingen"),
        cancel_url=feedback.get_absolute_url(),
    )
    form.danger = True
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.withdraw_feedback(
                feedback=feedback, by=membership, version=form.cleaned_data.get("version")
            ),
            url=lambda _none: reverse("courses:feedback_list"),
        )
        if url:
            messages.success(request, _("Tilbakemeldingen er trukket."))
            return redirect(url)
    context = {
        "form": form,
        "title": _("Trekke tilbakemeldingen?"),
        "text": _("Nav tiltak har ikke lest den. Den slettes, og kan ikke hentes fram igjen."),
        "crumbs": [list_crumb(), (str(feedback), feedback.get_absolute_url()), (_("Trekk"), "")],
    }
    return render(request, "components/confirm_page.html", context, status=page_status(form))
