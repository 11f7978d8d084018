"""A sent application: its wishes changed until the deadline, one wish withdrawn, the receipt for the person (A1)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock, drafts, pdf
from amo.forms import page_status, perform
from amo.models.users import OFFICE_ROLES
from amo.policy import LogRule, page
from amo.versions import Change
from courses import receipt
from courses.actions.changing import change_wishes, withdraw_wish
from courses.against import weigh
from courses.changes import in_order
from courses.facts_catalogue import free_for_office
from courses.forms.applications import WISHES, ApplicationForm, WithdrawForm, moved
from courses.models import Application, Intake, Wish
from courses.views.applications import application_or_404
from participants.views.lookups import participant_or_404
from participants.views.person import page_context

METHODS = ["GET", "HEAD", "POST"]


class ChangeForm(ApplicationForm):
    """The wishes of an application that is sent."""

    submit_label = gettext_lazy("Lagre endringene")

    def _typed(self, change: Change) -> str:
        if change.field != "wishes":
            return super()._typed(change)
        return in_order({"title": intake.concept.title} for intake in self.wishes())


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def application_change(request: HttpRequest, public_id) -> HttpResponse:
    """Change order, add and take off wishes until the deadline; a click in the list (`do`) only changes the form."""
    application, participant = _writable(request, public_id)
    membership = request.membership
    back = reverse("courses:application_detail", args=[application.public_id])
    draft_key = ("application-change", str(application.public_id))
    clicked = request.POST.get("do", "")
    sent = request.method == "POST" and not clicked
    current = _current(application)
    wishes, touched = _wanted(request, current, draft_key)
    intakes = _choices(application, participant, current, membership)
    form = ChangeForm(
        request.POST if sent else None,
        membership=membership,
        version=application.version,
        intakes=intakes,
        free=free_for_office(intakes, participant.office_id),
        against=_against(application, participant, membership, intakes, wishes, current),
        clicked=clicked,
        touched=touched,
        initial=dict(zip(WISHES, wishes, strict=False)) | {"against_reason": _reason(request, application)},
        cancel_url=back,
    )
    if clicked:
        form.redrawn(*draft_key, request.POST)
    else:
        form.autosave(*draft_key)
    if sent and form.is_valid():
        url = perform(
            request,
            form,
            lambda: change_wishes(
                application=application,
                wishes=form.wishes(),
                against_reason=form.cleaned_data.get("against_reason", ""),
                by=membership,
                version=form.cleaned_data["version"],
            ),
            url=lambda _saved: back,
        )
        if url:
            messages.success(request, _("Endringene er lagret. Plassen i køen er den samme."))
            return redirect(url)
    context = page_context(request, participant, active="applications", here=_("Endre ønskene"))
    context |= {
        "form": form,
        "title": _("Endre ønskene"),
        "back_url": back,
        "lead": _("Ønskene kan endres til og med %(day)s. Brukeren beholder plassen i køen.")
        % {"day": date_format(application.window.deadline)},
    }
    return render(request, "courses/applications/change_form.html", context, status=page_status(form))


def _writable(request: HttpRequest, public_id):
    """(application, person) for somebody who may change her file; logged."""
    application = application_or_404(request, public_id)
    participant = participant_or_404(request, application.participant.public_id, write=True)
    application.participant = participant
    return application, participant


def _current(application: Application) -> list[Intake]:
    wishes = Wish.objects.filter(application=application).select_related(
        "intake__contract__concept__county", "intake__contract__provider"
    )
    return [wish.intake for wish in wishes.order_by("rank")]


def _wanted(request: HttpRequest, current: list[Intake], draft_key) -> tuple[list[str], str]:
    """The wishes as they stand in the form, and the wish that the last click touched."""
    if request.method == "POST":
        posted = [request.POST.get(name, "") for name in WISHES]
        clicked = request.POST.get("do", "")
        return moved(posted, clicked, request.POST.get("add", "")) if clicked else (posted, "")
    draft = drafts.load(request.membership, *draft_key)
    if draft:
        data = drafts.as_querydict(draft)
        return [data.get(name, "") for name in WISHES], ""
    return [str(intake.public_id) for intake in current], ""


def _reason(request: HttpRequest, application: Application) -> str:
    return request.POST.get("against_reason", application.against_reason)


def _choices(application, participant, current: list[Intake], membership) -> list[Intake]:
    """What may be wished for: the application's own, and the open classes of its round."""
    today = clock.today()
    found = (
        Intake.objects.visible_to(membership, today).open_for_application(today).filter(window=application.window_id)
    )
    found = found.exclude(pk__in=[intake.pk for intake in current]).with_names()
    return [*current, *found.order_by("contract__concept__title_sort", "starts_on", "code")]


def _against(application, participant, membership, intakes, wishes: list[str], current: list[Intake]) -> list[str]:
    """Why the advice speaks against what is changed; what was sent before was explained then."""
    by_id = {str(one.public_id): one for one in intakes}
    order = [by_id[wish] for wish in wishes if wish in by_id]
    choice = weigh(participant, order, by=membership, day=clock.today(), before=current, application=application)
    return choice.explanations()


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def wish_withdraw(request: HttpRequest, public_id, wish_id) -> HttpResponse:
    """Withdraw one wish, after a question."""
    application, participant = _writable(request, public_id)
    wishes = Wish.objects.visible_to(request.membership).filter(application=application)
    wish = get_object_or_404(wishes.select_related("intake__contract__concept"), public_id=wish_id)
    back = reverse("courses:application_detail", args=[application.public_id])
    form = WithdrawForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=application.version,
        submit=_("Trekk ønsket"),
        cancel_url=back,
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: withdraw_wish(wish=wish, by=request.membership, version=form.cleaned_data["version"]),
            url=lambda _saved: back,
        )
        if url:
            messages.success(request, _("Ønsket er trukket."))
            return redirect(url)
    context = page_context(request, participant, active="applications", here=_("Trekk ønsket"))
    context |= {
        "form": form,
        "title": _("Trekke ønsket?"),
        "text": _(
            "Brukeren mister plassen på ventelista til dette kurset, og ventetida for det teller ikke lenger. "
            "De andre ønskene beholdes i samme rekkefølge."
        ),
        "details": [
            (_("Kurs"), wish.intake.concept.title),
            (_("Kursnummer"), wish.intake.code),
            (_("Kursstart"), date_format(wish.intake.starts_on)),
            (_("Status"), wish.get_status_display()),
        ],
    }
    return render(request, "components/confirm_page.html", context, status=page_status(form))


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_safe
def receipt_pdf(request: HttpRequest, public_id) -> HttpResponse:
    """The receipt that the person takes with her, in her own form of Norwegian."""
    application = application_or_404(request, public_id)
    application.participant = participant_or_404(request, application.participant.public_id)
    if application.submitted_at is None or application.status == Application.Status.WITHDRAWN:
        raise PermissionDenied
    wishes = Wish.objects.visible_to(request.membership).filter(application=application)
    wishes = wishes.exclude(status=Wish.Status.CLOSED).select_related("intake__contract__concept").order_by("rank")
    return pdf.pdf_response(receipt.render(application, list(wishes)), receipt.file_name(application))
