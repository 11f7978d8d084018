"""Applications: ranked wishes for one person, what became of them, and the list of the office's (A1, A4)."""

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock, drafts
from amo.forms import page_status, perform
from amo.models.users import NAV_ROLES, OFFICE_ROLES
from amo.policy import LogRule, page
from courses import application_page, chain_panel, county_rule
from courses.actions.applications import submit_application, withdraw_application
from courses.against import weigh
from courses.application_lists import WishList
from courses.chosen import chosen_intakes
from courses.facts_catalogue import free_for_office
from courses.forms.applications import WISHES, ApplicationForm, WithdrawForm, moved
from courses.models import AllocationWindow, Application, CountyPermission, Intake, Wish
from courses.models.application import MAX_WISHES
from participants.views.lookups import may_write, participant_or_404
from participants.views.person import page_context


@page(roles=NAV_ROLES, log=LogRule.LIST)
@require_safe
def application_list(request: HttpRequest) -> HttpResponse:
    """Wishes of the office's people (of the county's intakes, for Nav tiltak), with places on the waiting lists."""
    wishes = (
        Wish.objects.visible_to(request.membership)
        .exclude(application__status=Application.Status.DRAFT)
        .select_related(
            "application__participant__office", "application__participant__caseworker__user",
            "application__window", "intake__contract__concept",
        )
    )  # fmt: skip
    return WishList(request, wishes).response({"crumbs": [(_("Søknader og ventelister"), "")]})


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def application_new(request: HttpRequest, participant_id) -> HttpResponse:
    """Rank up to five of the chosen classes (`?kurs=`) and send; a click in the list (`do`) only changes the order."""
    participant = participant_or_404(request, participant_id, write=True)
    membership = request.membership
    back = reverse("courses:advice", args=[participant.public_id])
    draft_key = ("application", str(participant.public_id))
    chosen = chosen_intakes(request)
    clicked = request.POST.get("do", "")
    wishes, touched = _wishes(request, chosen, draft_key)
    intakes = list(_open_intakes(participant, membership, chosen))
    against, advised = _against(participant, membership, intakes, wishes)
    sent = request.method == "POST" and not clicked
    form = ApplicationForm(
        request.POST if sent else None,
        membership=membership,
        intakes=intakes,
        free=free_for_office(intakes, participant.office_id),
        against=against,
        clicked=clicked,
        touched=touched,
        initial=_initial(wishes, request.POST.get("against_reason", "")),
        cancel_url=back,
    )
    if sent or not (chosen or clicked):
        form.autosave(*draft_key)
    else:
        # What was just ticked or moved counts, not an earlier draft; it is the draft from now on.
        form.draft_key = draft_key
    if clicked:
        form.redrawn(*draft_key, request.POST)
    if sent and form.is_valid():
        url = perform(
            request,
            form,
            lambda: submit_application(
                participant=participant,
                wishes=form.wishes(),
                against_reason=form.cleaned_data.get("against_reason", ""),
                by=membership,
            ),
            url=lambda made: reverse("courses:application_detail", args=[made.public_id]),
        )
        if url:
            messages.success(request, _("Søknaden er sendt."))
            return redirect(url)
    context = page_context(request, participant, active="courses", here=_("Ny søknad"))
    context |= {
        "form": form,
        "title": _("Søk inn på kurs"),
        "back_url": back,
        "too_many": len(chosen) > MAX_WISHES,
        "windows": len({intake.window_id for intake in advised}),
        "foreign": _foreign(participant, advised),
    }
    context |= chain_panel.of_person(participant, day=clock.today())
    return render(request, "courses/application_form.html", context, status=page_status(form))


def _wishes(request: HttpRequest, chosen: list[Intake], draft_key) -> tuple[list[str], str]:
    """The wishes as they stand after the click, if there was one, and the wish it touched."""
    if request.method == "POST":
        posted = [request.POST.get(name, "") for name in WISHES]
        clicked = request.POST.get("do", "")
        return moved(posted, clicked, request.POST.get("add", "")) if clicked else (posted, "")
    if chosen:
        return [str(intake.public_id) for intake in chosen[:MAX_WISHES]], ""
    draft = drafts.load(request.membership, *draft_key)
    data = drafts.as_querydict(draft) if draft else {}
    return [data.get(name, "") for name in WISHES], ""


def _initial(wishes: list[str], reason: str) -> dict[str, str]:
    return dict(zip(WISHES, wishes, strict=False)) | {"against_reason": reason}


