"""The guide to following up that a mentor gets: a page, a PDF, and that it was given (L12)."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from amo import clock, pdf
from amo.forms import KursForm, page_status, perform
from amo.models.users import PROVIDER_ROLES
from amo.policy import LogRule, page
from placements import mentor_guide
from placements.actions.guides import hand_out_guide
from placements.models import GuideHandOut
from placements.views.lookups import placement_or_404
from placements.views.placements import placement_url

Language = GuideHandOut.Language


class HandOutForm(KursForm):
    """That the guide was given, in the language that is shown."""

    language = forms.ChoiceField(choices=Language, widget=forms.HiddenInput)
    submit_label = gettext_lazy("Gitt til fadder i dag")


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def guide(request, placement_id):
    """The sheet as it will be printed, in bokmål or nynorsk, and the button that says it was given."""
    placement = placement_or_404(request, placement_id, _("Veiledning til fadder"))
    language = _language(request)
    back = placement_url(placement)
    here = reverse("placements:guide", args=[placement.public_id])
    form = HandOutForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        initial={"language": language},
        cancel_url=back,
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data_for_action()
        work = lambda: hand_out_guide(placement=placement, by=request.membership, **data)  # noqa: E731
        if url := perform(request, form, work, url=lambda _given: back):
            messages.success(request, _("Det er notert at fadderen har fått veiledningen."))
            return redirect(url)
    context = {
        "title": _("Veiledning til fadder"),
        "placement": placement,
        "guide": mentor_guide.content(placement, language),
        "given": GuideHandOut.objects.filter(placement=placement).first(),
        "form": form,
        "back_url": back,
        "pdf_url": f"{reverse('placements:guide_pdf', args=[placement.public_id])}?sprak={language}",
        "tabs": [
            {"label": label, "url": f"{here}?sprak={code}", "active": code == language}
            for code, label in Language.choices
        ],
    }
    return render(request, "placements/guide/guide.html", context, status=page_status(form))


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_GET
def guide_pdf(request, placement_id):
    """The sheet as a PDF. It names no participant."""
    placement = placement_or_404(request, placement_id, _("Veiledning til fadder (PDF)"))
    language = _language(request)
    content = pdf.render("placements/mentor_guide.typ", mentor_guide.content(placement, language), at=clock.now())
    return pdf.pdf_response(content, f"veiledning-fadder-{slugify(placement.employer.name)}-{language}.pdf")


def _language(request) -> str:
    """The language in the address or the form; bokmål when it names none that the guide is in."""
    wanted = request.POST.get("language") or request.GET.get("sprak")
    return wanted if wanted in Language.values else Language.BOKMAL.value
