"""The advice page of a person, and the answers to the judged items of a checklist (P6, P10)."""

import datetime as dt

from django.contrib import messages
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRefresh

from amo import clock
from amo.forms import KursForm, page_status, perform
from amo.models import County, Role
from amo.models.users import OFFICE_ROLES
from amo.policy import LogRule, page
from courses import advice_compare, advice_page, against, chain_panel, course_search, specification, words
from courses.actions.advice import store_shown
from courses.actions.checklist import answer_item
from courses.advice_data import advise
from courses.chosen import chosen_intakes
from courses.forms.advice import AdviceFilter
from courses.forms.applications import ChecklistAnswerForm
from courses.models import Application, ChecklistAnswer, ChecklistItem, Wish
from participants.actions.tasks import create_task
from participants.comparison import aim_occupations
from participants.models import Aim, Mapping
from participants.responsible import responsible_for
from participants.views.lookups import participant_or_404
from participants.views.person import page_context

WAY_DAYS = 14
"""A task made from another way than a course is due in so many days; the owner may change it."""


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_safe
def advice(request: HttpRequest, participant_id) -> HttpResponse:
    """Which courses fit a person and why, in bands, with what stops her and what would change it.

    What is shown is kept, so that a choice made from it can be explained a year later.
    """
    participant = participant_or_404(request, participant_id)
    membership, today = request.membership, clock.today()
    own = participant.office.county
    filter_form = AdviceFilter(request.GET, own=own, counties=County.objects.visible_to(membership))
    county = filter_form.county
    advised = advise(participant, by=membership, day=today, county_id=county and county.pk)
    mapped = Mapping.objects.current().filter(participant=participant).exists()
    aim = Aim.objects.current().filter(participant=participant).prefetch_related("occupations__occupation").first()
    context = page_context(request, participant, active="courses")
    context |= advice_page.context(advised, participant, membership, filter_form.choice, mapped=mapped)
    context["against_rule"] = against.rule_words(advised, participant)
    keep = context.pop("keep") | {"county": str(county or "")}
    store_shown(participant=participant, content=keep, on=today, everywhere=county is None, by=membership)
    applications = Application.objects.visible_to(membership).filter(participant=participant)
    context |= {
        "filter_form": filter_form,
        "asked": request.GET,
        "county": county,
        "mapped": mapped,
        "aim": aim,
        "aim_occupations": aim_occupations(aim),
        "search_url": f"{reverse('courses:intake_list')}?{course_search.for_person(advised.person)}",
        "applications": applications.select_related("window").prefetch_related(
            Prefetch("wishes", Wish.objects.select_related("intake__contract__concept"))
        ),
    }
    context |= chain_panel.of_person(participant, day=today)
    return render(request, "courses/advice.html", context)


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_safe
def compare(request: HttpRequest, participant_id) -> HttpResponse:
    """Two or three of the chosen courses (`?kurs=` classes) side by side; what is shown is kept, as the advice is."""
    participant = participant_or_404(request, participant_id)
    chosen, today = chosen_intakes(request), clock.today()
    context = page_context(request, participant, active="courses", here=_("Sammenlign kurs"))
    context |= advice_compare.context(participant, request.membership, chosen, today)
    if keep := context.pop("keep"):
        store_shown(participant=participant, content=keep, on=today, everywhere=True, by=request.membership)
    return render(request, "courses/advice_compare.html", context)


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def way_task(request: HttpRequest, participant_id, code: str) -> HttpResponse:
    """Make one of the other ways than a course a task, in one click (P10); again on the same day makes no second."""
    participant = participant_or_404(request, participant_id, write=True)
    membership, today = request.membership, clock.today()
    if code not in words.WAYS:
        raise Http404
    back = reverse("courses:advice", args=[participant.public_id])
    data = request.POST if request.method == "POST" else None
    form = KursForm(data, membership=membership, submit=_("Lag oppgave"), cancel_url=back)
    if request.method == "POST" and form.is_valid():
        owner = responsible_for(participant) or (membership if membership.role == Role.CASEWORKER else None)
        url = perform(
            request,
            form,
            lambda: create_task(
                kind="other_way",
                title=words.way(code),
                due_on=today + dt.timedelta(days=WAY_DAYS),
                participant=participant,
                owner=owner,
                office=None if owner else participant.office,
                dedupe_key=f"way-{code}-{participant.pk}-{today.isoformat()}",
                by=membership,
            ),
            url=lambda task: back,
        )
        if url:
            messages.success(request, _("Oppgaven er laget, med frist om to uker."))
            return redirect(url)
    context = {"title": words.way(code), "text": _("Oppgaven får frist om to uker."), "form": form}
    return render(request, "components/confirm_page.html", context, status=page_status(form))


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def checklist_answer(request: HttpRequest, participant_id, item_id: int) -> HttpResponse:
    """Answer one judged item; as a part inside the card, or as a page that leads back to it."""
    participant = participant_or_404(request, participant_id, write=True)
    items = ChecklistItem.objects.visible_to(request.membership).filter(kind=ChecklistItem.Kind.JUDGED)
    items = items.filter(specification.still_asked(item_id))
    item = get_object_or_404(items.select_related("concept"), pk=item_id)
    back = f"{reverse('courses:advice', args=[participant.public_id])}#kurs-{item.concept.public_id}"
    given = ChecklistAnswer.objects.visible_to(request.membership).filter(participant=participant, item=item).first()
    form = ChecklistAnswerForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        initial={"answer": given.answer, "sentence": given.sentence} if given else None,
        cancel_url=back,
        prefix=f"item-{item.pk}",
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: answer_item(
                participant=participant, item=item, by=request.membership, **form.cleaned_data_for_action()
            ),
            url=lambda result: back,
        )
        if url:
            messages.success(request, _("Svaret er lagret."))
            # The whole page: points and bands follow the answer.
            return HttpResponseClientRefresh() if request.htmx else redirect(url)
    if request.htmx:
        form.helper.form_action = request.path
        form.helper.attrs |= {"hx-post": request.path, "hx-target": f"#answer-{item.pk}"}
        return render(request, "courses/_checklist_answer.html", {"form": form}, status=page_status(form))
    context = page_context(request, participant, active="courses", here=_("Svar på sjekkliste"))
    context |= {"form": form, "title": item.label, "lead": _("Gjelder %(course)s.") % {"course": item.concept.title}}
    return render(request, "participants/form.html", context, status=page_status(form))
