"""Forms as every page uses them, and `perform`: one form, one action, one effect.

form = XForm(request.POST if request.method == "POST" else None, membership=request.membership)
if request.method == "POST" and form.is_valid():
    url = perform(request, form, lambda: actions.do_x(by=request.membership, **form.cleaned_data_for_action()))
    if url:
        return redirect(url)
return render(request, "app/x.html", {"form": form}, status=page_status(form))
"""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import urlencode

from crispy_forms.layout import Layout, LayoutObject
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import DatabaseError, IntegrityError, OperationalError, transaction
from django.http import HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo import drafts, submissions
from amo.constraints import message_of
from amo.crispy import AkselFormHelper, OccupationSuggestions
from amo.models import Membership
from amo.occupations import OccupationField
from amo.versions import Change, StaleVersion, text_of
from amo.widgets import DateInput

HIDDEN = ("submission", "version")
MAX_VERSION = 2_000_000_000
# SQLSTATE of a lock that was not got in time and of a deadlock: somebody else saves the same thing right now.
BUSY = frozenset({"55P03", "40P01", "40001"})


class DateField(forms.DateField):
    """A date in the browser's own picker; typed dates may be Norwegian (31.12.2026) too.

    A year that nothing here can be about is refused, so that weeks may be added to any date.
    """

    widget = DateInput
    default_validators = [
        MinValueValidator(dt.date(1900, 1, 1), gettext_lazy("Sjekk årstallet i datoen.")),
        MaxValueValidator(dt.date(2999, 12, 31), gettext_lazy("Sjekk årstallet i datoen.")),
    ]
    default_error_messages = {"invalid": gettext_lazy("Skriv datoen som dag, måned og år, for eksempel 31.12.2026.")}
    input_formats = ["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d%m%Y"]


class _FormNotes(LayoutObject):
    """First in every form: what somebody else saved in between, and that a draft was brought back."""

    def render(self, form, context, template_pack=None, **kwargs):
        if not (form.stale or form.draft or form.has_other_buttons):
            return ""
        request = context.get("request")
        data = {"form": form, "stale": form.stale, "draft": form.draft, "changes": form.stale_rows()}
        data["merged"] = getattr(form, "merged", None)
        data |= {"discard_url": form.draft_discard_url, "here": request.get_full_path() if request else "", "when": ""}
        if form.stale and form.stale.when:
            data["when"] = formats.date_format(timezone.localtime(form.stale.when), "j. F \\k\\l. H.i")
        if form.draft:
            data["discard_url"] += "?" + urlencode({"next": data["here"]})
        return render_to_string("amo/_form_notes.html", data)


def say_longest(form: forms.BaseForm) -> None:
    """Let every text field of the form that has no words of its own for a text too long say it in plain words."""
    for field in form.fields.values():
        if getattr(field, "max_length", None):
            field.error_messages.setdefault("max_length", _("Teksten kan ha høyst %(limit_value)d tegn."))


