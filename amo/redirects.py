"""Where to go after a form: only inside this site."""

from django.shortcuts import redirect, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

# What browsers and proxies carry; Django refuses to redirect to more.
MAX_LENGTH = 2000


def safe_next(request, default: str = "amo:start") -> str:
    """The `next` of the request when it is a path of this site of usable length, else `default` (a route name or URL).

    Anything but a path would be taken for the name of a route by `redirect`.
    """
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    inside = wanted.startswith("/") and len(wanted) <= MAX_LENGTH and wanted.isprintable()
    if inside and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        return wanted
    return resolve_url(default)


def redirect_next(request, default: str = "amo:start"):
    """A redirect to `safe_next`."""
    return redirect(safe_next(request, default))
