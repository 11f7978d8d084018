"""Who works here: a lead's own office or provider, and its people's coming and going (06-access)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amo import clock, stored_search
from amo.actions import users
from amo.forms import page_status, perform
from amo.lists import Column, Empty, ListPage, QuickFilter
from amo.models import Membership, Role
from amo.policy import LogRule, page
from courses.actions import people as actions
from courses.concept_page import short
from courses.forms.people import ColleagueForm, RoleForm, TakeOverForm

METHODS = ["GET", "HEAD", "POST"]
LEADS = {Role.OFFICE_LEAD, Role.PROVIDER_LEAD}
GIVEN = {
    Role.OFFICE_LEAD: [Role.CASEWORKER, Role.OFFICE_LEAD],
    Role.PROVIDER_LEAD: [Role.PROVIDER_INSTRUCTOR, Role.PROVIDER_LEAD],
}


def in_force(page_: ListPage | None = None) -> Q:
    """Memberships that open something today, or will."""
    return (Q(ends_on=None) | Q(ends_on__gte=clock.today())) & Q(user__is_active=True)


class PeopleList(ListPage):
    """Everybody who works, or has worked, in the own house."""

    key = "people"
    title = gettext_lazy("Ansatte hos oss")
    noun = (gettext_lazy("tilknytning"), gettext_lazy("tilknytninger"))
    template = "courses/people/list.html"
    default_sort = "name"
    logs_people = False
    search_url_name = "courses:people_search"
    search_label = gettext_lazy("Søk etter navn")
    nothing_there = Empty(gettext_lazy("Ingen ansatte å vise"), gettext_lazy("Legg til en ansatt, eller søk på nytt."))
    column_list = [
        Column("name", gettext_lazy("Navn"), "user", sort=("user__last_name", "user__first_name")),
        Column("role", gettext_lazy("Rolle"), "get_role_display", sort="role"),
        Column("username", gettext_lazy("Brukernavn"), "user.username", sort="user__username"),
        Column("from", gettext_lazy("Fra"), "starts_on", sort="starts_on"),
        Column("to", gettext_lazy("Til og med"), "ends_on", sort="ends_on"),
    ]
    quick_list = [
        QuickFilter("now", gettext_lazy("Arbeider her"), in_force),
        QuickFilter("ended", gettext_lazy("Har sluttet"), lambda page_: ~in_force()),
    ]

    def row_url(self, obj):
        return reverse("courses:people_detail", args=[obj.public_id])

    def search(self, queryset, term):
        for word in term.replace(",", " ").split():
            queryset = queryset.filter(Q(user__first_name__icontains=word) | Q(user__last_name__icontains=word))
        return queryset


def own_house(membership: Membership):
    """The memberships that this lead keeps."""
    found = Membership.objects.visible_to(membership).select_related("user", "office", "provider", "county")
    return found if membership.role in LEADS else found.none()


def member_or_404(request: HttpRequest, public_id) -> Membership:
    """A membership in the own house."""
    return get_object_or_404(own_house(request.membership), public_id=public_id)


def crumbs(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [(str(PeopleList.title), reverse("courses:people_list") if more else ""), *more]


@page(roles=LEADS, log=LogRule.NONE)
@require_safe
def people_list(request: HttpRequest) -> HttpResponse:
    """All of them, those who work here now by one quick filter."""
    return PeopleList(request, own_house(request.membership)).response({"crumbs": crumbs()})


@page(roles=LEADS, log=LogRule.NONE)
@require_POST
def people_search(request: HttpRequest) -> HttpResponse:
    """Keep the search and show the list."""
    return stored_search.redirect_to(request, reverse("courses:people_list"))


@page(roles=LEADS, log=LogRule.NONE)
@require_http_methods(METHODS)
def people_new(request: HttpRequest) -> HttpResponse:
    """Somebody who begins here; `?igjen=` fills in one who has worked here before."""
    membership = request.membership
    form = ColleagueForm(
        request.POST if request.method == "POST" else None,
        membership=membership,
        roles=GIVEN[membership.role],
        initial=_again(request),
        cancel_url=reverse("courses:people_list"),
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data_for_action()
        work = lambda: users.add_colleague(  # noqa: E731
            by=membership, office=membership.office, provider=membership.provider, **data
        )
        url = perform(request, form, work, url=lambda made: reverse("courses:people_detail", args=[made.public_id]))
        if url:
            messages.success(request, _("Den ansatte har fått tilgang."))
            return redirect(url)
    title = _("Legg til ansatt")
    context = {
        "form": form,
        "title": title,
        "lead": _("Den ansatte logger inn med sitt eget brukernavn. Tilgangen gjelder %(where)s.")
        % {"where": membership.organisation_name},
        "crumbs": crumbs((title, "")),
    }
    return render(request, "components/form_page.html", context, status=page_status(form))


def _again(request: HttpRequest) -> dict:
    """One's own former colleague, to be let in again."""
    code = request.GET.get("igjen", "")
    found = next((one for one in own_house(request.membership) if str(one.public_id) == code), None) if code else None
    if found is None:
        return {}
    user = found.user
    names = ("username", "first_name", "last_name", "email")
    return {name: getattr(user, name) for name in names} | {"role": found.role}