def _against(participant, membership, intakes: list[Intake], wishes: list[str]) -> tuple[list[str], list[Intake]]:
    """Why the advice speaks against some of the wishes, and the wishes that are open classes."""
    found = [intake for intake in intakes if str(intake.public_id) in wishes]
    if not found:
        return [], []
    found.sort(key=lambda intake: wishes.index(str(intake.public_id)))
    return weigh(participant, found, by=membership, day=clock.today()).explanations(), found


def _foreign(participant, chosen: list[Intake]) -> list[dict]:
    """Wishes for another county's classes that it has not allowed: why not, and where to ask."""
    refused = county_rule.refusals(participant, chosen)
    return [
        {
            "text": refused[intake.pk],
            "url": reverse("courses:permission_new", args=[participant.public_id, intake.public_id]),
            "county": intake.concept.county.name,
        }
        for intake in chosen
        if intake.pk in refused
    ]


def _open_intakes(participant, membership, chosen):
    """Classes that may be wished for: open, in an open round, of her own county, or of another that has said yes.

    One of another county that is chosen without that stands there too, so that the form can say what is to be done.
    """
    today = clock.today()
    found = Intake.objects.visible_to(membership, today).open_for_application(today)
    found = found.filter(window__status=AllocationWindow.Status.OPEN, window__deadline__gte=today)
    own = found.filter(contract__concept__county=participant.office.county_id)
    allowed = CountyPermission.objects.granted_for(participant).values("intake")
    others = found.filter(Q(pk__in=[intake.pk for intake in chosen]) | Q(pk__in=allowed))
    return (own | others).with_names().order_by("contract__concept__title_sort", "starts_on", "code")


@page(roles=NAV_ROLES, log=LogRule.DETAILS)
@require_safe
def application_detail(request: HttpRequest, public_id) -> HttpResponse:
    """One application: wishes with status, offers, points and why, and the advice she was shown."""
    application = application_or_404(request, public_id)
    participant = participant_or_404(request, application.participant.public_id)
    context = page_context(request, participant, active="applications", here=_("Søknad"))
    context |= application_page.context(application, request.membership)
    context |= {
        "application": application,
        "may_withdraw": _may_withdraw(request, application, participant),
        "receipt_url": _receipt_url(request, application),
    }
    return render(request, "courses/application_detail.html", context)


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def application_withdraw(request: HttpRequest, public_id) -> HttpResponse:
    """Take an application back, after a question."""
    application = application_or_404(request, public_id)
    participant = participant_or_404(request, application.participant.public_id, write=True)
    back = reverse("courses:application_detail", args=[application.public_id])
    form = WithdrawForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=application.version,
        cancel_url=back,
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: withdraw_application(
                application=application, by=request.membership, version=form.cleaned_data["version"]
            ),
            url=lambda result: back,
        )
        if url:
            messages.success(request, _("Søknaden er trukket."))
            return redirect(url)
    context = page_context(request, participant, active="applications", here=_("Trekk søknaden"))
    wishes = application.wishes.select_related("intake__contract__concept")
    context |= {
        "form": form,
        "title": _("Trekke søknaden?"),
        "text": _(
            "Alle ønskene lukkes, og brukeren mister plassen på ventelistene. "
            "Ventetid fra denne søknaden teller ikke lenger."
        ),
        "details": [(_("%(rank)d. ønske") % {"rank": wish.rank}, str(wish.intake.concept)) for wish in wishes],
    }
    return render(request, "components/confirm_page.html", context, status=page_status(form))


def application_or_404(request: HttpRequest, public_id) -> Application:
    applications = Application.objects.visible_to(request.membership)
    found = applications.select_related(
        "participant", "window__county", "submitted_by__user", "advice_shown__policy", "advice_shown__shown_by__user"
    )
    return get_object_or_404(found, public_id=public_id)


def _receipt_url(request: HttpRequest, application: Application) -> str:
    """The receipt is the office's to hand over, while the application stands."""
    stands = application.submitted_at and application.status != Application.Status.WITHDRAWN
    return (
        reverse("courses:application_receipt", args=[application.public_id])
        if stands and request.membership.is_office
        else ""
    )


def _may_withdraw(request, application, participant) -> bool:
    """Whether the page offers it; the action decides."""
    held = {Wish.Status.OFFERED, Wish.Status.ACCEPTED}
    return (
        application.status in (Application.Status.SUBMITTED, Application.Status.DECIDED)
        and may_write(request.membership, participant)
        and not any(wish.status in held for wish in application.wishes.all())
    )
