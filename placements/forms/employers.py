"""Forms of the employer's register."""

from django import forms
from django.utils.translation import gettext_lazy as _

from amo.crispy import FieldRow
from amo.forms import KursModelForm
from amo.models import Sector
from amo.widgets import CheckboxSelectMultiple, NumberInput, RadioSelect
from placements.models import Employer


class EmployerForm(KursModelForm):
    """A workplace: who it is, why it takes trainees, how it is contacted, how many at a time (L1)."""

    motives = forms.MultipleChoiceField(
        label=_("Hvorfor tar de imot praksisdeltakere?"),
        choices=Employer.Motive,
        widget=CheckboxSelectMultiple,
        required=False,
        help_text=_("Det de selv sier. Du kan velge flere."),
        error_messages={"invalid_choice": _("Velg blant grunnene i lista.")},
    )
    channel = forms.ChoiceField(
        label=_("Hvordan skal de kontaktes?"),
        choices=Employer.Channel,
        initial=Employer.Channel.BOTH,
        widget=RadioSelect,
        error_messages={"required": _("Velg hvordan de skal kontaktes."), "invalid_choice": _("Velg en av måtene.")},
    )
    fields_in_order = [
        "name",
        FieldRow("organisation_number", "slots"),
        "sector",
        "address",
        "motives",
        "channel",
        "contact_name",
        FieldRow("contact_phone", "contact_email"),
    ]

    class Meta:
        model = Employer
        fields = [
            "name",
            "organisation_number",
            "slots",
            "sector",
            "address",
            "motives",
            "channel",
            "contact_name",
            "contact_phone",
            "contact_email",
        ]
        widgets = {
            "organisation_number": forms.TextInput(attrs={"size": 12, "inputmode": "numeric", "autocomplete": "off"}),
            "slots": NumberInput(attrs={"min": 0, "max": 100}),
            "contact_phone": forms.TextInput(attrs={"type": "tel", "size": 16}),
        }
        labels = {
            "name": _("Navn på arbeidsplassen"),
            "organisation_number": _("Organisasjonsnummer"),
            "slots": _("Avtalte praksisplasser samtidig"),
            "sector": _("Bransje"),
            "address": _("Besøksadresse"),
            "contact_name": _("Kontaktperson"),
            "contact_phone": _("Telefon"),
            "contact_email": _("E-post"),
        }
        error_messages = {
            "name": {
                "required": _("Skriv navnet på arbeidsplassen."),
                "max_length": _("Navnet kan ha høyst 150 tegn."),
            },
            "organisation_number": {
                "required": _("Skriv organisasjonsnummeret med ni siffer."),
                "max_length": _("Organisasjonsnummeret skal ha ni siffer."),
            },
            "slots": {
                "required": _("Skriv hvor mange praksisplasser som er avtalt."),
                "invalid": _("Skriv antallet med tall."),
            },
            "sector": {"required": _("Velg bransje."), "invalid_choice": _("Velg en bransje i lista.")},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sector"].queryset = Sector.objects.visible_to(self.membership)
        self.fields["sector"].empty_label = _("Velg bransje")

    def clean_organisation_number(self):
        return (self.cleaned_data["organisation_number"] or "").replace(" ", "") or None

    def _post_clean(self):
        """The action builds and validates the record: the form only collects the fields."""
