"""Decision letters: to read, to write one's own sentence in, to send, to correct by a new one (A5)."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock, pdf
from amo.forms import KursForm, page_status, perform
from amo.models.users import NAV_ROLES, OFFICE_ROLES
from amo.policy import LogRule, page
from courses import letter_content, letter_page
from courses.actions import letters as actions
from courses.forms.letters import CorrectForm, DiscardForm, LetterForm, SendForm
from courses.letter_list import LetterList
from courses.models import DecisionLetter
from participants.views.lookups import may_write, participant_or_404
from participants.views.person import page_context

METHODS = ["GET", "HEAD", "POST"]
Status = DecisionLetter.Status


@page(roles=NAV_ROLES, log=LogRule.LIST)
@require_safe
def letter_list(request: HttpRequest) -> HttpResponse:
    """The office's letters (the county's, for Nav tiltak), those to send first."""
    letters = DecisionLetter.objects.visible_to(request.membership).select_related(
        "participant__caseworker__user", "intake__contract__concept"
    )
    crumbs = [(_("Søknader og ventelister"), reverse("courses:application_list")), (_("Brev"), "")]
    return LetterList(request, letters).response({"crumbs": crumbs})


def letter_or_404(request: HttpRequest, public_id, *, write: bool = False) -> DecisionLetter:
    """A letter of a person this membership may open, logged. 403 with `write` for who may not change her file."""
    found = DecisionLetter.objects.visible_to(request.membership).for_content()
    letter = get_object_or_404(found, public_id=public_id)
    letter.participant = participant_or_404(request, letter.participant.public_id, write=write)
    return letter


def _frame(request: HttpRequest, letter: DecisionLetter, here: str = "") -> dict:
    title = _("Brev: %(kind)s") % {"kind": letter.label.lower()}
    context = page_context(request, letter.participant, active="applications", here=title)
    if here:
        context["crumbs"] = [*context["crumbs"][:-1], (title, letter.get_absolute_url()), (here, "")]
    return context | {"title": here or title}


@page(roles=NAV_ROLES, log=LogRule.DETAILS)
@require_safe
def letter_detail(request: HttpRequest, public_id) -> HttpResponse:
    """The letter as it reads, and what may be done with it."""
    letter = letter_or_404(request, public_id)
    context = _frame(request, letter)
    context |= letter_page.context(letter, may_write=context["may_write"])
    return render(request, "courses/letters/detail.html", context)


@page(roles=NAV_ROLES, log=LogRule.DETAILS)
@require_safe
def letter_pdf(request: HttpRequest, public_id) -> HttpResponse:
    """The letter on paper: of a sent one the same bytes each time."""
    letter = letter_or_404(request, public_id)
    return pdf.pdf_response(letter_page.pdf_of([letter]), letter_page.file_name(letter))


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def letter_edit(request: HttpRequest, public_id) -> HttpResponse:
    """Bokmål or nynorsk, and one sentence of the caseworker's own."""
    letter = letter_or_404(request, public_id, write=True)
    form = LetterForm(
        _posted(request),
        membership=request.membership,
        version=letter.version,
        cancel_url=letter.get_absolute_url(),
        letter=letter,
        needs_reason=letter_content.needs_own_words(letter),
        initial={name: getattr(letter, name) for name in ("language", "own_words", "correction_reason")},
    )

    def work():
        values = form.cleaned_data_for_action()
        version = values.pop("version")
        return actions.edit_letter(letter=letter, by=request.membership, expected_version=version, **values)

    return _form_page(request, letter, form, work, title=_("Endre teksten i brevet"), done=_("Teksten er lagret."))


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def letter_send(request: HttpRequest, public_id) -> HttpResponse:
    """Register how the letter is delivered. What it says then is what it will always say."""
    letter = letter_or_404(request, public_id, write=True)
    form = SendForm(
        _posted(request),
        membership=request.membership,
        version=letter.version,
        cancel_url=letter.get_absolute_url(),
        initial={"sent_on": clock.today()},
    )

    def work():
        values = form.cleaned_data_for_action()
        version = values.pop("version")
        actions.send_letters(letters=[letter], by=request.membership, expected_version=version, **values)
        return letter

    lead = _("Les gjennom brevet. Når det er sendt, kan det ikke endres, bare rettes med et nytt brev.")
    done = _("Brevet er sendt. Skriv det ut eller last det ned her.")
    return _form_page(request, letter, form, work, title=_("Send brevet"), done=done, lead=lead)


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def letter_discard(request: HttpRequest, public_id) -> HttpResponse:
    """Put a draft aside, with the reason."""
    letter = letter_or_404(request, public_id, write=True)
    form = _reason_form(request, letter, DiscardForm)

    def work():
        data = form.cleaned_data
        return actions.discard_letter(
            letter=letter, reason=data["reason"], by=request.membership, expected_version=data["version"]
        )

    lead = _("Brevet blir ikke sendt. Avgjørelsen står ved lag, og brevet kan fortsatt leses her.")
    return _form_page(
        request, letter, form, work, title=_("Ikke send brevet"), done=_("Brevet er lagt bort."), lead=lead
    )


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def letter_correct(request: HttpRequest, public_id) -> HttpResponse:
    """A new letter that refers to a sent one."""
    letter = letter_or_404(request, public_id, write=True)
    form = _reason_form(request, letter, CorrectForm)

    def work():
        data = form.cleaned_data
        return actions.correct_letter(
            letter=letter, reason=data["reason"], by=request.membership, expected_version=data["version"]
        )

    lead = _("Det sendte brevet blir stående som det er. Det nye viser til det, og lages som et utkast du kan endre.")
    return _form_page(
        request,
        letter,
        form,
        work,
        title=_("Rett med et nytt brev"),
        done=_("Det nye brevet er laget. Les gjennom det og send det."),
        lead=lead,
    )


def _posted(request: HttpRequest):
    return request.POST if request.method == "POST" else None


def _reason_form(request: HttpRequest, letter: DecisionLetter, form_class: type[KursForm]) -> KursForm:
    return form_class(
        _posted(request), membership=request.membership, version=letter.version, cancel_url=letter.get_absolute_url()
    )


def _form_page(
    request: HttpRequest,
    letter: DecisionLetter,
    form: KursForm,
    work: Callable[[], DecisionLetter],
    *,
    title: str,
    done: str,
    lead: str = "",
) -> HttpResponse:
    """The form above the letter it is about, or what it does. A letter past it leads back, and it is told why."""
    needed = Status.SENT if isinstance(form, CorrectForm) else Status.DRAFT
    if request.method != "POST" and letter.status != needed:
        messages.warning(request, actions.must_be(needed))
        return redirect(letter)
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, work)
        if url:
            messages.success(request, done)
            return redirect(url)
    context = _frame(request, letter, title)
    context |= letter_page.context(letter, may_write=may_write(request.membership, letter.participant))
    context |= {"form": form, "lead": lead}
    return render(request, "courses/letters/form.html", context, status=page_status(form))
