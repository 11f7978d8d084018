"""Mapping: the current version, its form, and what has changed (P1)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo import panels
from amo.forms import page_status, perform
from amo.models.users import NAV_ROLES, OFFICE_ROLES
from amo.policy import LogRule, page
from participants import actions, comparison, mapping_gaps, overview
from participants.forms.mapping import MappingForm
from participants.models import Aim, HeldCertificate, Mapping, Participant
from participants.views.lookups import participant_or_404
from participants.views.person import page_context

VERSIONS_SHOWN = 20


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def mapping(request: HttpRequest, public_id) -> HttpResponse:
    """Map a person: starts from what is known, saves a new version."""
    participant = participant_or_404(request, public_id, write=True)
    current = Mapping.objects.current().with_parts().filter(participant=participant).first()
    here = reverse("participants:mapping_history", args=[participant.public_id])
    posted = request.method == "POST"
    form = MappingForm(
        request.POST if posted else None,
        membership=request.membership,
        participant=participant,
        mapping=current,
        version=current.number + 1 if current else 1,
        cancel_url=here,
    )
    form.autosave("mapping", str(participant.public_id))
    form.make_formsets()
    one_more = posted and "add" in request.POST
    if posted and not one_more and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.save_mapping(
                participant=participant, by=request.membership, **form.cleaned_data_for_action()
            ),
            url=lambda result: here,
        )
        if url:
            messages.success(request, _("Kartleggingen er lagret."))
            _warn_of_expired(request, participant)
            return redirect(url)
    title = _("Oppdater kartleggingen") if current else _("Kartlegg")
    context = page_context(request, participant, here=title) | {"form": form, "title": title}
    context["lead"] = _("Fyll ut det dere har snakket om. Alt kan stå tomt: det som ikke er kjent, teller som ukjent.")
    context |= {"current": current, "questions": mapping_gaps.questions(), "missing": form.missing()}
    return render(request, "participants/mapping.html", context, status=200 if one_more else page_status(form))


def _warn_of_expired(request: HttpRequest, participant: Participant) -> None:
    """Say which certificates of the mapping just saved have run out: kept, but counted as not held."""
    held = HeldCertificate.objects.filter(mapping__participant=participant, mapping__is_current=True)
    for row in held.select_related("qualification"):
        if comparison.is_expired(row):
            values = {"name": row.qualification, "day": comparison.text_of(row.valid_to)}
            text = _("%(name)s gikk ut %(day)s. Det er lagret, men teller ikke som gyldig.") % values
            messages.warning(request, text)


@page(roles=NAV_ROLES, log=LogRule.DETAILS)
@require_safe
def mapping_history(request: HttpRequest, public_id) -> HttpResponse:
    """The current mapping, and what each version changed."""
    participant = participant_or_404(request, public_id)
    membership = request.membership
    found = Mapping.objects.visible_to(membership).filter(participant=participant)
    versions = list(found.select_related("created_by__user").with_parts()[: VERSIONS_SHOWN + 1])
    shown = []
    for place, version in enumerate(versions[:VERSIONS_SHOWN]):
        older = versions[place + 1] if place + 1 < len(versions) else None
        changes = comparison.mapping_changes(older, version) if older else []
        if not membership.is_office:
            changes = [change for change in changes if change.field != "adaptation_text"]
        shown.append({"version": version, "changes": changes, "first": older is None})
    context = page_context(request, participant, active="mapping")
    current = versions[0] if versions else None
    buttons = panels.collect("participant.buttons", membership, [participant.public_id])[participant.public_id]
    context |= {
        "buttons": [button for panel in buttons for button in panel.context["buttons"]],
        "mapping": current,
        "mapping_facts": overview.mapping_facts(current, adaptation=membership.is_office) if current else [],
        "versions": shown,
        "gaps": mapping_gaps.gaps(current) if current else [],
        "has_aim": Aim.objects.visible_to(membership).current().filter(participant=participant).exists(),
    }
    return render(request, "participants/mapping_history.html", context)
