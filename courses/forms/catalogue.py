"""The county's forms for a concept: the whole specification and its checklist (C1)."""

from crispy_forms.layout import Fieldset
from django import forms
from django.core.validators import MaxValueValidator
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from amo.crispy import FieldRow
from amo.forms import KursModelForm
from amo.models import QualificationType, Sector
from amo.occupations import Occupations
from amo.widgets import NumberInput
from courses.actions.catalogue import ChecklistRow
from courses.actions.concept_versions import REASON_LENGTH, has_been_in_use
from courses.forms.occupation_lines import OccupationLinesField
from courses.forms.rows import FormsetRows, without
from courses.models import ChecklistItem, Concept

MAX_TOPICS = 40
TOPIC_LENGTH = 150
CHECKLIST_MAX = 40
HIGHEST = {"theory_weeks": 104, "placement_weeks": 104, "hours_per_week": 40, "class_size": 200, "most_over": 50}


class TopicsField(forms.CharField):
    """A list written with one topic per line."""

    widget = forms.Textarea(attrs={"rows": 6})

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        topics = value if isinstance(value, list) else [line.strip() for line in super().to_python(value).splitlines()]
        return [topic for topic in topics if topic]

    def validate(self, value):
        if len(value) > MAX_TOPICS:
            raise forms.ValidationError(_("Skriv høyst 40 temaer."))
        if any(len(topic) > TOPIC_LENGTH for topic in value):
            raise forms.ValidationError(_("Hvert tema kan ha høyst 150 tegn."))

    def run_validators(self, value):
        return


