"""Certificates, Norwegian and prospects of a class (K4, K5, K6)."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock, pdf
from amo.forms import page_status, perform
from amo.models import Role
from amo.models.users import PROVIDER_ROLES
from amo.policy import LogRule, page
from courses import class_results
from courses.actions import certificates, prospects
from courses.forms.class_results import ClassProspectsForm, IssueForm, RevokeForm
from courses.models import CourseCertificate, Enrolment, Intake
from courses.views.classes import class_crumbs, class_or_404
from courses.views.enrolments import enrolment_crumbs, enrolment_or_404
from participants.views.lookups import log_details

COUNTY = frozenset({Role.COUNTY_STAFF})


def _class(request: HttpRequest, public_id) -> Intake:
    """The provider's own class, or one whose places the county allocates."""
    if request.membership.is_provider:
        return class_or_404(request, public_id)
    return get_object_or_404(Intake.objects.managed_by(request.membership).with_names(), public_id=public_id)


def _crumbs(request: HttpRequest, intake: Intake, here: str) -> list:
    if request.membership.is_provider:
        return class_crumbs(intake, here)
    return [
        (_("Kurs"), reverse("courses:intake_list")),
        (f"{intake.concept.title} {intake.code}", reverse("courses:intake_detail", args=[intake.public_id])),
        (here, ""),
    ]


def _page(
    request: HttpRequest, people: class_results.People, heading: str, here: str, table: dict, **more
) -> HttpResponse:
    intake = people.intake
    context = {
        "heading": heading,
        "intake": intake,
        "here": here,
        "table": table,
        "reduced_text": people.reduced_text,
        "tabs": request.membership.is_provider,
        "crumbs": _crumbs(request, intake, heading),
    } | more
    return render(request, "courses/results/class_page.html", context)


