"""Sign-in, one click in demo mode, choice of membership, sign-out."""

from itertools import groupby

from django.conf import settings
from django.contrib.auth import login as start_session
from django.contrib.auth import logout as end_session
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from amo import clock
from amo.middleware import MEMBERSHIP_KEY, SIGNED_OUT_KEY
from amo.models import Membership, Role
from amo.policy import public_page, signed_in_page
from amo.redirects import redirect_next, safe_next
from amo.sign_in import SignInForm

DEMO_PREFIX = "demo."
ROLE_ORDER = list(Role)
WHAT_THEY_DO = {
    Role.CASEWORKER: _("Kartlegger brukere, søker dem inn på kurs og følger dem videre."),
    Role.OFFICE_LEAD: _("Ser hele kontoret, fordeler brukere og oppgaver."),
    Role.COUNTY_STAFF: _("Kjøper kurs, tildeler plasser og ser hva kursene fører til."),
    Role.PROVIDER_LEAD: _("Har kursene, deltakerne og praksisplassene hos kursleverandøren."),
    Role.PROVIDER_INSTRUCTOR: _("Fører fravær og besøker deltakere i praksis."),
    Role.ADMINISTRATOR: _("Holder orden på brukere og tilganger, og flytter demoklokken."),
}
SIGNED_OUT = {
    "idle": _("Du ble logget ut fordi du ikke hadde gjort noe på 30 minutter. Kladder er lagret."),
    "absolute": _("Du ble logget ut fordi du hadde vært logget inn i åtte timer. Kladder er lagret."),
    "deactivated": _("Du er logget ut fordi brukeren din er sperret. Snakk med administratoren."),
}


def demo_memberships():
    """Those one may sign in as with one click: users named "demo.…", in demo mode only."""
    if not settings.DEMO or settings.PRODUCTION:
        return Membership.objects.none()
    found = Membership.objects.active_on(clock.today()).filter(user__username__startswith=DEMO_PREFIX)
    return found.select_related("user", "office", "county", "provider")


def demo_groups() -> list[dict]:
    """[{role, text, memberships}] in the order of the roles."""
    found = sorted(demo_memberships(), key=lambda m: (ROLE_ORDER.index(m.role), m.pk))
    return [
        {"label": Role(role).label, "text": WHAT_THEY_DO[Role(role)], "memberships": list(members)}
        for role, members in groupby(found, key=lambda m: m.role)
    ]


@public_page
@never_cache
@require_http_methods(["GET", "POST"])
def login(request):
    """Sign in with OIDC in production, with a local account elsewhere, with one click in demo mode."""
    if request.user.is_authenticated:
        return redirect_next(request)
    local = not settings.PRODUCTION
    form = SignInForm(request, request.POST if request.method == "POST" else None) if local else None
    if form and request.method == "POST" and form.is_valid():
        # No signed-out notice belongs to the new session.
        request.session.pop(SIGNED_OUT_KEY, None)
        start_session(request, form.get_user())
        return redirect_next(request)
    context = {
        "form": form,
        "groups": demo_groups(),
        "oidc": settings.OIDC_ENABLED,
        "next": safe_next(request),
        "signed_out": SIGNED_OUT.get(request.session.pop(SIGNED_OUT_KEY, ""), ""),
    }
    return render(request, "amo/login.html", context, status=422 if form and form.errors else 200)


@public_page
@require_POST
def demo_login(request):
    """One click: sign in as a demo user in one of her memberships. 404 outside demo mode."""
    if not settings.DEMO or settings.PRODUCTION:
        raise Http404
    try:
        membership = demo_memberships().filter(public_id=request.POST.get("membership", "")).get()
    except (Membership.DoesNotExist, ValidationError):
        raise Http404 from None
    if request.user.is_authenticated:
        end_session(request)
    start_session(request, membership.user, backend="django.contrib.auth.backends.ModelBackend")
    request.session[MEMBERSHIP_KEY] = membership.pk
    return redirect_next(request)


@signed_in_page
@require_POST
def logout(request):
    """Sign out. Drafts stay on the server; the page's script clears what lies on the device."""
    end_session(request)
    return redirect("amo:login")


@signed_in_page
@require_http_methods(["GET"])
def memberships(request):
    """Choose what to work as. Nobody is ever several roles at once."""
    return render(request, "amo/memberships.html", {"next": safe_next(request)})


@signed_in_page
@require_POST
def switch(request):
    """Make one of one's own memberships the active one. A foreign or ended one is 404."""
    own = Membership.objects.active_on(clock.today()).filter(user=request.user)
    chosen = request.POST.get("membership", "")
    membership = get_object_or_404(own, pk=int(chosen) if chosen.isdecimal() and len(chosen) < 18 else 0)
    request.session[MEMBERSHIP_KEY] = membership.pk
    return redirect_next(request)
