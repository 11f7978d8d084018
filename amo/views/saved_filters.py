"""Saved filters and chosen columns of a list."""

from django import forms
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from amo import saved_filters
from amo.forms import KursForm, page_status, perform
from amo.models import SavedFilter
from amo.models.users import ALL_ROLES
from amo.policy import LogRule, page
from amo.redirects import redirect_next, safe_next


class SavedFilterForm(KursForm):
    """Name of a filter; the filter itself is hidden in it."""

    submit_label = gettext_lazy("Lagre filteret")
    name = forms.CharField(
        label=gettext_lazy("Navn på filteret"),
        max_length=60,
        error_messages={"required": gettext_lazy("Skriv et navn på filteret.")},
    )
    query = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)
    next = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)


@page(roles=ALL_ROLES, log=LogRule.NONE)
@require_http_methods(["GET", "POST"])
def saved_filter_save(request, list_key):
    """Posted from the dialog on a list; shown as a page when the name is refused."""
    back = safe_next(request)
    initial = {"query": back.partition("?")[2], "next": back}
    data = request.POST if request.method == "POST" else None
    form = SavedFilterForm(data, membership=request.membership, cancel_url=back, initial=initial)
    if request.method == "POST" and form.is_valid():

        def work():
            name, query = form.cleaned_data["name"], form.cleaned_data["query"]
            return saved_filters.save(by=request.membership, list_key=list_key[:60], name=name, query=query)

        url = perform(request, form, work, url=lambda saved: f"{back.partition('?')[0]}?{saved.query}")
        if url:
            messages.success(request, _("Filteret er lagret."))
            return redirect(url)
    context = {"form": form, "title": _("Lagre filter"), "back_url": back, "back_label": _("Tilbake til listen")}
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=ALL_ROLES, log=LogRule.NONE)
@require_POST
def saved_filter_favourite(request, public_id):
    """Open this one first, or no more: `favourite` says which, so that pressing twice is as pressing once."""
    saved = get_object_or_404(SavedFilter.objects.visible_to(request.membership), public_id=public_id)
    wished = request.POST.get("favourite", "1") == "1"
    saved = saved_filters.set_favourite(saved, wished, by=request.membership)
    text = _("Filteret åpnes først fra nå av.") if saved.is_favourite else _("Filteret åpnes ikke lenger først.")
    messages.success(request, text)
    return redirect_next(request)


@page(roles=ALL_ROLES, log=LogRule.NONE)
@require_POST
def saved_filter_delete(request, public_id):
    """Throw a filter away."""
    saved = get_object_or_404(SavedFilter.objects.visible_to(request.membership), public_id=public_id)
    saved_filters.delete(saved, by=request.membership)
    messages.success(request, _("Filteret er slettet."))
    return redirect_next(request)


@page(roles=ALL_ROLES, log=LogRule.NONE)
@require_POST
def list_columns(request, list_key):
    """Remember which columns a list shows."""
    columns = request.POST.getlist("columns")
    saved_filters.choose_columns(by=request.membership, list_key=list_key[:60], columns=columns)
    return redirect_next(request)
