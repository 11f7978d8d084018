"""Classes with dates: the list across counties, one class with its quotas and applicants, and the county's form (C3)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock, panels, workdays
from amo.forms import page_status, perform
from amo.models import Role
from amo.models.users import NAV_ROLES
from amo.policy import LogRule, page
from amo.templatetags.aksel import status_tag
from courses import concept_page, ending_page, fill, waiting_list
from courses.actions.catalogue import CHANGEABLE, save_intake
from courses.actions.endings import BEFORE_START
from courses.application_page import STATUS_COLORS
from courses.facts_catalogue import applicants, free_for_office
from courses.filters import FILLABLE, IntakeList, wish_counts
from courses.forms.intakes import IntakeForm, quota_formset
from courses.models import Concept, Intake, Wish

COUNTY = {Role.COUNTY_STAFF}
NAMED = (Wish.Status.PENDING, Wish.Status.WAITING, Wish.Status.OFFERED, Wish.Status.ACCEPTED)
MAX_NAMED = 200


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def intake_list(request: HttpRequest) -> HttpResponse:
    """Every county's classes, with free places."""
    intakes = Intake.objects.visible_to(request.membership).with_names()
    may_add = request.membership.role == Role.COUNTY_STAFF
    crumbs = [(_("Kurs"), reverse("courses:concept_list")), (_("Kursoppstarter"), "")]
    return IntakeList(request, intakes).response({"may_add": may_add, "explained": fill.explained(), "crumbs": crumbs})


@page(roles=NAV_ROLES, log=LogRule.LIST)
@require_safe
def intake_detail(request: HttpRequest, public_id) -> HttpResponse:
    """One class: dates, places per office, how many have applied, and the names this membership may know."""
    membership = request.membership
    intakes = Intake.objects.visible_to(membership).with_names()
    intakes = intakes.select_related("window", "district", "concept_version")
    intake = get_object_or_404(intakes, public_id=public_id)
    own = free_for_office([intake], membership.office_id, day=clock.today())[intake.pk]
    own_county = intake.concept.county_id == membership.county_id
    context = {
        "intake": intake,
        "concept": intake.concept,
        "color": concept_page.STATUS_COLORS[intake.status],
        "fillable": intake.status in FILLABLE,
        "free_own": own if membership.office_id else None,
        "queue": applicants([intake.pk]).get(intake.pk, 0),
        "places": concept_page.place_table(intake),
        "counts": wish_counts(intake),
        "wishes": _wishes(intake, membership),
        "facts": _facts(intake),
        "planned_under": concept_page.planned_under(intake),
        "panel_list": panels.collect("intake.detail", membership, [intake.pk])[intake.pk],
        "may_edit": own_county and intake.status in CHANGEABLE,
        "may_set_quotas": own_county and intake.status in (Intake.Status.PLANNED, Intake.Status.OPEN),
        "quota_key": str(intake.public_id),
        "may_call_off": own_county and intake.status in BEFORE_START,
        "may_cut_short": own_county and intake.status == Intake.Status.RUNNING,
        "ending": ending_page.ended(intake, membership),
        "mark": fill.words(fill.marks([intake.pk], clock.today()).get(intake.pk, "")),
        "today": clock.today(),
        "crumbs": [
            (_("Kurs"), reverse("courses:concept_list")),
            (intake.concept.title, reverse("courses:concept_detail", args=[intake.concept.public_id])),
            (intake.code, ""),
        ],
    }
    return render(request, "courses/intake_detail.html", context)


def _facts(intake: Intake) -> list[tuple]:
    short = concept_page.short
    over = f" + {intake.over_capacity} ({intake.over_capacity_reason})" if intake.over_capacity else ""
    rows = [
        (_("Starter"), short(intake.starts_on)),
        (_("Teoridelen slutter"), short(intake.theory_ends_on)),
        (_("Slutter"), short(intake.ends_on)),
        (_("Søknadsfrist"), short(intake.application_deadline)),
        (_("Sted"), intake.place),
        (_("Område"), str(intake.district or "")),
        (_("Kursleverandør"), intake.provider.name),
        (_("Tildelingsrunde"), str(intake.window or "")),
        (_("Plasser"), f"{intake.capacity}{over}"),
    ]
    if intake.status in FILLABLE:
        rows.append((_("Ledige plasser"), intake.free_places))
    return rows


