"""The person's own aim: the one in force, its form, and what she has said before (P2)."""

from itertools import zip_longest

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amo import clock
from amo.forms import page_status, perform
from amo.models.users import NAV_ROLES, OFFICE_ROLES
from amo.policy import LogRule, page
from participants import actions, comparison, overview, standing
from participants.forms.aim import AimForm
from participants.models import Aim
from participants.views.lookups import participant_or_404
from participants.views.person import page_context

PAGE_SIZE = 10


@page(roles=NAV_ROLES, log=LogRule.DETAILS)
@require_safe
def aim_history(request: HttpRequest, public_id) -> HttpResponse:
    """The aim in her own words, and what each version changed, when and by whom."""
    participant = participant_or_404(request, public_id)
    found = Aim.objects.visible_to(request.membership).filter(participant=participant)
    aims = list(found.select_related("created_by__user").prefetch_related("occupations__occupation"))
    entries = [
        {"aim": aim, "first": older is None, "changes": comparison.aim_changes(older, aim) if older else []}
        for aim, older in zip_longest(aims, aims[1:])
    ]
    current, today = (aims[0] if aims else None), clock.today()
    row = overview.portfolio_row(participant, today)
    context = page_context(request, participant, active="aim")
    context |= {
        "aim": current,
        "aim_occupations": comparison.aim_occupations(current),
        "aim_standing": standing.standing(current.kind, row, today) if current else "",
        "page": Paginator(entries, PAGE_SIZE).get_page(request.GET.get("page")),
        "page_urls": {},
    }
    return render(request, "participants/aim_history.html", context)


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def aim(request: HttpRequest, public_id) -> HttpResponse:
    """Write down the person's own aim."""
    participant = participant_or_404(request, public_id, write=True)
    current = Aim.objects.current().filter(participant=participant).first()
    here = reverse("participants:aim_history", args=[participant.public_id])
    form = AimForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=current.number + 1 if current else 1,
        initial=AimForm.initial_from(current),
        cancel_url=here,
    )
    form.autosave("aim", str(participant.public_id))
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        url = perform(
            request,
            form,
            lambda: actions.save_aim(
                participant=participant,
                kind=data["kind"],
                words=data["words"],
                occupations=data["occupations"],
                read_to_person=data["read_to_person"],
                expected_number=data["version"],
                by=request.membership,
            ),
            url=lambda result: here,
        )
        if url:
            messages.success(request, _("Målet er lagret."))
            return redirect(url)
    title = _("Eget mål")
    context = page_context(request, participant, active="aim", here=title) | {"form": form, "title": title}
    return render(request, "participants/form.html", context, status=page_status(form))


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_POST
def aim_read(request: HttpRequest, public_id) -> HttpResponse:
    """The aim was read to her today. `number` is the version that stood on the page."""
    participant = participant_or_404(request, public_id, write=True)
    number = request.POST.get("number", "")
    found = Aim.objects.visible_to(request.membership).filter(participant=participant)
    read = get_object_or_404(found, number=int(number) if number.isdecimal() and len(number) < 7 else 0)
    try:
        actions.mark_aim_read(aim=read, by=request.membership)
    except ValidationError as error:
        messages.info(request, " ".join(error.messages))
    else:
        messages.success(request, _("Det er notert at målet er lest opp."))
    return redirect("participants:aim_history", participant.public_id)
