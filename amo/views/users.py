"""The administrator's pages: who is in the system, and as what. No case is seen from here."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from amo import clock, directory
from amo.actions import users as actions
from amo.admin_forms import MembershipForm, OwnNumberForm, UserForm
from amo.forms import KursForm, page_status, perform
from amo.list_parts import Column, QuickFilter
from amo.lists import ListPage
from amo.models import Membership, Role
from amo.policy import LogRule, page

ADMINISTRATOR = [Role.ADMINISTRATOR]


def memberships_text(user) -> str:
    """ "Veileder, Nav Midtbyen; Nav tiltak, Midtfylket" for those in force."""
    today = clock.today()
    return "; ".join(
        f"{one.get_role_display()}, {one.organisation_name}" for one in user.memberships.all() if one.is_in_force(today)
    )


class UserList(ListPage):
    """Everybody who may sign in."""

    key = "users"
    title = _("Ansatte og tilganger")
    noun = (_("ansatt"), _("ansatte"))
    default_sort = "name"
    logs_people = False
    template = "amo/user_list.html"
    column_list = [
        Column("name", _("Navn"), value=str, sort=("last_name", "first_name")),
        Column("username", _("Brukernavn"), sort="username"),
        Column("memberships", _("Arbeider som"), value=memberships_text),
        Column(
            "active", _("Kan logge inn"), value=lambda user: _("Ja") if user.is_active else _("Nei"), sort="is_active"
        ),
    ]
    quick_list = [
        QuickFilter("active", _("Kan logge inn"), Q(is_active=True)),
        QuickFilter("locked", _("Sperret"), Q(is_active=False)),
    ]

    def row_url(self, obj):
        return reverse("amo:user_detail", args=[obj.public_id])


@page(roles=ADMINISTRATOR, log=LogRule.NONE)
@require_http_methods(["GET"])
def user_list(request):
    """All users."""
    return UserList(request, directory.users(request.membership)).response()


def _user(request, public_id):
    return get_object_or_404(directory.users(request.membership), public_id=public_id)


def _form_page(request, form, title, user=None):
    back = reverse("amo:user_detail", args=[user.public_id]) if user else reverse("amo:user_list")
    context = {"form": form, "title": title, "back_url": back, "back_label": str(user) if user else UserList.title}
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=ADMINISTRATOR, log=LogRule.NONE)
@require_http_methods(["GET", "POST"])
def user_new(request):
    """Add a user, then give her a membership."""
    form = UserForm(request.POST if request.method == "POST" else None, membership=request.membership)
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.add_user(by=request.membership, **form.cleaned_data_for_action()),
            url=lambda user: reverse("amo:membership_new", args=[user.public_id]),
        )
        if url:
            messages.success(request, _("Den ansatte er lagt til. Gi den ansatte en tilknytning."))
            return redirect(url)
    return _form_page(request, form, _("Ny ansatt"))


@page(roles=ADMINISTRATOR, log=LogRule.NONE)
@require_http_methods(["GET"])
def user_detail(request, public_id):
    """One user: what she works as, and whether she may sign in."""
    user = _user(request, public_id)
    today = clock.today()
    rows = [{"membership": one, "in_force": one.is_in_force(today)} for one in user.memberships.all()]
    return render(request, "amo/user_detail.html", {"subject": user, "rows": rows, "title": str(user)})


@page(roles=ADMINISTRATOR, log=LogRule.NONE)
@require_http_methods(["GET", "POST"])
def membership_new(request, public_id):
    """Give a user a role somewhere."""
    user = _user(request, public_id)
    form = MembershipForm(request.POST if request.method == "POST" else None, membership=request.membership)
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.add_membership(by=request.membership, user=user, **form.cleaned_data_for_action()),
            url=lambda _made: reverse("amo:user_detail", args=[user.public_id]),
        )
        if url:
            messages.success(request, _("Tilknytningen er lagret."))
            return redirect(url)
    return _form_page(request, form, _("Ny tilknytning"), user)


@page(roles=ADMINISTRATOR, log=LogRule.NONE)
@require_http_methods(["GET", "POST"])
def membership_end(request, public_id):
    """Confirm and end a membership."""
    found = Membership.objects.visible_to(request.membership).select_related("user", "office", "county", "provider")
    membership = get_object_or_404(found, public_id=public_id)
    detail = reverse("amo:user_detail", args=[membership.user.public_id])
    data = request.POST if request.method == "POST" else None
    form = KursForm(data, membership=request.membership, submit=_("Avslutt tilknytningen"), cancel_url=detail)
    form.danger = True
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.end_membership(by=request.membership, membership=membership),
            url=lambda _ended: detail,
        )
        if url:
            messages.success(request, _("Tilknytningen er avsluttet."))
            return redirect(url)
    context = {
        "form": form,
        "title": _("Avslutte tilknytningen?"),
        "text": _("%(who)s ser ikke lenger det som hører til tilknytningen.") % {"who": membership},
    }
    return render(request, "components/confirm_page.html", context, status=page_status(form))


@page(roles=ADMINISTRATOR, log=LogRule.NONE)
@require_POST
def user_active(request, public_id):
    """Lock a user out ("active=0"), or let her in again ("active=1")."""
    user = _user(request, public_id)
    wanted = request.POST.get("active") == "1"
    try:
        actions.set_active(by=request.membership, user=user, is_active=wanted)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.success(request, _("Den ansatte kan logge inn.") if wanted else _("Den ansatte er sperret."))
    return redirect("amo:user_detail", public_id=user.public_id)


@page(roles=ADMINISTRATOR, log=LogRule.NONE)
@require_http_methods(["GET", "POST"])
def user_number(request, public_id):
    """Make the own-file rule checkable for this user."""
    user = _user(request, public_id)
    form = OwnNumberForm(request.POST if request.method == "POST" else None, membership=request.membership)
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.set_own_number(by=request.membership, user=user, **form.cleaned_data_for_action()),
            url=lambda _user: reverse("amo:user_detail", args=[user.public_id]),
        )
        if url:
            messages.success(request, _("Den ansatte kan ikke åpne sin egen sak."))
            return redirect(url)
    return _form_page(request, form, _("Egen sak"), user)
