"""A page that asks before something is done."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from amo.forms import KursForm, page_status, perform


def ask_first(
    request: HttpRequest,
    work: Callable[[KursForm], Any],
    *,
    back: tuple[str, str],
    title: str,
    lead: str,
    done: Callable[[Any], str],
    submit: str = "",
    version: int | None = None,
) -> HttpResponse:
    """Ask, do it, and go back to `back` (address, label). done: what is said afterwards, from what `work` returned."""
    url, label = back
    form = KursForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=version,
        submit=submit or title,
        cancel_url=url,
    )
    if request.method == "POST" and form.is_valid():
        results: list = []
        if perform(request, form, lambda: results.append(work(form)), url=lambda _none: url):
            # Sent twice it is done once: then there is nothing new to tell.
            if results:
                messages.success(request, done(results[0]))
            return redirect(url)
    context = {"title": title, "lead": lead, "form": form, "back_url": url, "back_label": label}
    return render(request, "components/form_page.html", context, status=page_status(form))
