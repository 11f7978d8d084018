"""Error pages in plain words. Outside one's scope and missing are the same 404 (06-access)."""

from django.shortcuts import render
from django.views.decorators.csrf import requires_csrf_token


def csrf_failure(request, reason=""):
    """The form was open too long, or cookies are off."""
    return render(request, "errors/csrf.html", status=403)


@requires_csrf_token
def bad_request(request, exception=None):
    """The request could not be read."""
    return render(request, "errors/400.html", status=400)


@requires_csrf_token
def forbidden(request, exception=None):
    """Inside the scope, but not allowed."""
    return render(request, "errors/403.html", status=403)


@requires_csrf_token
def not_found(request, exception=None):
    """Missing, or outside the scope: nobody can tell which."""
    return render(request, "errors/404.html", status=404)


@requires_csrf_token
def server_error(request):
    """Our fault. The page asks the database for nothing."""
    return render(None, "errors/500.html", status=500)