class ConceptForm(KursModelForm):
    """Everything about a concept except its checklist, which is the formset `checklist`."""

    topics = TopicsField(label=_("Temaer"), required=False, help_text=_("Ett tema på hver linje."))
    occupations = OccupationLinesField(label=_("Yrker kurset leder til"), required=False)
    usual_shifts = forms.MultipleChoiceField(
        label=_("Vanlig arbeidstid utenom dagtid"),
        choices=Concept.Shift.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Forslagene sier fra når brukeren ikke kan arbeide da."),
        error_messages={"invalid_choice": _("Velg kveld, natt eller helg.")},
    )

    fields_in_order = [
        Fieldset(
            _("Om kurset"),
            "title",
            FieldRow("category", "audience", "aim"),
            "sector",
            "purpose",
            "target_group",
            "occupations",
        ),
        Fieldset(
            _("Krav"),
            "entry_requirements",
            FieldRow("minimum_oral", "minimum_listening"),
            FieldRow("minimum_reading", "minimum_writing"),
            "minimum_reason",
        ),
        FormsetRows("checklist", "courses/_checklist_rows.html"),
        Fieldset(
            _("Innhold og omfang"),
            FieldRow("theory_weeks", "placement_weeks"),
            FieldRow("hours_per_week", "class_size", "most_over"),
            "topics",
            "gives",
            "language_support",
        ),
        Fieldset(_("Etter kurset"), "outlook", "usual_shifts", "source", "is_active"),
        "reason",
    ]

    class Meta:
        model = Concept
        fields = [
            "title", "category", "audience", "aim", "sector", "purpose", "target_group", "entry_requirements", "minimum_oral",
            "minimum_listening", "minimum_reading", "minimum_writing", "minimum_reason", "theory_weeks",
            "placement_weeks", "hours_per_week", "class_size", "most_over", "topics", "gives", "occupations",
            "language_support", "outlook", "usual_shifts", "source", "is_active",
        ]  # fmt: skip
        widgets = {
            "theory_weeks": NumberInput,
            "placement_weeks": NumberInput,
            "hours_per_week": NumberInput,
            "class_size": NumberInput,
            "most_over": NumberInput,
            "gives": forms.CheckboxSelectMultiple,
            "purpose": forms.Textarea(attrs={"rows": 4}),
            "target_group": forms.Textarea(attrs={"rows": 4}),
            "entry_requirements": forms.Textarea(attrs={"rows": 3}),
            "language_support": forms.Textarea(attrs={"rows": 3}),
            "outlook": forms.Textarea(attrs={"rows": 4}),
        }
        labels = {"is_active": _("Ta kurset i bruk med en gang"), "most_over": _("Høyst så mange plasser over")}
        help_texts = {
            "is_active": _("Uten kryss lagres kurset som et utkast. Da foreslås det ikke for noen."),
            "most_over": _("Tomt betyr at dere ikke har satt noen grense. Flere enn vanlig skal alltid ha en grunn."),
            "audience": _("Brukes til å finne og sammenligne kurs. Sjekklista avgjør hvem kurset passer for."),
            "target_group": _("Vises for veilederen. Det som skal telle i forslag og tildeling, står i sjekklista."),
            "minimum_reason": _("Minstekrav til norsk skal ha en grunn i jobben kurset leder til."),
            "outlook": _("Hvilke jobber deltakerne får, og hvilke de ikke får."),
        }
        error_messages = {
            "title": {"required": _("Skriv hva kurset heter.")},
            "category": {"required": _("Velg kurstype.")},
            "sector": {"required": _("Velg bransje.")},
            "purpose": {"required": _("Skriv målet med kurset.")},
            "target_group": {"required": _("Skriv hvem kurset er for.")},
            "theory_weeks": {"required": _("Skriv antall uker teori."), "invalid": _("Skriv antall uker som et tall.")},
            "placement_weeks": {
                "required": _("Skriv antall uker praksis."),
                "invalid": _("Skriv antall uker som et tall."),
            },
            "hours_per_week": {"required": _("Skriv timer i uka."), "invalid": _("Skriv timer i uka som et tall.")},
            "class_size": {"required": _("Skriv antall plasser."), "invalid": _("Skriv antall plasser som et tall.")},
            "most_over": {"invalid": _("Skriv antall plasser som et tall.")},
            "outlook": {"required": _("Skriv ærlig om jobbutsiktene.")},
        }

    def __init__(self, *args, checklist=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.checklist = checklist
        self.fields["sector"].queryset = Sector.objects.visible_to(self.membership)
        self.fields["gives"].queryset = QualificationType.objects.visible_to(self.membership)
        for skill in ("oral", "listening", "reading", "writing"):
            field = self.fields[f"minimum_{skill}"]
            field.choices = [("", _("Ikke noe krav")), *(choice for choice in field.choices if choice[0])]
        for name, limit in HIGHEST.items():
            field = self.fields[name]
            field.max_value = limit
            field.validators.append(_at_most(limit))
        if self.instance.pk:
            # In use or not is for the buttons of its own page, which tell what stops it.
            del self.fields["is_active"]
            self.fields_in_order = [without(part, "is_active") for part in self.fields_in_order]
        if self.instance.pk and has_been_in_use(self.instance):
            self.fields["reason"] = _reason_field()
        if not self.instance.pk:
            # The county is the membership's own; without it the form could not see that the title is taken.
            self.instance.county_id = self.membership.county_id

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"county"}

    def clean(self):
        data = super().clean()
        minimums = [data.get(f"minimum_{skill}") for skill in ("oral", "listening", "reading", "writing")]
        if any(minimums) and not data.get("minimum_reason"):
            self.add_error("minimum_reason", _("Skriv hvorfor jobben krever dette nivået."))
        return data

    def values(self) -> dict:
        """The concept's own columns, as `save_concept` takes them."""
        apart = {"gives", "occupations", "submission", "version", "reason"}
        return {name: value for name, value in self.cleaned_data.items() if name not in apart}


def _reason_field() -> forms.CharField:
    return forms.CharField(
        label=_("Hvorfor kurset endres"),
        max_length=REASON_LENGTH,
        required=False,
        help_text=_("Står i versjonslista. Kurs som er planlagt eller i gang, beholder versjonen de har."),
    )


def _at_most(limit: int) -> MaxValueValidator:
    return MaxValueValidator(limit, _("Tallet kan ikke være høyere enn %(limit_value)d."))


