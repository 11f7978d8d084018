"""Employers that may be registered twice, and making them one (L1)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo.forms import page_status, perform
from amo.models import Role
from amo.policy import LogRule, page
from placements import duplicates, employer_page
from placements.actions import merging
from placements.forms.employers import MergeForm
from placements.models import Employer
from placements.views.employers import employer_url

COUNTY = {Role.COUNTY_STAFF}


@page(roles=COUNTY, log=LogRule.NONE)
@require_safe
def duplicate_list(request: HttpRequest) -> HttpResponse:
    """Pairs that may be one workplace, with what speaks for it."""
    found = duplicates.pairs(Employer.objects.visible_to(request.membership).living())
    context = {"title": _("Arbeidsgivere som kan være registrert to ganger"), "pairs": found}
    context |= {"back_url": reverse("placements:employer_list"), "most": duplicates.MOST_PAIRS}
    return render(request, "placements/employers/duplicates.html", context)


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def employer_merge(request: HttpRequest, public_id, merged_id) -> HttpResponse:
    """Say what moves, ask why, and merge `merged_id` into `public_id`."""
    employers = Employer.objects.visible_to(request.membership).select_related("sector")
    found = {one.public_id: one for one in employers.filter(public_id__in=[public_id, merged_id])}
    if len(found) < 2:
        raise Http404
    kept, merged = found[public_id], found[merged_id]
    form = MergeForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        kept=kept,
        merged=merged,
        submit=_("Slå sammen"),
        cancel_url=reverse("placements:duplicate_list"),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: merging.merge_employers(
                kept=kept, merged=merged, by=request.membership, reason=form.cleaned_data["reason"]
            ),
            url=lambda merge: employer_url(merge.kept),
        )
        if url:
            text = _("%(merged)s er slått sammen med %(kept)s.") % {"merged": merged.name, "kept": kept.name}
            messages.success(request, text)
            return redirect(url)
    preview = merging.preview(kept, merged)
    context = {
        "title": _("Slå sammen to arbeidsgivere"),
        "form": form,
        "kept": kept,
        "merged": merged,
        "moves": employer_page.moved_rows(preview.moved),
        "slots": preview.slots,
        "other_way": reverse("placements:employer_merge", args=[merged.public_id, kept.public_id]),
        "is_done": bool(kept.merged_into_id or merged.merged_into_id),
    }
    return render(request, "placements/employers/merge.html", context, status=page_status(form))
