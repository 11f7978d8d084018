"""Where to go after a form: only inside this site."""

from django.shortcuts import redirect, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme


def safe_next(request, default: str = "amo:start") -> str:
    """The `next` of the request when it points into this site, else `default` (a route name or URL)."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    secure = request.is_secure()
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=secure):
        return wanted
    return resolve_url(default)


def redirect_next(request, default: str = "amo:start"):
    """A redirect to `safe_next`."""
    return redirect(safe_next(request, default))
