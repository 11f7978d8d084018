"""The kernel's middleware, in the order the settings name it."""

import re
import time
import uuid
from urllib.parse import urlencode

import pghistory
import structlog
from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from amo import clock
from amo.models import Membership

REQUEST_ID = re.compile(r"^[A-Za-z0-9_-]{8,64}$")
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
MEMBERSHIP_KEY = "membership"
STARTED_KEY = "signed_in_at"
SEEN_KEY = "seen_at"
SIGNED_OUT_KEY = "signed_out"
SEEN_GRAIN_SECONDS = 60


class RequestIdMiddleware:
    """`request.request_id`: the caller's X-Request-ID when it looks like one, else a new one; in every log line.

    The outermost of ours, so it also bounds how long the clock's offset is remembered.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        given = request.headers.get("X-Request-ID", "")
        request.request_id = given if REQUEST_ID.match(given) else uuid.uuid4().hex
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request.request_id)
        with clock.read_once():
            response = self.get_response(request)
        response["X-Request-ID"] = request.request_id
        return response


class SessionLifetimeMiddleware:
    """Ends a session after 30 idle minutes, after 8 hours, and when the user is deactivated (06-access).

    Measured on the machine's own clock: moving the demo's clock a week ahead must sign nobody out.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if SESSION_KEY in request.session:
            reason = self.reason_to_end(request)
            if reason:
                logout(request)
                request.session[SIGNED_OUT_KEY] = reason
        return self.get_response(request)

    def reason_to_end(self, request) -> str:
        """ "deactivated", "absolute", "idle", or "" when the session goes on (and is marked as seen)."""
        if not request.user.is_authenticated:
            return "deactivated"
        now = int(time.time())
        started = request.session.setdefault(STARTED_KEY, now)
        seen = request.session.get(SEEN_KEY, now)
        if now - started > settings.SESSION_ABSOLUTE_SECONDS:
            return "absolute"
        if now - seen > settings.SESSION_IDLE_SECONDS:
            return "idle"
        # Not at every request: a page with parts would write the session row for each of them.
        if SEEN_KEY not in request.session or now - seen > SEEN_GRAIN_SECONDS:
            request.session[SEEN_KEY] = now
        return ""


class ChosenLanguageMiddleware:
    """The user's own choice of bokmål or nynorsk, before what the browser asks for."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated and request.user.language:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = request.user.language
        return self.get_response(request)


class ActiveMembershipMiddleware:
    """`request.membership`: the one chosen after sign-in, or the only one. `request.memberships`: all in force."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.memberships, request.membership = [], None
        if request.user.is_authenticated:
            found = Membership.objects.active_on(clock.today()).filter(user=request.user)
            request.memberships = list(found.select_related("user", "office__county", "county", "provider"))
            request.membership = self.chosen(request)
        return self.get_response(request)

    def chosen(self, request):
        """The session's choice while it is in force; without one, the only membership there is."""
        wanted = request.session.get(MEMBERSHIP_KEY)
        by_id = {membership.pk: membership for membership in request.memberships}
        if wanted in by_id:
            return by_id[wanted]
        return request.memberships[0] if len(request.memberships) == 1 else None


class HistoryContextMiddleware:
    """Who and why, on every event of the change history: user, membership, route, request. Actions may add `reason`."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in SAFE_METHODS:
            return self.get_response(request)
        membership = request.membership
        with pghistory.context(
            user=request.user.pk,
            membership=membership.pk if membership else None,
            role=membership.role if membership else "",
            request=request.request_id,
        ):
            return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """The route is known only now; outside a context this adds nothing."""
        pghistory.context(route=request.resolver_match.view_name)


class CaseHeadersMiddleware:
    """Nothing about a case stays in a cache; a session that ended behind htmx leads to the sign-in page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        patch_vary_headers(response, ("HX-Request",))
        if request.user.is_authenticated:
            response["Cache-Control"] = "no-store, private"
        if request.htmx and self.leads_to_sign_in(response):
            # A followed redirect would put the sign-in page into a corner of this one.
            back = urlencode({"next": request.htmx.current_url_abs_path or reverse("amo:start")})
            response["HX-Redirect"] = response["Location"].split("?")[0] + "?" + back
            del response["Location"]
            response.status_code = 204
        return response

    @staticmethod
    def leads_to_sign_in(response) -> bool:
        target = response.get("Location", "").split("?")[0]
        return response.status_code == 302 and target in {resolve_url(settings.LOGIN_URL), reverse("amo:memberships")}
