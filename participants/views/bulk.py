"""What is done for many persons at once from the list: a caseworker, information, a colour (P4, P5)."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from amo.forms import KursForm, page_status, perform
from amo.models.users import OFFICE_ROLES
from amo.policy import LogRule, page
from amo.redirects import safe_next
from amo.versions import text_of
from participants import actions
from participants.forms.people import AssignForm
from participants.forms.portfolio import ColorForm, InformManyForm
from participants.list_rules import COLOR
from participants.views.selection import Selection, chosen


@page(roles=OFFICE_ROLES, log=LogRule.LIST)
@require_POST
def assign(request: HttpRequest) -> HttpResponse:
    """Give the ticked persons to a caseworker: first the choice, then the change."""

    def work(form: KursForm, people: list) -> str:
        caseworker = form.cleaned_data["caseworker"]
        moved = actions.assign_caseworker(participants=people, caseworker=caseworker, by=request.membership)
        text = ngettext("%(n)d bruker har fått veileder.", "%(n)d brukere har fått veileder.", len(people))
        text = text % {"n": len(people)}
        if moved:
            along = ngettext("%(n)d åpen oppgave fulgte med.", "%(n)d åpne oppgaver fulgte med.", moved)
            text = f"{text} {along % {'n': moved}}"
        return text

    return _bulk_page(request, AssignForm, work, write=True, sent="caseworker", title=_("Tildel veileder"))


@page(roles=OFFICE_ROLES, log=LogRule.LIST)
@require_POST
def mark_many(request: HttpRequest) -> HttpResponse:
    """Put one's own colour on the ticked rows, or take it away. Nothing about the persons changes."""

    def work(form: KursForm, people: list) -> str:
        color = form.cleaned_data["color"]
        actions.set_color(participants=people, color=color, by=request.membership)
        if not color:
            text = ngettext("Fargen er fjernet fra %(n)d bruker.", "Fargen er fjernet fra %(n)d brukere.", len(people))
        else:
            text = ngettext("%(n)d bruker er merket: %(color)s.", "%(n)d brukere er merket: %(color)s.", len(people))
        return text % {"n": len(people), "color": COLOR(color).label}

    return _bulk_page(request, ColorForm, work, write=False, sent="color", title=_("Sett egen farge"))


def _bulk_page(
    request: HttpRequest,
    form_class: type[KursForm],
    work: Callable[[KursForm, list], str],
    *,
    write: bool,
    sent: str,
    title: str,
) -> HttpResponse:
    """The form over the ticked rows, or what it does: `work(form, people)` does it and says what was done.

    sent: a field of the form that the list's own button does not post.
    """
    back = safe_next(request, "participants:list")
    selection = chosen(request, write=write)
    if selection.refusal:
        messages.warning(request, selection.refusal)
        return redirect(back)
    form = form_class(request.POST if sent in request.POST else None, membership=request.membership, cancel_url=back)
    if form.is_bound and write and request.POST.get("as_seen", selection.as_seen) != selection.as_seen:
        form.add_error(None, actions.assigned_meanwhile())
    if form.is_bound and form.is_valid():
        done = []
        url = perform(request, form, lambda: done.append(work(form, selection.people)), url=lambda result: back)
        if url:
            for text in done:
                messages.success(request, text)
            _say_left_out(request, selection)
            return redirect(url)
    return _draw(request, "participants/bulk.html", form, selection, back, title)


def _say_left_out(request: HttpRequest, selection: Selection) -> None:
    for sentence in selection.left_out:
        messages.info(request, sentence)


def _draw(
    request: HttpRequest, template: str, form: KursForm, selection: Selection, back: str, title: str
) -> HttpResponse:
    # The form's tag, buttons and the ticked ids stand in the page's own template.
    form.helper.form_tag, form.helper.disable_csrf, form.helper.submit_actions = False, True, None
    context = {"form": form, "selection": selection, "people": selection.people, "next": back, "title": title}
    context["crumbs"] = [(_("Brukere"), back), (title, "")]
    return render(request, template, context, status=page_status(form))


# --- information --------------------------------------------------------------------------------


@page(roles=OFFICE_ROLES, log=LogRule.LIST)
@require_POST
def inform_many(request: HttpRequest) -> HttpResponse:
    """Log that the ticked persons were told about courses: the form, a page that asks once more, and the deed.

    What is logged cannot be taken back, hence the page between.
    """
    back, title = safe_next(request, "participants:list"), _("Informert om kurs")
    selection = chosen(request, write=True)
    if selection.refusal:
        messages.warning(request, selection.refusal)
        return redirect(back)
    form = InformManyForm(
        request.POST if "kind" in request.POST else None, membership=request.membership, cancel_url=back
    )
    if not form.is_bound or not form.is_valid() or "change" in request.POST:
        return _draw(request, "participants/bulk.html", form, selection, back, title)
    if "confirmed" in request.POST:
        people, values = selection.people, form.cleaned_data_for_action()
        url = perform(
            request,
            form,
            lambda: actions.give_information_many(participants=people, by=request.membership, **values),
            url=lambda count: back,
        )
        if url:
            text = ngettext(
                "Informasjonen er loggført for %(n)d bruker.",
                "Informasjonen er loggført for %(n)d brukere.",
                len(people),
            )
            messages.success(request, text % {"n": len(people)})
            _say_left_out(request, selection)
            return redirect(url)
        return _draw(request, "participants/bulk.html", form, selection, back, title)
    context = {"details": _told(form), "confirming": True}
    return _confirm(request, form, selection, back, title, context)


def _confirm(request, form: KursForm, selection: Selection, back: str, title: str, context: dict) -> HttpResponse:
    count = len(selection.people)
    text = ngettext(
        "Du loggfører den samme informasjonen for %(n)d bruker. Det kan ikke angres.",
        "Du loggfører den samme informasjonen for %(n)d brukere. Det kan ikke angres.",
        count,
    )
    submit = ngettext("Loggfør for %(n)d bruker", "Loggfør for %(n)d brukere", count)
    context |= {
        "text": text % {"n": count},
        "submit_label": submit % {"n": count},
        "form": form,
        "selection": selection,
        "people": selection.people,
        "next": back,
        "title": title,
        "crumbs": [(_("Brukere"), back), (title, "")],
    }
    return render(request, "participants/bulk_confirm.html", context)


def _told(form: KursForm) -> list[tuple[str, str]]:
    """What was typed, as it will be logged: (label, text) of each field that is filled in."""
    shown = []
    for name, field in form.fields.items():
        value = form.cleaned_data.get(name)
        if name == "submission" or value in (None, "", [], False):
            continue
        choices = {str(code): str(label) for code, label in getattr(field, "choices", ())}
        values = value if isinstance(value, list) else [value]
        texts = [choices.get(str(one)) or text_of(one) for one in values]
        shown.append((str(field.label), "; ".join(texts)))
    return shown