class ChecklistItemForm(forms.ModelForm):
    """One row of the checklist. Only what its kind needs is read."""

    use_required_attribute = False
    occupations = OccupationLinesField(label=_("Yrker"), required=False)

    class Meta:
        model = ChecklistItem
        fields = [
            "label", "kind", "weight", "skill", "level", "education_level", "months", "hours", "qualification",
            "sector", "occupations",
        ]  # fmt: skip
        widgets = {"weight": NumberInput, "months": NumberInput, "hours": NumberInput}
        labels = {"kind": _("Type")}
        error_messages = {
            "label": {"required": _("Skriv hva punktet er.")},
            "kind": {"required": _("Velg type.")},
            "weight": {"required": _("Skriv vekt."), "invalid": _("Skriv vekt som et tall.")},
            "months": {"invalid": _("Skriv måneder som et tall.")},
            "hours": {"invalid": _("Skriv timer som et tall.")},
        }

    def __init__(self, *args, lists=None, known=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["occupations"].known = known
        self.fields["occupations"].help_text = _("Ett yrke på hver linje. Tomt betyr yrkene kurset leder til.")
        self.fields["weight"].min_value = 1
        for name, choices in (lists or {}).items():
            # One query for the whole formset, not one per row.
            self.fields[name].choices = choices

    def clean_weight(self):
        weight = self.cleaned_data["weight"]
        if not 1 <= weight <= 10:
            raise forms.ValidationError(_("Vekt er et tall fra 1 til 10."))
        return weight


class _ChecklistRows(BaseFormSet):
    """The rows of a concept's checklist. Each carries the id of its item, so that a stale form mixes nothing up."""

    def __init__(self, *args, items=(), **kwargs):
        self.items = {str(item.public_id): item for item in items}
        super().__init__(*args, initial=[{"item": item_id} for item_id in self.items], **kwargs)

    def item_of(self, index) -> ChecklistItem | None:
        """The item of a row: by what was posted, or in order when nothing has been."""
        if index is None:
            return None
        if self.is_bound:
            return self.items.get(self.data.get(f"{self.add_prefix(index)}-item", ""))
        return list(self.items.values())[index] if index < len(self.items) else None

    def get_form_kwargs(self, index):
        kwargs = super().get_form_kwargs(index)
        if item := self.item_of(index):
            kwargs["instance"] = item
        return kwargs

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["item"] = forms.CharField(required=False, widget=forms.HiddenInput, max_length=36)
        form.fields["DELETE"].label = _("Ta bort punktet")

    def rows(self) -> list[ChecklistRow]:
        """What `save_concept` takes; rows left empty are passed over."""
        found = []
        for index, form in enumerate(self.forms):
            item = self.item_of(index)
            if item is None and (not form.has_changed() or form.cleaned_data.get("DELETE")):
                continue
            values = {name: value for name, value in form.cleaned_data.items() if name != "item"}
            occupations = values.pop("occupations", ())
            remove = values.pop("DELETE", False)
            found.append(ChecklistRow(values=values, item=item, occupations=occupations, remove=remove))
        return found


ChecklistFormSet = formset_factory(
    ChecklistItemForm,
    formset=_ChecklistRows,
    extra=3,
    can_delete=True,
    max_num=CHECKLIST_MAX,
    absolute_max=CHECKLIST_MAX + 10,
    validate_max=True,
)


def checklist_formset(data, concept: Concept | None, membership) -> _ChecklistRows:
    """The formset of a concept's checklist (an empty one for a new concept). Three queries, and one when it is read."""
    items = []
    if concept and concept.pk:
        items = list(
            concept.checklist.active().select_related("qualification", "sector").prefetch_related("occupations")
        )
    lists = {
        name: [("", "---------"), *((row.pk, str(row)) for row in model.objects.visible_to(membership))]
        for name, model in (("qualification", QualificationType), ("sector", Sector))
    }
    kwargs = {"lists": lists, "known": Occupations()}
    return ChecklistFormSet(data, prefix="checklist", items=items, form_kwargs=kwargs)
