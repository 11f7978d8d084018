"""Asking another county for permission, and its answer (A1)."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo.crispy import Inline
from amo.forms import KursForm
from amo.widgets import RadioSelect
from courses.models.permission import MIN_REASON

MAX_TEXT = 500


def _text(label, *, required: bool, missing=None, help_text=""):
    messages = {"max_length": gettext_lazy("Teksten kan ha høyst 500 tegn.")}
    if missing:
        messages["required"] = missing
    return forms.CharField(
        label=label, required=required, max_length=MAX_TEXT, help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 4}), error_messages=messages,
    )  # fmt: skip


class AskForm(KursForm):
    """Why the person should go on another county's course."""

    submit_label = gettext_lazy("Send spørsmålet")

    reason = _text(
        gettext_lazy("Hvorfor passer dette kurset?"),
        required=True,
        missing=gettext_lazy("Skriv hvorfor kurset passer."),
        help_text=gettext_lazy(
            "Skriv hvorfor brukeren trenger dette kurset, og at det ikke finnes i eget fylke. Ikke skriv navn eller helse."
        ),
    )

    def clean_reason(self) -> str:
        reason = self.cleaned_data["reason"].strip()
        if len(reason) < MIN_REASON:
            raise forms.ValidationError(_("Skriv minst ti tegn om hvorfor kurset passer."))
        return reason


class PermissionAnswerForm(KursForm):
    """The county's yes or no."""

    submit_label = gettext_lazy("Send svaret")
    fields_in_order = [Inline("granted"), "answer"]

    granted = forms.ChoiceField(
        label=gettext_lazy("Kan kontoret søke inn brukeren?"),
        choices=[("yes", gettext_lazy("Ja, tillatelse gis")), ("no", gettext_lazy("Nei"))],
        widget=RadioSelect,
        help_text=gettext_lazy("Plassen tildeles på vanlig måte. Tillatelsen gir bare lov til å søke."),
        error_messages={
            "required": gettext_lazy("Velg om tillatelsen gis."),
            "invalid_choice": gettext_lazy("Velg ja eller nei."),
        },
    )
    answer = _text(
        gettext_lazy("Begrunnelse"),
        required=False,
        help_text=gettext_lazy("Må fylles ut når svaret er nei. Veilederen leser den for brukeren."),
    )

    def clean_granted(self) -> bool:
        return self.cleaned_data["granted"] == "yes"

    def clean(self):
        data = super().clean()
        if data.get("granted") is False and not data.get("answer", "").strip() and "answer" not in self.errors:
            self.add_error("answer", _("Skriv hvorfor tillatelsen ikke gis."))
        return data


class WithdrawPermissionForm(KursForm):
    """Confirms that the office no longer asks."""

    submit_label = gettext_lazy("Trekk spørsmålet")
    danger = True
