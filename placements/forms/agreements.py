"""Forms of the agreement on paper and of an extension (L3)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from amo import files
from amo.forms import DateField, KursForm
from placements.forms.guarded import GuardedForm


class SignedForm(KursForm):
    """When all three had signed, and the signed copy."""

    signed_on = DateField(
        label=_("Dato da alle tre hadde signert"),
        required=False,
        help_text=_("La feltet stå tomt hvis avtalen likevel ikke er signert."),
    )
    copy = files.UploadField(
        label=_("Signert avtale"),
        allowed=(files.PDF, files.PNG, files.JPEG),
        required=False,
        help_text=_("PDF eller et bilde av arket. Største størrelse er 5 MB."),
    )
    submit_label = _("Lagre")


class ExtendForm(GuardedForm, KursForm):
    """The new last day, and why."""

    guarded = ("reason",)

    new_end = DateField(label=_("Ny siste dag"), error_messages={"required": _("Velg den nye siste dagen.")})
    reason = forms.CharField(
        label=_("Hvorfor forlenges praksisen?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={
            "required": _("Skriv hvorfor praksisen forlenges."),
            "max_length": _("Teksten kan ha høyst 300 tegn."),
        },
    )
    submit_label = _("Forleng praksisen")
