"""Forms of a job offer: the terms in under a minute, the condition's decision, the answer, and taking it back (L8)."""

from crispy_forms.layout import Fieldset
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo import clock
from amo.crispy import FieldRow
from amo.forms import DateField, KursForm
from amo.occupations import OccupationField
from amo.widgets import NumberInput, RadioSelect
from participants.models import Employment
from placements import employer_search
from placements.actions.offers import REASONS
from placements.forms.employer_field import EmployerField
from placements.forms.guarded import GuardedForm
from placements.models import Employer, JobOffer

NAME_LENGTH = 150


class EmployerByName(EmployerField):
    """An employer that is typed: a registered one, or a name in words. The value is an Employer or the text."""

    def to_python(self, value) -> Employer | str | None:
        text = " ".join(str(value or "").replace("\x00", "").split())
        found = employer_search.named(self.queryset, text) if text else []
        if len(found) > 1:
            raise forms.ValidationError(_("Flere arbeidsgivere heter dette. Velg den med riktig nummer i lista."))
        if not found and len(text) > NAME_LENGTH:
            raise forms.ValidationError(_("Navnet kan ha høyst 150 tegn."))
        return found[0] if found else text or None


def _percent(label, *, required=False, help_text="") -> forms.IntegerField:
    whole = gettext_lazy("Skriv et helt tall fra 1 til 100.")
    messages = {"required": gettext_lazy("Skriv stillingsprosenten."), "invalid": whole, "min_value": whole}
    return forms.IntegerField(
        label=label, required=required, min_value=1, max_value=100, help_text=help_text,
        error_messages=messages | {"max_value": whole}, widget=NumberInput(attrs={"class": "input-number"}),
    )  # fmt: skip


