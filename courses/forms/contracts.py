"""The county's forms for contracts: the contract with its options, cancelling, an option, a hand-over (C2)."""

from crispy_forms.layout import Fieldset
from django import forms
from django.core.validators import MaxValueValidator
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from amo.crispy import FieldRow
from amo.forms import DateField, KursForm, KursModelForm
from amo.models import Provider
from amo.widgets import CheckboxSelectMultiple, NumberInput, RadioSelect
from courses.actions.contracts import OptionRow
from courses.contract_facts import living_intakes
from courses.forms.rows import FormsetRows
from courses.models import Concept, Contract, ContractOption, Handover, Intake

MAX_OPTIONS = 6
HIGHEST = {"places_bought": 5000, "introductory_weeks": 52}


class ContractForm(KursModelForm):
    """A contract and its tender; the options are the formset `options`."""

    starts_on = DateField(label=_("Fra"), error_messages={"required": _("Skriv når avtalen starter.")})
    ends_on = DateField(label=_("Til"), error_messages={"required": _("Skriv når avtalen går ut.")})
    announced_on = DateField(label=_("Kunngjort"), required=False)
    deadline_on = DateField(label=_("Tilbudsfrist"), required=False)
    awarded_on = DateField(label=_("Tildelt"), required=False)

    fields_in_order = [
        Fieldset(_("Avtalen"), "concept", "number", "provider", FieldRow("starts_on", "ends_on")),
        Fieldset(_("Anskaffelsen"), FieldRow("announced_on", "deadline_on", "awarded_on")),
        Fieldset(_("Hva som er kjøpt"), FieldRow("places_bought", "introductory_weeks"), "price_model"),
        FormsetRows("options", "courses/contracts/_option_rows.html"),
    ]

    class Meta:
        model = Contract
        fields = [
            "concept", "number", "provider", "starts_on", "ends_on", "announced_on", "deadline_on", "awarded_on",
            "places_bought", "price_model", "introductory_weeks",
        ]  # fmt: skip
        widgets = {"places_bought": NumberInput, "introductory_weeks": NumberInput}
        labels = {"price_model": _("Prismodell"), "number": _("Avtalenummer")}
        help_texts = {
            "provider": _("Kan stå tom til tilbudet er tildelt."),
            "introductory_weeks": _("Den som slutter i disse ukene, regnes som prøvd, ikke som frafall."),
            "places_bought": _("Antall plasser i hele avtaleperioden. 0 betyr at antallet ikke er oppgitt."),
        }
        error_messages = {
            "concept": {"required": _("Velg kurset avtalen gjelder.")},
            "number": {"required": _("Skriv avtalenummeret."), "unique": _("Avtalenummeret er allerede i bruk.")},
            "places_bought": {
                "required": _("Skriv hvor mange plasser som er kjøpt."),
                "invalid": _("Skriv antall plasser som et tall."),
                "min_value": _("Antall plasser kan ikke være under 0."),
            },
            "introductory_weeks": {
                "required": _("Skriv hvor mange uker."),
                "invalid": _("Skriv antall uker som et tall."),
                "min_value": _("Antall uker kan ikke være under 0."),
            },
        }

    def __init__(self, *args, options=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.options = options
        concepts = Concept.objects.visible_to(self.membership).filter(county=self.membership.county_id)
        self.fields["concept"].queryset = concepts
        self.fields["provider"].queryset = Provider.objects.visible_to(self.membership).order_by("name_sort")
        self.fields["provider"].empty_label = _("Ikke valgt ennå")
        if self.instance.status == Contract.Status.ACTIVE and self.instance.pk:
            for name in ("concept", "provider"):
                self.fields[name].disabled = True
            self.fields["provider"].help_text = ""
        for name, limit in HIGHEST.items():
            field = self.fields[name]
            field.widget.attrs["max"] = limit
            field.validators.append(MaxValueValidator(limit, _("Tallet kan ikke være høyere enn %(limit_value)d.")))

    def values(self) -> dict:
        """The contract's own columns, as `save_contract` takes them."""
        return {name: self.cleaned_data[name] for name in self._meta.fields}


class OptionForm(forms.Form):
    """One option: how long, and the last day to use it. Both empty: none."""

    use_required_attribute = False
    months = forms.IntegerField(
        label=_("Måneder"),
        required=False,
        min_value=1,
        max_value=60,
        widget=NumberInput,
        error_messages={
            "invalid": _("Skriv måneder som et tall."),
            "min_value": _("En opsjon varer minst én måned."),
            "max_value": _("En opsjon kan vare høyst 60 måneder."),
        },
    )
    use_by = DateField(label=_("Siste dag å bruke den"), required=False)
    remove = forms.BooleanField(label=_("Ta bort opsjonen"), required=False)

    def __init__(self, *args, option: ContractOption | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.option = option
        self.settled = option is not None and option.status != ContractOption.Status.OPEN

    def clean(self):
        data = super().clean()
        if data.get("remove") or self.settled or self.errors:
            return data
        months, use_by = data.get("months"), data.get("use_by")
        if months and not use_by:
            self.add_error("use_by", _("Skriv siste dag opsjonen kan brukes."))
        if use_by and not months:
            self.add_error("months", _("Skriv hvor mange måneder opsjonen varer."))
        return data

    def row(self) -> OptionRow:
        """What `save_contract` takes."""
        data = self.cleaned_data
        return OptionRow(
            months=data.get("months"),
            use_by=data.get("use_by"),
            number=self.option.number if self.option else None,
            remove=data.get("remove", False),
        )


class _OptionRows(BaseFormSet):
    """The options by their own numbers, then two empty rows, whatever was posted about their number."""

    def __init__(self, *args, stored=(), **kwargs):
        self.stored = list(stored)
        super().__init__(*args, **kwargs)

    def total_form_count(self):
        return min(MAX_OPTIONS, len(self.stored) + 2) if len(self.stored) < MAX_OPTIONS else len(self.stored)

    def initial_form_count(self):
        return 0

    def get_form_kwargs(self, index):
        option = self.stored[index] if index is not None and index < len(self.stored) else None
        initial = {"months": option.months, "use_by": option.use_by} if option else {}
        return super().get_form_kwargs(index) | {"option": option, "initial": initial}

    def add_prefix(self, index):
        # A stored option by its number, so that a stale form moves no option's dates to another.
        if isinstance(index, int) and index < len(self.stored):
            return f"{self.prefix}-n{self.stored[index].number}"
        return super().add_prefix(index - len(self.stored) if isinstance(index, int) else index)

    def rows(self) -> list[OptionRow]:
        """All rows; those of options that are settled are left to the action, which leaves them."""
        return [form.row() for form in self.forms if hasattr(form, "cleaned_data")]


OptionFormSet = formset_factory(OptionForm, formset=_OptionRows, extra=0)


def option_formset(data, contract: Contract | None) -> _OptionRows:
    """The options of a contract (none for a new one). One query."""
    stored = list(contract.options.order_by("number")) if contract and contract.pk else []
    return OptionFormSet(data, prefix="option", stored=stored)


class CancelForm(KursForm):
    """Why a contract is cancelled."""

    danger = True
    submit_label = _("Avbryt avtalen")
    reason = forms.CharField(
        label=_("Hvorfor avbrytes avtalen?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv hvorfor avtalen avbrytes.")},
    )


class OptionDecisionForm(KursForm):
    """Use an option, or let it go with the reason."""

    decision = forms.ChoiceField(
        label=_("Skal opsjonen brukes?"),
        choices=[("use", _("Ja, forleng avtalen")), ("decline", _("Nei, la avtalen gå ut"))],
        widget=RadioSelect,
        error_messages={"required": _("Velg om opsjonen skal brukes.")},
    )
    note = forms.CharField(
        label=_("Begrunnelse"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Må fylles ut når opsjonen ikke brukes."),
    )

    def clean(self):
        data = super().clean()
        if data.get("decision") == "decline" and not (data.get("note") or "").strip():
            self.add_error("note", _("Skriv hvorfor opsjonen ikke brukes."))
        return data


class _NewContract(forms.ModelChoiceField):
    def label_from_instance(self, contract):
        return f"{contract.number} – {contract.provider.name}"


class _Intakes(forms.ModelMultipleChoiceField):
    def label_from_instance(self, intake: Intake):
        return f"{intake.code}: {intake.get_status_display().lower()}, {intake.starts_on:%d.%m.%Y}–{intake.ends_on:%d.%m.%Y}"


class HandoverForm(KursForm):
    """Which classes go to which contract, on what day and why. Nothing happens before the preview is confirmed."""

    submit_label = _("Se hvem det gjelder")
    to_contract = _NewContract(
        label=_("Ny avtale"),
        queryset=Contract.objects.none(),
        empty_label=_("Velg"),
        error_messages={"required": _("Velg den nye avtalen."), "invalid_choice": _("Velg en avtale fra lista.")},
    )
    intakes = _Intakes(
        label=_("Kurs som overføres"),
        queryset=Intake.objects.none(),
        widget=CheckboxSelectMultiple,
        error_messages={"required": _("Velg minst ett kurs."), "invalid_choice": _("Velg kurs fra lista.")},
    )
    day = DateField(
        label=_("Første dag hos ny leverandør"), error_messages={"required": _("Skriv hvilken dag kursene overføres.")}
    )
    reason = forms.CharField(
        label=_("Hvorfor overføres kursene?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv hvorfor kursene overføres.")},
    )

    def __init__(self, *args, contract: Contract, **kwargs):
        super().__init__(*args, **kwargs)
        others = Contract.objects.editable_by(self.membership).filter(
            concept=contract.concept_id, status=Contract.Status.ACTIVE
        )
        self.fields["to_contract"].queryset = (
            others.exclude(pk=contract.pk).select_related("provider").order_by("starts_on", "number")
        )
        self.fields["intakes"].queryset = living_intakes(contract)
        if not self.fields["to_contract"].queryset.exists():
            self.fields["to_contract"].help_text = _(
                "Ingen annen avtale for kurset er satt i kraft. Legg inn den nye avtalen først."
            )


def handover_initial(handover: Handover) -> dict:
    """What the form is filled with when a draft is changed."""
    return {
        "to_contract": handover.to_contract_id,
        "intakes": list(handover.intakes.values_list("pk", flat=True)),
        "day": handover.day,
        "reason": handover.reason,
    }


class PlanForm(forms.Form):
    """From which day the next contract shall hold; sent by GET."""

    use_required_attribute = False
    kurs = forms.ModelChoiceField(
        label=_("Kurs"),
        queryset=Concept.objects.none(),
        to_field_name="public_id",
        required=False,
        empty_label=_("Alle kurs"),
        error_messages={"invalid_choice": _("Velg et kurs fra lista.")},
    )
    start = DateField(
        label=_("Avtalen skal starte"), error_messages={"required": _("Skriv når den nye avtalen skal starte.")}
    )

    def __init__(self, *args, membership, **kwargs):
        super().__init__(*args, **kwargs)
        concepts = Concept.objects.visible_to(membership).filter(county=membership.county_id, is_active=True)
        self.fields["kurs"].queryset = concepts