@page(roles=PROVIDER_ROLES | COUNTY, log=LogRule.LIST)
@require_safe
def certificate_register(request: HttpRequest, public_id) -> HttpResponse:
    """Who has got the certificate, and who lacks it and why."""
    intake = _class(request, public_id)
    people = class_results.People(request.membership, intake)
    writes = request.membership.is_provider
    buttons = []
    if writes and class_results.can_be_issued(people):
        url = reverse("courses:certificate_issue_many", args=[intake.public_id])
        buttons.append({"label": _("Utsted kursbevis"), "variant": "primary", "url": url, "icon": "Plus"})
    if CourseCertificate.objects.valid().filter(enrolment__in=people.full).exists():
        url = reverse("courses:certificate_class_pdf", args=[intake.public_id])
        buttons.append({"label": _("Alle i én PDF"), "variant": "secondary", "url": url, "icon": "Download"})
    table = class_results.register(people, writes=writes)
    return _page(request, people, _("Kursbevis"), "certificates", table, buttons=buttons)


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_http_methods(["GET", "HEAD", "POST"])
def certificate_issue_many(request: HttpRequest, public_id) -> HttpResponse:
    """Issue certificates to all who have completed, or to those ticked."""
    intake = class_or_404(request, public_id)
    people = class_results.People(request.membership, intake)
    ready = {one: people.names[one.pk] for one in class_results.can_be_issued(people)}
    back = reverse("courses:certificate_register", args=[intake.public_id])
    form = IssueForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        cancel_url=back,
        people=ready,
        initial={"people": [str(one.public_id) for one in ready]},
    )
    if request.method == "POST" and form.is_valid():
        work = lambda: certificates.issue_many(  # noqa: E731
            intake=intake, enrolments=form.chosen(), by=request.membership
        )
        if url := perform(request, form, work, url=lambda rows: back):
            n = len(form.chosen())
            said = ngettext("%(n)d kursbevis er utstedt.", "%(n)d kursbevis er utstedt.", n)
            messages.success(request, said % {"n": n})
            return redirect(url)
    title = _("Utsted kursbevis")
    lead = _("Alle som har fullført og mangler kursbevis, er krysset av.") if ready else _("Ingen mangler kursbevis.")
    context = {"title": title, "lead": lead, "form": form, "crumbs": class_crumbs(intake, title)}
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=PROVIDER_ROLES | COUNTY, log=LogRule.DETAILS)
@require_safe
def certificate_class_pdf(request: HttpRequest, public_id) -> HttpResponse:
    """Every valid certificate of the class in one file, a page each. Each person's is logged."""
    intake = _class(request, public_id)
    people = class_results.People(request.membership, intake)
    found = CourseCertificate.objects.valid().filter(enrolment__in=people.full)
    rows = list(found.select_related("enrolment__participant").order_by("number"))
    if not rows:
        raise Http404
    for row in rows:
        log_details(request, row.enrolment.participant, _("Kursbevis %(number)s") % {"number": row.number})
    title = _("Kursbevis %(code)s") % {"code": intake.code}
    data = {"title": title, "footer": intake.code, "certificates": [row.content for row in rows]}
    content = pdf.render("courses/class_certificates.typ", data, at=max(row.issued_at for row in rows))
    return pdf.pdf_response(content, f"kursbevis-{intake.code}.pdf")


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def certificate_revoke(request: HttpRequest, public_id) -> HttpResponse:
    """Take a certificate back, with the reason."""
    seen = CourseCertificate.objects.visible_to(request.membership).select_related("enrolment")
    row = get_object_or_404(seen, public_id=public_id)
    enrolment: Enrolment = enrolment_or_404(request, row.enrolment.public_id, write=True)
    back = reverse("courses:certificate_register", args=[enrolment.intake.public_id])
    form = RevokeForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=row.version,
        cancel_url=back,
    )
    if request.method == "POST" and form.is_valid():
        work = lambda: certificates.revoke(  # noqa: E731
            certificate=row,
            reason=form.cleaned_data["reason"],
            by=request.membership,
            expected_version=form.cleaned_data["version"],
        )
        if url := perform(request, form, work, url=lambda result: back):
            messages.success(request, _("Kursbeviset er trukket tilbake. Et nytt kan utstedes."))
            return redirect(url)
    title = _("Trekk tilbake kursbevis %(number)s") % {"number": row.number}
    context = {"title": title, "form": form, "crumbs": enrolment_crumbs(request, enrolment, title)}
    context["lead"] = _("Kursbeviset til %(name)s blir stående i registeret som trukket tilbake.") % {
        "name": enrolment.participant.name
    }
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_safe
def class_norwegian(request: HttpRequest, public_id) -> HttpResponse:
    """Level, goal, support and tests of everybody on the class."""
    intake = class_or_404(request, public_id)
    people = class_results.People(request.membership, intake)
    support = intake.concept.language_support
    return _page(
        request, people, _("Norsk på kurset"), "norwegian", class_results.norwegian(people),
        lead=support, lead_title=_("Norskstøtte i kurskonseptet"),
    )  # fmt: skip


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_safe
def class_prospects(request: HttpRequest, public_id) -> HttpResponse:
    """Who has been told what work the course leads to, by the provider and by NAV."""
    intake = class_or_404(request, public_id)
    people = class_results.People(request.membership, intake)
    url = reverse("courses:class_prospects_new", args=[intake.public_id])
    buttons = [{"label": _("Forklart for klassen"), "variant": "primary", "url": url, "icon": "Plus"}]
    return _page(
        request, people, _("Jobbutsikter"), "prospects",
        class_results.prospects(people, intake, request.membership),
        buttons=buttons if people.full else [],
        lead=intake.concept.outlook, lead_title=_("Dette skal forklares"),
    )  # fmt: skip


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_http_methods(["GET", "HEAD", "POST"])
def class_prospects_new(request: HttpRequest, public_id) -> HttpResponse:
    """Log for the class in one go what was said; those who have not been told are ticked."""
    intake = class_or_404(request, public_id)
    people = class_results.People(request.membership, intake)
    may = set(prospects.may_be_told(intake, request.membership).values_list("pk", flat=True))
    named = {one: people.names[one.pk] for one in people.full if one.pk in may}
    back = reverse("courses:class_prospects", args=[intake.public_id])
    form = ClassProspectsForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        cancel_url=back,
        people=named,
        initial={
            "on": clock.today(),
            "said": intake.concept.outlook[:300],
            "people": [str(one.public_id) for one in named if one.prospects_explained_on is None],
        },
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        work = lambda: prospects.explain_to_class(  # noqa: E731
            intake=intake, enrolments=form.chosen(), on=data["on"], said=data["said"], by=request.membership
        )
        if url := perform(request, form, work, url=lambda n: back):
            messages.success(request, _("Lagret at jobbutsiktene er forklart."))
            return redirect(url)
    title = _("Jobbutsikter forklart for klassen")
    context = {"title": title, "form": form, "crumbs": class_crumbs(intake, title)}
    return render(request, "components/form_page.html", context, status=page_status(form))