class OfferForm(GuardedForm, KursForm):
    """What is offered, when, and on what condition."""

    guarded = (
        "condition_text",
        "hours",
        "note",
    )

    submit_label = gettext_lazy("Lagre tilbudet")
    employer = EmployerByName(
        label=gettext_lazy("Arbeidsgiver"),
        help_text=gettext_lazy("Skriv navnet. Er arbeidsgiveren registrert, kan du velge den i lista."),
        error_messages={"required": gettext_lazy("Skriv hvem som tilbyr jobben.")},
    )
    occupation = OccupationField(label=gettext_lazy("Yrke"), required=False)
    terms = forms.ChoiceField(
        label=gettext_lazy("Ansettelsesform"),
        choices=Employment.Form.choices,
        widget=RadioSelect,
        error_messages={
            "required": gettext_lazy("Velg ansettelsesform."),
            "invalid_choice": gettext_lazy("Velg ansettelsesform."),
        },
    )
    on_call = forms.BooleanField(
        label=gettext_lazy("Ringevikar"),
        required=False,
        help_text=gettext_lazy("Tilkalling uten avtalt fast arbeidstid."),
    )
    fte_low = _percent(
        gettext_lazy("Stillingsprosent"),
        required=True,
        help_text=gettext_lazy("Varierer den, skriver du den laveste her."),
    )
    fte_high = _percent(gettext_lazy("Opp til"))
    hours = forms.CharField(
        label=gettext_lazy("Når på døgnet"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("For eksempel dagtid, kveld og helg, eller klokka 7–15."),
    )
    starts_on = DateField(
        label=gettext_lazy("Første arbeidsdag"),
        error_messages={"required": gettext_lazy("Skriv første arbeidsdag.")},
    )
    ends_on = DateField(
        label=gettext_lazy("Siste arbeidsdag"),
        required=False,
        help_text=gettext_lazy("La stå tomt når den ikke er avtalt."),
    )
    offered_on = DateField(
        label=gettext_lazy("Når kom tilbudet?"), error_messages={"required": gettext_lazy("Skriv datoen.")}
    )
    condition = forms.ChoiceField(
        label=gettext_lazy("Er det et vilkår for tilbudet?"),
        choices=JobOffer.Condition.choices,
        required=False,
        initial="",
        widget=RadioSelect,
        help_text=gettext_lazy("Om lønnstilskudd spør vi veilederen, som svarer her."),
        error_messages={"invalid_choice": gettext_lazy("Velg et av vilkårene.")},
    )
    condition_text = forms.CharField(
        label=gettext_lazy("Mer om vilkåret"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("For eksempel hvilket bevis, eller hvilket nivå i norsk."),
    )
    note = forms.CharField(
        label=gettext_lazy("Notat"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Nav og kursleverandøren leser det. Skriv ikke om helse."),
    )
    fields_in_order = [
        Fieldset(
            gettext_lazy("Tilbudet"), "employer", "occupation", "terms", "on_call", FieldRow("fte_low", "fte_high"),
            "hours", FieldRow("starts_on", "ends_on"), "offered_on",
        ),
        Fieldset(gettext_lazy("Vilkår"), "condition", "condition_text", "note"),
    ]  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["employer"].offer_to(self.membership, also_paused=True)
        self.initial.setdefault("offered_on", clock.today())

    def clean(self):
        data = super().clean()
        low, high = data.get("fte_low"), data.get("fte_high")
        if low is not None and high is not None and high < low:
            self.add_error("fte_high", _("Den høyeste stillingsprosenten må være minst like høy som den laveste."))
        starts_on, ends_on = data.get("starts_on"), data.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("Sluttdato kan ikke være før startdato."))
        return data

    def cleaned_data_for_action(self):
        data = super().cleaned_data_for_action()
        data["form"] = data.pop("terms")
        named = data.pop("employer")
        known = isinstance(named, Employer)
        return data | {"employer": named if known else None, "employer_name": "" if known else named}


class ConditionForm(GuardedForm, KursForm):
    """Whether the condition is met, and why not."""

    guarded = ("reason",)

    decision = forms.ChoiceField(
        widget=RadioSelect,
        error_messages={
            "required": gettext_lazy("Velg om vilkåret er oppfylt."),
            "invalid_choice": gettext_lazy("Velg et av svarene."),
        },
    )
    decided_on = DateField(label=gettext_lazy("Dato"), error_messages={"required": gettext_lazy("Skriv datoen.")})
    reason = forms.CharField(
        label=gettext_lazy("Begrunnelse"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Kreves når svaret er nei. Kursleverandøren leser den. Skriv ikke om helse."),
    )

    def __init__(self, *args, subsidy: bool, **kwargs):
        super().__init__(*args, **kwargs)
        field, decision = self.fields["decision"], JobOffer.Decision
        if subsidy:
            field.label = _("Gir Nav lønnstilskudd?")
            field.choices = [(decision.MET, _("Ja, innvilget")), (decision.REFUSED, _("Nei, avslått"))]
        else:
            field.label = _("Er vilkåret oppfylt?")
            field.choices = [(decision.MET, _("Ja")), (decision.REFUSED, _("Nei"))]
        self.initial.setdefault("decided_on", clock.today())

    def clean(self):
        data = super().clean()
        if data.get("decision") == JobOffer.Decision.REFUSED and not data.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Skriv kort hvorfor vilkåret ikke er oppfylt."))
        return data


class AnswerForm(GuardedForm, KursForm):
    """Yes, no, or withdrawn; and why it did not become a job."""

    guarded = ("note",)

    submit_label = gettext_lazy("Lagre svaret")
    answer = forms.ChoiceField(
        label=gettext_lazy("Hva ble svaret?"),
        choices=[(one.value, one.label) for one in JobOffer.Answer if one != JobOffer.Answer.OPEN],
        widget=RadioSelect,
        error_messages={
            "required": gettext_lazy("Velg svaret."),
            "invalid_choice": gettext_lazy("Velg et av svarene."),
        },
    )
    answered_on = DateField(
        label=gettext_lazy("Dato for svaret"), error_messages={"required": gettext_lazy("Skriv datoen.")}
    )
    found_through = forms.ChoiceField(
        label=gettext_lazy("Hvordan jobben ble funnet"),
        choices=Employment.FoundThrough.choices,
        required=False,
        help_text=gettext_lazy("Brukes når svaret er ja. Da blir jobben registrert av seg selv."),
    )
    reason = forms.ChoiceField(
        label=gettext_lazy("Hvorfor ble det ikke jobb?"),
        required=False,
        help_text=gettext_lazy("Fylles ut når svaret er nei, eller tilbudet ble trukket."),
        error_messages={"invalid_choice": gettext_lazy("Velg en av årsakene.")},
    )
    note = forms.CharField(
        label=gettext_lazy("Notat"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Nav og kursleverandøren leser det. Skriv ikke om helse."),
    )

    def __init__(self, *args, has_condition: bool, **kwargs):
        super().__init__(*args, **kwargs)
        answer, reason = JobOffer.Answer, JobOffer.Reason

        def choices(of):
            left_out = {reason.OTHER} | (set() if has_condition else {reason.CONDITION})
            return [(one.value, one.label) for one in REASONS[of] if one not in left_out]

        self.fields["reason"].choices = [
            ("", _("Velg årsak")),
            (_("Deltakeren takket nei"), choices(answer.DECLINED)),
            (_("Arbeidsgiveren trakk tilbudet"), choices(answer.WITHDRAWN)),
            (reason.OTHER.value, reason.OTHER.label),
        ]
        self.initial.setdefault("answered_on", clock.today())

    def clean(self):
        data = super().clean()
        lost = data.get("answer") in REASONS
        if lost and not data.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Velg hvorfor det ikke ble jobb."))
        return data

    def cleaned_data_for_action(self):
        data = super().cleaned_data_for_action()
        return data | {"found_through": data["found_through"] or Employment.FoundThrough.UNKNOWN}


class UndoAnswerForm(KursForm):
    """Asks before an answer is taken back."""

    submit_label = gettext_lazy("Angre svaret")
    danger = True
