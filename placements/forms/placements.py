"""Forms of a placement: the agreement and its end."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo import clock
from amo.crispy import Confirmation, FieldRow
from amo.forms import DateField, KursForm
from amo.widgets import RadioSelect
from placements.actions import limits
from placements.forms.employer_field import EmployerField
from placements.forms.guarded import GuardedForm
from placements.hires import hire_records, told
from placements.models import Placement


class PlacementTermsForm(GuardedForm, KursForm):
    """What can change while the placement is agreed or running."""

    guarded = ("tasks",)

    mentor_name = forms.CharField(
        label=gettext_lazy("Fadder på arbeidsplassen"),
        max_length=100,
        error_messages={
            "required": gettext_lazy("Skriv navnet på fadderen."),
            "max_length": gettext_lazy("Navnet kan ha høyst 100 tegn."),
        },
    )
    mentor_phone = forms.CharField(
        label=gettext_lazy("Telefon til fadderen"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "size": 16}),
        error_messages={"max_length": gettext_lazy("Telefonnummeret kan ha høyst 20 tegn.")},
    )
    tasks = forms.CharField(
        label=gettext_lazy("Arbeidsoppgaver"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Hva skal deltakeren gjøre og lære?"),
        error_messages={
            "required": gettext_lazy("Skriv hvilke oppgaver deltakeren skal ha."),
            "max_length": gettext_lazy("Teksten kan ha høyst 1000 tegn."),
        },
    )
    hours_per_week = forms.DecimalField(
        label=gettext_lazy("Timer i uka"),
        min_value=Decimal(1),
        max_value=Decimal(40),
        max_digits=4,
        decimal_places=1,
        localize=True,
        initial=Decimal("37.5"),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "size": 6}),
        error_messages={
            "required": gettext_lazy("Skriv hvor mange timer i uka."),
            "invalid": gettext_lazy("Skriv timene med tall, for eksempel 37,5."),
            "min_value": gettext_lazy("Skriv minst 1 time."),
            "max_value": gettext_lazy("En uke kan ha høyst 40 timer."),
            "max_decimal_places": gettext_lazy("Skriv timene med høyst én desimal."),
        },
    )
    starts_on = DateField(
        label=gettext_lazy("Første dag"), error_messages={"required": gettext_lazy("Velg første dag i praksis.")}
    )
    ends_on = DateField(
        label=gettext_lazy("Siste dag"), error_messages={"required": gettext_lazy("Velg siste dag i praksis.")}
    )
    fields_in_order = [
        FieldRow("mentor_name", "mentor_phone"),
        "tasks",
        "hours_per_week",
        FieldRow("starts_on", "ends_on"),
    ]

    def clean(self):
        cleaned = super().clean()
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("Sluttdato kan ikke være før startdato."))
        return cleaned


class ChangePlacementForm(PlacementTermsForm):
    """What was agreed, to change. The last day of a running placement is not: that is to end or to extend it."""

    def __init__(self, *args, placement: Placement, **kwargs):
        initial = {name: getattr(placement, name) for name in self.base_fields}
        super().__init__(*args, initial=initial, **kwargs)
        if placement.status == Placement.Status.RUNNING:
            del self.fields["ends_on"]
            self.fields_in_order = [*PlacementTermsForm.fields_in_order[:-1], "starts_on"]
        if placement.signed_on:
            self.fields["tasks"].help_text = _("Endrer du oppgaver, timer eller dager, må alle tre signere på nytt.")


class PlacementForm(PlacementTermsForm):
    """A new agreement. The action checks under lock that the employer has a place on all the days."""

    guarded = ("tasks", "limit_reason")

    employer = EmployerField(
        label=gettext_lazy("Arbeidsgiver"),
        help_text=gettext_lazy(
            "Skriv en del av navnet, eller organisasjonsnummeret. Plassen må være ledig alle dagene i praksisen."
        ),
        error_messages={"required": gettext_lazy("Velg hvor deltakeren skal ha praksis.")},
    )
    declaration = forms.BooleanField(
        label=gettext_lazy("Arbeidsgiveren har bekreftet dette"),
        help_text=gettext_lazy(
            "Praksisen skal ikke erstatte ordinært ansatte, og deltakeren skal ha opplæring av en fadder."
        ),
        error_messages={"required": gettext_lazy("Arbeidsgiveren må bekrefte at praksisen ikke erstatter ansatte.")},
    )
    limit_reason = forms.CharField(
        label=gettext_lazy("Hvorfor skal arbeidsgiveren få en deltaker til?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Begrunnelsen står på avtalen, og Nav tiltak leser den."),
        error_messages={"max_length": gettext_lazy("Begrunnelsen kan ha høyst 500 tegn.")},
    )
    # The employer whose hire record the form has warned of: it does so once.
    told_of = forms.CharField(required=False, widget=forms.HiddenInput)
    submit_label = gettext_lazy("Registrer praksisplass")
    fields_in_order = ["employer", *PlacementTermsForm.fields_in_order, Confirmation("declaration")]

    def __init__(self, *args, enrolment=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.enrolment = enrolment
        self.fields["employer"].offer_to(self.membership)

    def clean(self):
        cleaned = super().clean()
        employer = cleaned.get("employer")
        if employer is not None and self.enrolment is not None:
            self._look_at_record(employer, cleaned)
        return cleaned

    def _look_at_record(self, employer, cleaned):
        """Tell of the hire record before the first try is sent on; past the county's limit, ask why."""
        if limits.is_reached(enrolment=self.enrolment, employer=employer, by=self.membership):
            self.fields_in_order = ["employer", "limit_reason", *self.fields_in_order[1:]]
        told_text = told(hire_records([employer], self.membership)[employer.pk], self.membership)
        if told_text and cleaned.get("told_of") != str(employer.pk):
            self.data = self.data.copy()
            self.data[self.add_prefix("told_of")] = str(employer.pk)
            again = _("Vil du avtale plassen likevel, registrerer du en gang til.")
            self.add_error("employer", f"{told_text} {again}")

    def cleaned_data_for_action(self):
        cleaned = super().cleaned_data_for_action()
        cleaned.pop("declaration")
        cleaned.pop("told_of")
        return cleaned | {"declared_on": clock.today()}


class EndPlacementForm(GuardedForm, KursForm):
    """The last day and why. A placement that has not begun is called off, and needs no day."""

    guarded = ("end_note",)

    ends_on = DateField(
        label=gettext_lazy("Siste dag i praksis"),
        error_messages={"required": gettext_lazy("Velg siste dag i praksis.")},
    )
    end_reason = forms.ChoiceField(
        label=gettext_lazy("Hvorfor er praksisen slutt?"),
        # A swap ends the old placement by itself, when NAV has said yes (L6).
        choices=[choice for choice in Placement.EndReason.choices if choice[0] not in ("", "swap")],
        widget=RadioSelect,
        error_messages={
            "required": gettext_lazy("Velg hvorfor praksisen er slutt."),
            "invalid_choice": gettext_lazy("Velg en av årsakene."),
        },
    )
    end_note = forms.CharField(
        label=gettext_lazy("Hva skjedde?"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Fyll ut hvis årsaken er «Annet». Ikke skriv om helse eller andre private forhold."),
        error_messages={"max_length": gettext_lazy("Teksten kan ha høyst 300 tegn.")},
    )
    submit_label = gettext_lazy("Avslutt praksisen")
