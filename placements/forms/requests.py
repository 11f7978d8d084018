"""Forms of requests for a placement: put, answered (L2)."""

from django import forms
from django.utils.translation import gettext_lazy

from amo import clock
from amo.crispy import Confirmation
from amo.forms import DateField, KursForm
from amo.widgets import RadioSelect
from placements.actions.requests import ANSWERS
from placements.forms.employer_field import EmployerField
from placements.forms.guarded import GuardedForm
from placements.models import PlacementRequest

NOTE_TOO_LONG = gettext_lazy("Notatet kan ha høyst 300 tegn.")


class RequestForm(GuardedForm, KursForm):
    """A new request. Where there is a queue it stands last in it."""

    guarded = ("note",)

    employer = EmployerField(
        label=gettext_lazy("Arbeidsgiver"),
        help_text=gettext_lazy(
            "Skriv en del av navnet, eller organisasjonsnummeret. En arbeidsgiver blir spurt for høyst dobbelt så mange "
            "som den har plass til. De andre står i kø."
        ),
        error_messages={"required": gettext_lazy("Velg hvem som blir spurt.")},
    )
    asked_by = forms.ChoiceField(
        label=gettext_lazy("Hvem spør?"),
        choices=PlacementRequest.AskedBy,
        initial=PlacementRequest.AskedBy.PARTICIPANT,
        widget=RadioSelect,
        error_messages={
            "required": gettext_lazy("Velg hvem som spør."),
            "invalid_choice": gettext_lazy("Velg hvem som spør."),
        },
    )
    how = forms.ChoiceField(
        label=gettext_lazy("Hvordan?"),
        choices=PlacementRequest.How,
        initial=PlacementRequest.How.VISIT,
        widget=RadioSelect,
        error_messages={
            "required": gettext_lazy("Velg hvordan arbeidsgiveren blir spurt."),
            "invalid_choice": gettext_lazy("Velg en av måtene."),
        },
    )
    asked_on = DateField(
        label=gettext_lazy("Dato"), error_messages={"required": gettext_lazy("Velg dagen arbeidsgiveren ble spurt.")}
    )
    note = forms.CharField(
        label=gettext_lazy("Notat"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": NOTE_TOO_LONG},
    )
    consent = forms.BooleanField(
        label=gettext_lazy("Deltakeren samtykker"),
        required=False,
        help_text=gettext_lazy(
            "Arbeidsgiveren kan få vite fornavn og telefonnummer. Samtykket gjelder bare denne arbeidsgiveren og kan "
            "trekkes når som helst."
        ),
    )
    submit_label = gettext_lazy("Lagre forespørselen")
    fields_in_order = ["employer", "asked_by", "how", "asked_on", "note", Confirmation("consent")]

    def __init__(self, *args, protected=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["employer"].offer_to(self.membership)
        self.fields["asked_on"].initial = clock.today()
        if protected:
            # A protected person is never told of to an employer.
            del self.fields["consent"]
            self.fields_in_order = self.fields_in_order[:-1]


class AnswerForm(GuardedForm, KursForm):
    """What the employer said."""

    guarded = ("note",)

    status = forms.ChoiceField(
        label=gettext_lazy("Hva svarte arbeidsgiveren?"),
        choices=[(status, PlacementRequest.Status(status).label) for status in ANSWERS],
        widget=RadioSelect,
        error_messages={
            "required": gettext_lazy("Velg hva arbeidsgiveren svarte."),
            "invalid_choice": gettext_lazy("Velg et av svarene."),
        },
    )
    reason = forms.ChoiceField(
        label=gettext_lazy("Hvorfor ikke?"),
        choices=PlacementRequest.Reason,
        required=False,
        help_text=gettext_lazy("Gjelder når svaret er nei."),
        error_messages={"invalid_choice": gettext_lazy("Velg en av årsakene.")},
    )
    answered_on = DateField(
        label=gettext_lazy("Dato"), error_messages={"required": gettext_lazy("Velg dagen svaret kom.")}
    )
    note = forms.CharField(
        label=gettext_lazy("Notat"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": NOTE_TOO_LONG},
    )
    submit_label = gettext_lazy("Lagre svaret")
