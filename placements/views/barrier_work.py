"""What the owner of a barrier does with it, and the county: taken on, answered, handed over, opened, merged (L9)."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from amo.forms import KursForm, page_status, perform
from amo.models import Role
from amo.models.users import CASE_ROLES
from amo.policy import LogRule, page
from placements.actions import barriers as actions
from placements.barriers import may_answer
from placements.forms.barriers import AnswerForm, HandOverForm, MergeForm, ReopenForm
from placements.models import Barrier
from placements.views.barriers import METHODS, answerable_or_403, barrier_or_404


def _url(barrier: Barrier) -> str:
    return reverse("placements:barrier_detail", args=[barrier.public_id])


def _answer(
    request: HttpRequest, barrier: Barrier, form: KursForm, action: Callable[..., Barrier], title: str, done: str
) -> HttpResponse:
    """One form, one action on the barrier, then back to its page."""
    form.employer = barrier.employer
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data_for_action()
        url = perform(request, form, lambda: action(barrier=barrier, by=request.membership, **data), url=_url)
        if url:
            messages.success(request, done)
            return redirect(url)
    context = {
        "title": title,
        "lead": barrier.what,
        "form": form,
        "back_url": _url(barrier),
        "back_label": _("Barrieren"),
    }
    return render(request, "components/form_page.html", context, status=page_status(form))


def _bound(request: HttpRequest, barrier: Barrier) -> dict:
    return {
        "data": request.POST if request.method == "POST" else None,
        "membership": request.membership,
        "version": barrier.version,
        "cancel_url": _url(barrier),
    }


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_http_methods(METHODS)
def barrier_take_on(request: HttpRequest, public_id) -> HttpResponse:
    """Take it on: those who reported it are told."""
    barrier = answerable_or_403(request, public_id)
    form = KursForm(submit=_("Ta tak i den"), **_bound(request, barrier))
    done = _("Dere har tatt tak i barrieren. De som meldte den, får vite det.")
    return _answer(request, barrier, form, actions.take_on, _("Ta tak i barrieren"), done)


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_http_methods(METHODS)
def barrier_close(request: HttpRequest, public_id) -> HttpResponse:
    """Answer those who reported it, and close it."""
    barrier = answerable_or_403(request, public_id)
    form = AnswerForm(**_bound(request, barrier))
    done = _("Barrieren er lukket. De som meldte den, har fått svaret.")
    return _answer(request, barrier, form, actions.close, _("Svar på barrieren"), done)


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_http_methods(METHODS)
def barrier_hand_over(request: HttpRequest, public_id) -> HttpResponse:
    """Give it to another owner, with a reason."""
    barrier = answerable_or_403(request, public_id)
    form = HandOverForm(barrier=barrier, **_bound(request, barrier))
    return _answer(request, barrier, form, actions.hand_over, _("Gi barrieren videre"), _("Barrieren er gitt videre."))


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_http_methods(METHODS)
def barrier_reopen(request: HttpRequest, public_id) -> HttpResponse:
    """Open a closed one again: its owner, the county, or who reported it."""
    barrier = barrier_or_404(request, public_id)
    if not (may_answer(request.membership, barrier) or barrier.reports.filter(reported_by=request.membership).exists()):
        raise PermissionDenied
    form = ReopenForm(**_bound(request, barrier))
    return _answer(request, barrier, form, actions.reopen, _("Åpne barrieren igjen"), _("Barrieren er åpnet igjen."))


@page(roles={Role.COUNTY_STAFF}, log=LogRule.NONE)
@require_http_methods(METHODS)
def barrier_merge(request: HttpRequest, public_id) -> HttpResponse:
    """Two that turned out to be one become one."""
    barrier = answerable_or_403(request, public_id)
    form = MergeForm(barrier=barrier, **_bound(request, barrier))
    done = _("Barrierene er slått sammen. Meldingene telles her.")
    return _answer(request, barrier, form, actions.merge, _("Slå sammen med en annen"), done)