class _KursMixin:
    """What KursForm and KursModelForm share.

    membership: whose form it is (None before sign-in). version: the number of the record that is edited, or that the
    new version of it gets; 0 for a record that is not there yet and that somebody else may make meanwhile.
    Class attributes: `submit_label`, `fields_in_order` (names or crispy layout objects; default: as declared).
    """

    use_required_attribute = False
    submit_label = gettext_lazy("Lagre")
    fields_in_order: list | None = None
    danger = False
    # Whether the form has buttons that send it for something else, above its own: Enter shall still mean the own one.
    has_other_buttons = False

    def _prepare(self, membership: Membership | None, version: int | None, submit: str, cancel_url: str) -> None:
        self.membership = membership
        self.cancel_url = cancel_url
        self.stale: StaleVersion | None = None
        self.draft = None
        self.draft_key: tuple[str, str] | None = None
        self.draft_is_old = False
        if submit:
            self.submit_label = submit
        say_longest(self)
        self.fields["submission"] = forms.UUIDField(
            required=False,
            initial=uuid.uuid4,
            widget=forms.HiddenInput,
            error_messages={"invalid": _("Skjemaet er ikke gyldig lenger. Åpne siden på nytt.")},
        )
        if version is not None:
            self.fields["version"] = forms.IntegerField(
                initial=version,
                min_value=0,
                max_value=MAX_VERSION,
                widget=forms.HiddenInput,
                error_messages={"required": _("Skjemaet er ikke gyldig lenger. Åpne siden på nytt.")},
            )

    @cached_property
    def helper(self) -> AkselFormHelper:
        """Made when the form is drawn, so that fields added or dropped in a subclass's __init__ are right."""
        helper = AkselFormHelper(
            self,
            submit=str(self.submit_label),
            cancel_url=self.cancel_url,
            draft_url=self.draft_save_url,
            danger=self.danger,
        )
        shown = self.fields_in_order or [name for name in self.fields if name not in HIDDEN]
        shown = [name for name in shown if not isinstance(name, str) or name in self.fields]
        naming = [field for field in self.fields.values() if isinstance(field, OccupationField)]
        suggestions = [OccupationSuggestions(naming[0].known)] if naming else []
        helper.layout = Layout(_FormNotes(), *shown, *suggestions)
        helper.render_hidden_fields = True
        return helper

    def cleaned_data_for_action(self) -> dict[str, Any]:
        """The fields as keyword arguments of an action; `version` is among them when the form carries one."""
        return {name: value for name, value in self.cleaned_data.items() if name != "submission"}

    # --- drafts -----------------------------------------------------------------------------

    def autosave(self, form_key: str, object_key: str = "") -> None:
        """Save as a draft while it is written, and bring an earlier draft back into a form not sent yet.

        form_key and object_key (letters, digits, - and _) name the draft; it belongs to the active membership. A draft
        begun before somebody else saved keeps the version it was begun at: sending it tells what has changed (409).
        """
        self.draft_key = (form_key, str(object_key))
        if self.is_bound or self.membership is None:
            return
        self.draft = drafts.load(self.membership, *self.draft_key)
        if self.draft is None:
            return
        data = drafts.as_querydict(self.draft)
        for name, field in self.fields.items():
            prefixed = self.add_prefix(name)
            if name not in HIDDEN and not isinstance(field, forms.FileField):
                self.initial[name] = field.widget.value_from_datadict(data, {}, prefixed)
        self._begun_at(data.get(self.add_prefix("version"), ""))

    def redrawn(self, form_key: str, object_key: str, posted: QueryDict) -> None:
        """The form is drawn anew after a click that only changed what stands in it (its `initial`).

        That is the draft from now on, begun at the version the form was opened with and not at what is stored by now.
        """
        self.draft_key = (form_key, str(object_key))
        self._begun_at(posted.get(self.add_prefix("version"), ""))
        # What is too long for a draft stands in the form, and is told at its field when it is sent.
        with suppress(drafts.TooLarge):
            drafts.save(self.membership, *self.draft_key, _as_posted(self.initial))

    def _begun_at(self, text: str) -> None:
        """Let the form carry the version that `text` names. One that names none counts as begun at the first."""
        if "version" not in self.fields:
            return
        stored = self.fields["version"].initial
        number = int(text) if text.isdecimal() and len(text) < len(str(MAX_VERSION)) else 1
        self.initial["version"] = min(number, stored)
        self.draft_is_old = number < stored

    def _draft_url(self, route: str) -> str:
        if self.draft_key is None:
            return ""
        form_key, object_key = self.draft_key
        return reverse(route, args=[form_key, object_key or "-"])

    @property
    def draft_save_url(self) -> str:
        return self._draft_url("amo:draft_save")

    @property
    def draft_discard_url(self) -> str:
        return self._draft_url("amo:draft_discard")

    # --- stale versions ---------------------------------------------------------------------

    def set_stale(self, stale: StaleVersion) -> None:
        """Keep what was typed, show what changed, and let a second, knowing save go through."""
        self.stale = stale
        if isinstance(self.data, QueryDict):
            self.data = self.data.copy()
        else:
            self.data = dict(self.data)
        self.data[self.add_prefix("version")] = str(stale.current)

    def stale_rows(self) -> list[tuple[str, str, str]]:
        """(label, what was typed here, what is stored now and was before) for the conflict box."""
        if self.stale is None:
            return []
        return [(change.label, self._typed(change), self._stored(change)) for change in self.stale.changes]

    def _typed(self, change: Change) -> str:
        if change.field not in self.fields:
            return ""
        value = self.cleaned_data.get(change.field)
        choices = getattr(self.fields[change.field], "choices", None)
        if choices and not hasattr(value, "pk"):
            words = dict(forms.ChoiceField(choices=choices).choices)
            if isinstance(value, list | tuple):
                return ", ".join(str(words.get(one, one)) for one in value)
            return str(words.get(value, text_of(value)))
        return text_of(value)

    @staticmethod
    def _stored(change: Change) -> str:
        return _("%(new)s (før: %(old)s)") % {"new": change.new or "–", "old": change.old or "–"}