def _wishes(intake: Intake, membership) -> dict:
    """Living wishes of people in scope. One who must be masked is left out: her row would tell the course."""
    wishes = list(
        Wish.objects.visible_to(membership)
        .filter(intake=intake, status__in=NAMED)
        .select_related("application__participant__office")
        .order_by("application__participant__name_sort", "pk")[:MAX_NAMED]
    )
    places = waiting_list.places_of(wishes, membership)
    rows = []
    for wish in wishes:
        person = wish.application.participant
        if person.is_masked_for(membership):
            continue
        url = reverse("courses:application_detail", args=[wish.application.public_id])
        position = places[wish.pk].position if wish.pk in places else ""
        status = status_tag(wish.get_status_display(), STATUS_COLORS[wish.status])
        rows.append([concept_page.link(url, person.list_name), person.office.name, wish.rank, status, position])
    right = concept_page.right
    columns = [_("Navn"), _("Kontor"), right(_("Ønske")), _("Status"), right(_("Plass på ventelista"))]
    return {"columns": columns, "rows": rows}


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def intake_new(request: HttpRequest) -> HttpResponse:
    """A new class in the county; `?kurs=` takes the dates' length from a concept."""
    return _intake_form(request, None)


@page(roles=COUNTY, log=LogRule.LIST)
@require_http_methods(["GET", "HEAD", "POST"])
def intake_edit(request: HttpRequest, public_id) -> HttpResponse:
    """Change a class of the own county that is not over."""
    intake = get_object_or_404(Intake.objects.visible_to(request.membership).with_names(), public_id=public_id)
    if intake.concept.county_id != request.membership.county_id or intake.status not in CHANGEABLE:
        raise PermissionDenied
    return _intake_form(request, intake)


def _intake_form(request: HttpRequest, intake: Intake | None) -> HttpResponse:
    membership = request.membership
    data = request.POST if request.method == "POST" else None
    back = reverse("courses:intake_detail", args=[intake.public_id]) if intake else reverse("courses:intake_list")
    quotas = quota_formset(data, intake, membership)
    initial = {} if intake else _suggested(request, membership)
    form = IntakeForm(data, instance=intake, initial=initial, membership=membership, quotas=quotas, cancel_url=back)
    if request.method == "POST" and form.is_valid() & quotas.is_valid():
        url = perform(
            request,
            form,
            lambda: save_intake(
                intake=intake,
                values=form.values(),
                quotas=quotas.by_office(),
                by=membership,
                opened=form.cleaned_data.get("opened", False),
                beyond_reason=form.cleaned_data["beyond_reason"],
                version=form.cleaned_data.get("version"),
            ),
            url=lambda saved: reverse("courses:intake_detail", args=[saved.public_id]),
        )
        if url:
            messages.success(request, _("Kurset er lagret."))
            _tell_moved_deadline(request, form)
            return redirect(url)
    title = intake.code if intake else _("Ny kursoppstart")
    status = 422 if quotas.is_bound and quotas.total_error_count() else page_status(form)
    context = {
        "form": form,
        "title": title,
        "has_errors": status == 422,
        "crumbs": [(_("Kursoppstarter"), reverse("courses:intake_list")), (title, back), (_("Endre"), "")],
    }
    return render(request, "courses/intake_form.html", context, status=status)


def _tell_moved_deadline(request: HttpRequest, form: IntakeForm) -> None:
    """Say that a deadline on a day off was moved to the next working day."""
    typed = form.cleaned_data["application_deadline"]
    moved = workdays.next_working_day(typed)
    if "application_deadline" in form.changed_data and moved != typed:
        text = _("%(day)s er en fridag. Søknadsfristen er satt til neste virkedag, %(moved)s.")
        days = {"day": date_format(typed), "moved": date_format(moved)}
        messages.info(request, text % days)


def _suggested(request: HttpRequest, membership) -> dict:
    """Places and contract of the concept the county comes from."""
    wanted = request.GET.get("kurs", "")
    concepts = Concept.objects.visible_to(membership).filter(county=membership.county_id)
    concept = next((found for found in concepts if str(found.public_id) == wanted), None)
    if concept is None:
        return {}
    contract = concept.contracts.filter(status="active").order_by("-starts_on", "pk").first()
    return {"capacity": concept.class_size, "contract": contract}
