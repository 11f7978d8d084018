"""A concept's life and its versions: in use or not, copied, and what it said when (C1, C6)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo.forms import KursForm, page_status, perform
from amo.models import Role
from amo.models.users import NAV_ROLES
from amo.policy import LogRule, page
from courses import concept_page
from courses.actions import concept_versions, concepts
from courses.forms.concepts import CopyForm, VersionChoice
from courses.models import Concept, ConceptVersion, Intake
from courses.specification import Specification
from courses.specification_diff import differences

COUNTY = {Role.COUNTY_STAFF}


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def version_list(request: HttpRequest, public_id) -> HttpResponse:
    """Every version, who saved it, when and why, what it changed, and how many classes have it."""
    concept = _concept_or_404(request, public_id)
    found = list(_versions(concept))
    texts = {version.number: Specification(version.content) for version in found}
    held = _held(concept, found)
    rows = [
        {
            "version": version,
            "before": version.number - 1,
            "intakes": held.get(version.pk, 0),
            "changed": [one.label for one in differences(texts[version.number - 1], texts[version.number])]
            if version.number - 1 in texts
            else [],
        }
        for version in found
    ]
    context = {
        "concept": concept,
        "title": _("Versjoner av %(title)s") % {"title": concept.title},
        "rows": rows,
        "crumbs": _crumbs(concept, _("Versjoner")),
    }
    return render(request, "courses/catalogue/version_list.html", context)


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def version_detail(request: HttpRequest, public_id, number: int) -> HttpResponse:
    """The whole specification as it was saved once."""
    concept = _concept_or_404(request, public_id)
    version = get_object_or_404(_versions(concept), number=number)
    spec = Specification(version.content)
    context = concept_page.specified(spec) | {
        "concept": concept,
        "version": version,
        "newest": concept.versions.order_by("-number").values_list("number", flat=True).first(),
        "intakes": _intakes_of(version, request.membership),
        "title": f"{spec.title}, {str(version).lower()}",
        "crumbs": _crumbs(concept, str(version), versions=True),
    }
    return render(request, "courses/catalogue/version_detail.html", context)


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def version_compare(request: HttpRequest, public_id) -> HttpResponse:
    """What differs between two versions (`?fra=&til=`); without a choice the two newest."""
    concept = _concept_or_404(request, public_id)
    found = {str(version.number): version for version in _versions(concept)}
    numbers = list(found)
    old = found.get(request.GET.get("fra", "")) or (found[numbers[1]] if len(numbers) > 1 else None)
    new = found.get(request.GET.get("til", "")) or (found[numbers[0]] if numbers else None)
    changes = differences(Specification(old.content), Specification(new.content)) if old and new else []
    context = {
        "concept": concept,
        "choice": VersionChoice(
            initial={"fra": old and old.number, "til": new and new.number}, versions=found.values()
        ),
        "old": old,
        "new": new,
        "changes": changes,
        "crumbs": _crumbs(concept, _("Sammenlign versjoner"), versions=True),
    }
    return render(request, "courses/catalogue/version_compare.html", context)


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def take_into_use(request: HttpRequest, public_id) -> HttpResponse:
    """Offer a draft, or one that was taken out."""
    concept = _own_or_403(request, public_id)
    items = concept.checklist.active().count()
    text = _("Kurset blir synlig for alle i Nav, og kommer med i forslagene når det er kursoppstarter.")
    if not items:
        text += " " + _("Det har ingen sjekkliste ennå. Uten den kan det ikke foreslås.")
    return _decide(
        request,
        concept,
        work=concepts.take_into_use,
        title=_("Ta kurset i bruk"),
        text=text,
        done=_("Kurset er tatt i bruk."),
    )


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def take_out(request: HttpRequest, public_id) -> HttpResponse:
    """Offer it no more; refused where a class is to come or runs."""
    concept = _own_or_403(request, public_id)
    text = _(
        "Kurset foreslås ikke lenger, og det kan ikke planlegges nye kursoppstarter. Alt som er gjort, blir stående."
    )
    if request.method != "POST" and (refusal := concepts.still_runs(concept)):
        intakes = Intake.objects.visible_to(request.membership).filter(
            contract__concept=concept, status__in=concept_page.COMING
        )
        context = {"concept": concept, "refusal": refusal, "crumbs": _crumbs(concept, _("Ta kurset ut av bruk"))}
        context["intakes"] = concept_page.intake_table(list(intakes.with_names()), request.membership)
        return render(request, "courses/catalogue/still_runs.html", context)
    return _decide(
        request,
        concept,
        work=concepts.take_out_of_use,
        title=_("Ta kurset ut av bruk"),
        text=text,
        done=_("Kurset er tatt ut av bruk."),
    )


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, public_id) -> HttpResponse:
    """Delete a draft that nobody has used; one that has been in use is refused."""
    concept = _own_or_403(request, public_id)
    return _decide(
        request,
        concept,
        work=concepts.delete_draft,
        title=_("Slett utkastet"),
        text=_("Utkastet til %(title)s slettes. Det kan ikke angres.") % {"title": concept.title},
        done=_("Utkastet er slettet."),
        url=lambda _none: reverse("courses:concept_list"),
        danger=True,
    )


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def copy(request: HttpRequest, public_id) -> HttpResponse:
    """A draft of one's own from any county's concept, to be changed before it is taken into use."""
    concept, membership = _concept_or_404(request, public_id), request.membership
    own = concept.county_id == membership.county_id
    title = _("%(title)s (kopi)") % {"title": concept.title} if own else concept.title
    form = CopyForm(
        request.POST if request.method == "POST" else None,
        membership=membership,
        initial={"title": title[: Concept._meta.get_field("title").max_length]},
        cancel_url=concept.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: concepts.copy_concept(concept=concept, title=form.cleaned_data["title"], by=membership),
            url=lambda draft: reverse("courses:concept_edit", args=[draft.public_id]),
        )
        if url:
            messages.success(request, _("Kopien er lagret som et utkast. Rett det som skal være annerledes hos dere."))
            return redirect(url)
    context = {
        "form": form,
        "title": _("Kopier kurset"),
        "text": _(
            "Alt i %(title)s (%(county)s) blir med, også sjekklista. Kopien er et utkast til dere tar den i bruk."
        )
        % {"title": concept.title, "county": concept.county},
        "crumbs": _crumbs(concept, _("Kopier")),
    }
    return render(request, "components/confirm_page.html", context, status=page_status(form))


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def intake_newest(request: HttpRequest, public_id) -> HttpResponse:
    """Let a planned class follow the newest version, with what that changes."""
    found = Intake.objects.visible_to(request.membership).with_names().select_related("concept_version")
    intake = get_object_or_404(found, public_id=public_id)
    if intake.concept.county_id != request.membership.county_id:
        raise PermissionDenied
    back = reverse("courses:intake_detail", args=[intake.public_id])
    last = concept_versions.newest(intake.concept)
    form = KursForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=intake.version,
        submit=_("Bruk den nyeste versjonen"),
        cancel_url=back,
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: concept_versions.move_to_newest(
                intake=intake, by=request.membership, version=form.cleaned_data.get("version")
            ),
            url=lambda saved: back,
        )
        if url:
            messages.success(request, _("Kurset følger nå den nyeste versjonen."))
            return redirect(url)
    changes = []
    if last and intake.concept_version:
        changes = differences(Specification(intake.concept_version.content), Specification(last.content))
    context = {
        "form": form,
        "intake": intake,
        "old": intake.concept_version,
        "new": last,
        "changes": changes,
        "crumbs": [(_("Kursoppstarter"), reverse("courses:intake_list")), (intake.code, back), (_("Versjon"), "")],
    }
    return render(request, "courses/catalogue/intake_newest.html", context, status=page_status(form))


# --- shared -------------------------------------------------------------------------------------


def _concept_or_404(request: HttpRequest, public_id) -> Concept:
    concepts_found = Concept.objects.visible_to(request.membership).select_related("county", "sector")
    return get_object_or_404(concepts_found, public_id=public_id)


def _own_or_403(request: HttpRequest, public_id) -> Concept:
    concept = _concept_or_404(request, public_id)
    if concept.county_id != request.membership.county_id:
        raise PermissionDenied
    return concept


def _versions(concept: Concept):
    return concept.versions.select_related("saved_by__user").order_by("-number")


def _held(concept: Concept, found: list[ConceptVersion]) -> dict[int, int]:
    """{version: how many classes have it}; those without a pinned one have the newest."""
    counts: dict[int, int] = {}
    rows = Intake.objects.filter(contract__concept=concept).order_by().values_list("concept_version", flat=True)
    for version in rows:
        key = version or (found[0].pk if found else None)
        counts[key] = counts.get(key, 0) + 1
    return counts


def _intakes_of(version: ConceptVersion, membership) -> dict:
    intakes = Intake.objects.visible_to(membership).filter(concept_version=version).with_names()
    rows = list(intakes.order_by("-starts_on", "code"))
    return concept_page.intake_table(rows, membership)


def _decide(request, concept: Concept, *, work, title: str, text: str, done: str, url=None, danger=False):
    form = KursForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=concept.version,
        submit=title,
        cancel_url=concept.get_absolute_url(),
    )
    form.danger = danger
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data.get("version")
        target = perform(request, form, lambda: work(concept=concept, by=request.membership, version=version), url=url)
        if target:
            messages.success(request, done)
            return redirect(target)
    context = {"title": title, "text": text, "form": form, "crumbs": _crumbs(concept, title)}
    return render(request, "components/confirm_page.html", context, status=page_status(form))


def _crumbs(concept: Concept, here: str, *, versions: bool = False) -> list[tuple[str, str]]:
    crumbs = [(_("Kurs"), reverse("courses:concept_list")), (concept.title, concept.get_absolute_url())]
    if versions:
        crumbs.append((_("Versjoner"), reverse("courses:concept_versions", args=[concept.public_id])))
    return [*crumbs, (here, "")]