@page(roles=LEADS, log=LogRule.NONE)
@require_safe
def people_detail(request: HttpRequest, public_id) -> HttpResponse:
    """One membership: how much she has, and what may be done about it."""
    member, today = member_or_404(request, public_id), clock.today()
    left = actions.left_by(member, request.membership)
    facts = [
        (_("Rolle"), member.get_role_display()),
        (_("Brukernavn"), member.user.username),
        (_("E-post"), member.user.email or "–"),
        (_("Fra"), short(member.starts_on)),
        (_("Til og med"), short(member.ends_on) if member.ends_on else "–"),
    ]
    if member.is_office:
        facts.append((_("Brukere som følges opp"), left.people))
    else:
        facts.append((_("Kurs som pågår eller kommer"), left.classes))
    facts.append((_("Åpne oppgaver"), left.tasks))
    now = member.user.is_active and (member.ends_on is None or member.ends_on >= today)
    own = member.pk == request.membership.pk
    context = {
        "member": member,
        "title": str(member.user),
        "facts": facts,
        "left": left,
        "works_here": now,
        "own": own,
        "may_end": now and not own,
        "may_change_role": now and not own and member.is_office,
        "may_hand_over": member.is_office and (left.people or left.tasks),
        "crumbs": crumbs((str(member.user), "")),
    }
    return render(request, "courses/people/detail.html", context)


@page(roles=LEADS, log=LogRule.NONE)
@require_http_methods(METHODS)
def people_end(request: HttpRequest, public_id) -> HttpResponse:
    """Confirm, say how much she has and to whom it goes, and end."""
    member = member_or_404(request, public_id)
    form, left = _take_over_form(request, member, _("Avslutt tilknytningen"))
    form.danger = True
    if request.method == "POST" and form.is_valid():
        work = lambda: actions.end_member(  # noqa: E731
            membership=member, by=request.membership, to=form.cleaned_data.get("to")
        )
        url = perform(request, form, work, url=lambda _ended: reverse("courses:people_list"))
        if url:
            messages.success(request, _("Tilknytningen er avsluttet."))
            return redirect(url)
    context = {
        "form": form,
        "title": _("Avslutte tilknytningen til %(who)s?") % {"who": member.user},
        "text": _has_words(member, left)
        + " "
        + _("Den ansatte ser ingenting herfra etterpå, også om vedkommende er logget inn nå."),
        "crumbs": crumbs((str(member.user), _detail_url(member)), (_("Avslutt"), "")),
    }
    return render(request, "components/confirm_page.html", context, status=page_status(form))


@page(roles=[Role.OFFICE_LEAD], log=LogRule.NONE)
@require_http_methods(METHODS)
def people_hand_over(request: HttpRequest, public_id) -> HttpResponse:
    """Let a colleague take over all she has, when she is away or has left."""
    member = member_or_404(request, public_id)
    form, left = _take_over_form(request, member, _("Gi over"))
    if request.method == "POST" and form.is_valid():
        work = lambda: actions.hand_over(  # noqa: E731
            membership=member, by=request.membership, to=form.cleaned_data.get("to")
        )
        url = perform(request, form, work, url=lambda _had: _detail_url(member))
        if url:
            messages.success(request, _("Brukerne og oppgavene er gitt over."))
            return redirect(url)
    context = {
        "form": form,
        "title": _("Gi over det %(who)s har") % {"who": member.user},
        "text": _has_words(member, left),
        "crumbs": crumbs((str(member.user), _detail_url(member)), (_("Gi over"), "")),
    }
    return render(request, "components/confirm_page.html", context, status=page_status(form))


def _take_over_form(request: HttpRequest, member: Membership, submit: str) -> tuple[TakeOverForm, actions.Left]:
    left = actions.left_by(member, request.membership)
    colleagues = own_house(request.membership).filter(in_force(), starts_on__lte=clock.today()).exclude(pk=member.pk)
    form = TakeOverForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        colleagues=colleagues,
        needs=member.is_office and bool(left.people or left.tasks),
        submit=submit,
        cancel_url=_detail_url(member),
    )
    return form, left


def _has_words(member: Membership, left: actions.Left) -> str:
    words = {
        "who": member.user,
        "people": ngettext("%(n)d bruker", "%(n)d brukere", left.people) % {"n": left.people},
        "tasks": ngettext("%(n)d åpen oppgave", "%(n)d åpne oppgaver", left.tasks) % {"n": left.tasks},
        "classes": left.classes,
    }
    if member.is_office:
        return _("%(who)s følger opp %(people)s og har %(tasks)s.") % words
    text = _("%(who)s er satt opp på %(classes)d kurs og har %(tasks)s. Oppgaver legges til kursleverandøren.")
    return text % words


@page(roles=[Role.OFFICE_LEAD], log=LogRule.NONE)
@require_http_methods(METHODS)
def people_role(request: HttpRequest, public_id) -> HttpResponse:
    """Caseworker or lead; people and tasks stay with her."""
    member = member_or_404(request, public_id)
    if not member.is_office:
        raise PermissionDenied
    form = RoleForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        initial={"role": member.role},
        cancel_url=_detail_url(member),
    )
    if request.method == "POST" and form.is_valid():
        work = lambda: users.change_role(  # noqa: E731
            by=request.membership, membership=member, role=form.cleaned_data["role"]
        )
        url = perform(request, form, work, url=_detail_url)
        if url:
            messages.success(request, _("Rollen er endret."))
            return redirect(url)
    title = _("Endre rollen til %(who)s") % {"who": member.user}
    context = {
        "form": form,
        "title": title,
        "crumbs": crumbs((str(member.user), _detail_url(member)), (_("Rolle"), "")),
    }
    return render(request, "components/form_page.html", context, status=page_status(form))


def _detail_url(member: Membership) -> str:
    return reverse("courses:people_detail", args=[member.public_id])
