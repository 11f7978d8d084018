"""An employer that is typed: part of the name, or the number. Works without JavaScript: what is near is suggested."""

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo.models import Membership
from placements import employer_search
from placements.models import Employer

MAX_LENGTH = 320
"""A name and an address, and what stands around them."""
HELP = gettext_lazy("Skriv en del av navnet, eller organisasjonsnummeret.")


class EmployerInput(forms.TextInput):
    """A text field that static/js/combobox.js makes a combobox of. also_paused: suggest those that take nobody now too."""

    also_paused = False

    def get_context(self, name, value, attrs):
        address = reverse("placements:employer_suggest") + ("?alle=1" if self.also_paused else "")
        own = {"data-combobox": address, "autocomplete": "off", "maxlength": MAX_LENGTH}
        return super().get_context(name, value, own | (attrs or {}))


class EmployerField(forms.Field):
    """The value is an Employer of those the form's membership may choose: `offer_to` says whose form it is."""

    widget = EmployerInput
    queryset = known = Employer.objects.none()

    def __init__(self, *, help_text="", **kwargs):
        super().__init__(help_text=help_text or HELP, **kwargs)

    def offer_to(self, membership: Membership, *, also_paused: bool = False) -> None:
        """Those that somebody may be sent to; `also_paused`: those that take nobody now as well."""
        self.known = Employer.objects.visible_to(membership).living()
        self.queryset = self.known if also_paused else self.known.filter(paused_on=None)
        self.widget.also_paused = also_paused

    def prepare_value(self, value):
        """The label of a record or of its key; text as it was typed."""
        if isinstance(value, int):
            value = self.queryset.filter(pk=value).first()
        return employer_search.label(value) if isinstance(value, Employer) else value

    def to_python(self, value) -> Employer | None:
        if isinstance(value, Employer):
            return value
        text = str(value or "").strip()
        if not text:
            return None
        found = employer_search.named(self.queryset, text[:MAX_LENGTH])
        if len(found) == 1:
            return found[0]
        if not found and employer_search.named(self.known, text[:MAX_LENGTH]):
            raise ValidationError(_("Arbeidsgiveren tar ikke imot nå. Velg en annen."))
        near = found or employer_search.search(self.queryset, text, 3)
        shown = text[: employer_search.MAX_TERM]
        if not near:
            raise ValidationError(
                _("Finner ikke arbeidsgiveren «%(text)s». Prøv en del av navnet, eller organisasjonsnummeret."),
                params={"text": shown},
            )
        names = "; ".join(employer_search.label(one) for one in near[:3])
        raise ValidationError(
            _("Finner ikke én arbeidsgiver som heter «%(text)s». Velg fra listen, for eksempel: %(names)s."),
            params={"text": shown, "names": names},
        )

    def has_changed(self, initial, data) -> bool:
        return (self.prepare_value(initial) or "") != (data or "")
