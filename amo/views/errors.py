"""Error pages in plain words."""

from django.shortcuts import render


def csrf_failure(request, reason=""):
    """The form was open too long, or cookies are off."""
    return render(request, "errors/csrf.html", status=403)