class KursForm(_KursMixin, forms.Form):
    """An ordinary form. KursForm(data, membership=request.membership, version=obj.version, cancel_url=…)."""

    def __init__(self, *args, membership=None, version=None, submit="", cancel_url="", **kwargs):
        super().__init__(*args, **kwargs)
        self._prepare(membership, version, submit, cancel_url)


class KursModelForm(_KursMixin, forms.ModelForm):
    """A form over a model. A stored instance with a `version` carries it as a hidden field by itself."""

    def __init__(self, *args, membership=None, version=None, submit="", cancel_url="", **kwargs):
        super().__init__(*args, **kwargs)
        if version is None and not self.instance._state.adding:
            version = getattr(self.instance, "version", None)
        self._prepare(membership, version, submit, cancel_url)


def _as_posted(initial: Mapping[str, Any]) -> dict[str, list[str]]:
    """Starting values as a browser would send them."""
    several = (list, tuple)
    return {
        name: ["" if one is None else str(one) for one in (value if isinstance(value, several) else [value])]
        for name, value in initial.items()
    }


# --- one form, one action ---------------------------------------------------------------------


def perform(
    request: HttpRequest, form: forms.BaseForm, work: Callable[[], Any], *, url: Callable[[Any], str] | None = None
) -> str | None:
    """Run `work` (the action) once for this form and return where to go next; None: show the form again.

    url: makes the address of the action's result (default: its get_absolute_url()). What the action refuses is put
    at the fields: ValidationError, a named constraint broken by somebody who was quicker, a stale version.
    """
    membership = getattr(request, "membership", None)
    key = form.cleaned_data.get("submission") or uuid.uuid4()
    try:
        with transaction.atomic():
            submission, first = submissions.claim(key, by=membership)
            leads_to = submission.result_url
            if first:
                result = work()
                leads_to = url(result) if url else result.get_absolute_url()
                submissions.finish(submission, leads_to)
                if getattr(form, "draft_key", None) and membership is not None:
                    drafts.discard(membership, *form.draft_key)
    except ValidationError as error:
        add_errors(form, error)
    except StaleVersion as error:
        form.set_stale(error)
    except IntegrityError as error:
        message = message_of(error)
        if message is None:
            raise
        form.add_error(None, message)
    except OperationalError as error:
        if _sqlstate(error) not in BUSY:
            raise
        form.add_error(None, _("Noen andre lagrer det samme akkurat nå. Prøv igjen om litt."))
    else:
        return leads_to
    return None


def _sqlstate(error: DatabaseError) -> str:
    return getattr(error.__cause__, "pgcode", None) or ""


def add_errors(form: forms.BaseForm, error: ValidationError) -> None:
    """Put an action's refusal at the form's fields; what belongs to no field of it goes to the summary."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, errors in error.error_dict.items():
        known = name != NON_FIELD_ERRORS and name in form.fields
        form.add_error(name if known else None, errors)


def page_status(form: forms.BaseForm) -> int:
    """HTTP status of a page that shows `form`: 409 stale, 422 refused, otherwise 200."""
    if getattr(form, "stale", None):
        return 409
    return 422 if form.is_bound and form.errors else 200


__all__ = ["DateField", "KursForm", "KursModelForm", "add_errors", "page_status", "perform", "say_longest"]
