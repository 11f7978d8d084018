"""The guard of L10 in forms: what an employer wishes about who people are stops, and leads on.

class NoteForm(GuardedForm, KursForm):
    guarded = ("note",)
"""

from crispy_forms.layout import LayoutObject
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property

from placements import plain_words
from placements.models import Employer


class _WaysOn(LayoutObject):
    """First in a form that was stopped: word it anew, or report it with what was written."""

    def render(self, form, context, template_pack=None, **kwargs):
        stopped = form.stopped_fields
        if not stopped:
            return ""
        data = {"fields": " ".join(form.add_prefix(name) for name in stopped), "url": form.report_url}
        return render_to_string("placements/barriers/_ways_on.html", data)


class GuardedForm:
    """Mixin, first among the bases. `guarded`: the names of its fields of free text.

    `about`: the employer whose name is left alone and whom a report is about; not needed where the form has a field
    `employer` or a `placement`. What was typed is not kept by the server, so a guarded form saves no draft there.
    """

    guarded: tuple[str, ...] = ()

    def __init__(self, *args, about: Employer | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.employer = about

    def clean(self):
        cleaned = super().clean()
        about = self._employer()
        names = [about.name] if about else []
        for name in self.guarded:
            if found := plain_words.found_words(self.cleaned_data.get(name) or "", names=names):
                self.add_error(name, plain_words.refusal(found))
        return cleaned

    def autosave(self, form_key: str, object_key: str = "") -> None:
        """Refused: a draft would store what the guard stops."""
        raise TypeError("a guarded form is not saved as a draft on the server")

    @property
    def stopped_fields(self) -> list[str]:
        """Fields that the guard stopped, here or in the action."""
        errors = self.errors.as_data() if self.is_bound else {}
        return [name for name, found in errors.items() if any(one.code == plain_words.CODE for one in found)]

    @property
    def has_other_buttons(self) -> bool:
        """Enter sends the form itself, not the report."""
        return bool(self.stopped_fields)

    @property
    def report_url(self) -> str:
        """Where "Meld diskriminering" leads, with the employer when it is known."""
        about = self._employer()
        query = f"?arbeidsgiver={about.public_id}" if about else ""
        return reverse("placements:discrimination_new") + query

    @cached_property
    def helper(self):
        helper = super().helper
        helper.layout.fields.insert(1, _WaysOn())
        return helper

    def _employer(self) -> Employer | None:
        chosen = getattr(self, "cleaned_data", {}).get("employer")
        placement = getattr(self, "placement", None)
        if isinstance(chosen, Employer):
            return chosen
        return self.employer or (placement.employer if placement else None)
