"""Many letters at once: sent together, and printed together in one PDF (A5)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from amo import clock, pdf
from amo.forms import page_status, perform
from amo.models.users import OFFICE_ROLES
from amo.policy import LogRule, page
from amo.redirects import safe_next
from courses import letter_page
from courses.actions import letters as actions
from courses.forms.letters import SendForm
from courses.models import DecisionLetter
from participants.views.lookups import log_details, may_write

MAX_LETTERS = 100
Status = DecisionLetter.Status


def _chosen(request: HttpRequest) -> list[DecisionLetter]:
    """The ticked letters; one outside the scope refuses them all with the same 404 (06-access)."""
    try:
        keys = {UUID(one) for one in request.POST.getlist("ids")}
    except ValueError:
        raise Http404 from None
    found = DecisionLetter.objects.visible_to(request.membership).filter(public_id__in=keys).for_content()
    letters = list(found.order_by("participant__name_sort", "pk")) if len(keys) <= MAX_LETTERS else []
    if len(keys) > MAX_LETTERS:
        messages.warning(request, _("Velg høyst %(n)d brev om gangen.") % {"n": MAX_LETTERS})
    elif len(letters) != len(keys):
        raise Http404
    elif not letters:
        messages.warning(request, _("Velg minst ett brev i listen først."))
    return letters


@page(roles=OFFICE_ROLES, log=LogRule.LIST)
@require_POST
def letter_send_many(request: HttpRequest) -> HttpResponse:
    """Send the ticked drafts the same way on the same day; who cannot be sent is left out, and it is told why."""
    back = safe_next(request, "courses:letter_list")
    chosen = _chosen(request)
    letters, left_out = _sendable(request, chosen)
    if not letters:
        for sentence in left_out:
            messages.warning(request, sentence)
        return redirect(back)
    form = SendForm(
        request.POST if "channel" in request.POST or "sent_on" in request.POST else None,
        membership=request.membership,
        initial={"sent_on": clock.today()},
        cancel_url=back,
    )
    if form.is_bound and form.is_valid():
        values = form.cleaned_data_for_action()
        url = perform(
            request,
            form,
            lambda: actions.send_letters(letters=letters, by=request.membership, **values),
            url=lambda batch: reverse("courses:letter_batch", args=[batch]),
        )
        if url:
            for sentence in left_out:
                messages.info(request, sentence)
            return redirect(url)
    # The form's tag, buttons and the ticked ids stand in the page's own template.
    form.helper.form_tag, form.helper.disable_csrf, form.helper.submit_actions = False, True, None
    count = ngettext("Send %(n)d brev", "Send %(n)d brev", len(letters)) % {"n": len(letters)}
    context = {
        "form": form,
        "letters": letters,
        "left_out": left_out,
        "next": back,
        "title": count,
        "crumbs": [(_("Brev"), back), (count, "")],
    }
    return render(request, "courses/letters/send_many.html", context, status=page_status(form))


def _sendable(request: HttpRequest, chosen: list[DecisionLetter]) -> tuple[list[DecisionLetter], list[str]]:
    """Those that can be sent here and now, and a sentence for each reason the others cannot."""
    drafts = [letter for letter in chosen if letter.status == Status.DRAFT]
    own = [letter for letter in drafts if may_write(request.membership, letter.participant)]
    ready = [letter for letter in own if not actions.lacks_reason(letter)]
    counts = (
        (
            len(chosen) - len(drafts),
            lambda n: ngettext(
                "%(n)d brev er utelatt fordi det er sendt eller lagt bort.",
                "%(n)d brev er utelatt fordi de er sendt eller lagt bort.",
                n,
            ),
        ),
        (
            len(drafts) - len(own),
            lambda n: ngettext(
                "%(n)d brev er utelatt fordi en kollega er veileder for personen.",
                "%(n)d brev er utelatt fordi kolleger er veiledere for personene.",
                n,
            ),
        ),
        (
            len(own) - len(ready),
            lambda n: ngettext(
                "%(n)d brev er utelatt fordi det mangler begrunnelse. Åpne brevet og skriv én setning.",
                "%(n)d brev er utelatt fordi de mangler begrunnelse. Åpne brevene og skriv én setning i hvert.",
                n,
            ),
        ),
    )
    return ready, [words(n) % {"n": n} for n, words in counts if n]


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_POST
def letter_print_many(request: HttpRequest) -> HttpResponse:
    """The ticked letters in one PDF, drafts marked as such. Each person's is logged."""
    letters = _chosen(request)
    if not letters:
        return redirect(safe_next(request, "courses:letter_list"))
    return _one_pdf(request, letters)


def _of_batch(request: HttpRequest, batch: UUID) -> list[DecisionLetter]:
    found = DecisionLetter.objects.visible_to(request.membership).filter(batch=batch).for_content()
    letters = list(found.order_by("participant__name_sort", "pk"))
    if not letters:
        raise Http404
    return letters


@page(roles=OFFICE_ROLES, log=LogRule.LIST)
@require_safe
def letter_batch(request: HttpRequest, batch: UUID) -> HttpResponse:
    """What was sent together, and the PDF to print it all."""
    letters = _of_batch(request, batch)
    title = ngettext("%(n)d brev er sendt", "%(n)d brev er sendt", len(letters)) % {"n": len(letters)}
    context = {
        "letters": letters,
        "batch": batch,
        "title": title,
        "sent": letter_page.sent_words(letters[0]),
        "sent_by": letters[0].sent_by.user,
        "crumbs": [(_("Brev"), reverse("courses:letter_list")), (title, "")],
    }
    return render(request, "courses/letters/batch.html", context)


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_safe
def letter_batch_pdf(request: HttpRequest, batch: UUID) -> HttpResponse:
    """All letters that were sent together, in one PDF. Each person's is logged."""
    return _one_pdf(request, _of_batch(request, batch))


def _one_pdf(request: HttpRequest, letters: list[DecisionLetter]) -> HttpResponse:
    for letter in letters:
        log_details(request, letter.participant, _("Brev %(reference)s") % {"reference": letter.reference})
    return pdf.pdf_response(letter_page.pdf_of(letters), "brev.pdf")
