"""The county's forms for hiring requirements (C4)."""

from crispy_forms.layout import Fieldset
from django import forms
from django.core.validators import MaxValueValidator
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.crispy import FieldRow, Small
from amo.forms import DateField, KursForm, KursModelForm
from amo.models import QualificationType
from amo.occupations import OccupationField
from amo.widgets import NumberInput, RadioSelect
from courses.actions.hiring import SOURCE
from courses.models import HiringRequirement
from courses.words_base import FORM_WORDS, upper_first

MAX_MONTHS = 120
IDENTITY = ("segment", "employer_group", "occupation", "form")
"""What a version may not change: it would be a requirement of somebody else's."""


class DatalistInput(forms.TextInput):
    """A text field that offers what has been written before."""

    template_name = "courses/datalist_input.html"

    def __init__(self, attrs=None, options=()):
        super().__init__(attrs)
        self.options = options

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["list"] = f"{context['widget']['attrs'].get('id', name)}_options"
        context["options"] = list(self.options)
        return context


class RequirementForm(KursModelForm):
    """One requirement: who hires, for what, what it takes, and for how long it holds."""

    submit_label = _("Lagre kravet")
    occupation = OccupationField(label=_("Yrke"), error_messages={"required": _("Velg yrke.")})
    # Not "form": an input of that name hides the form element from the browser's own scripts.
    terms = forms.ChoiceField(
        label=_("Ansettelsesform"),
        widget=RadioSelect,
        error_messages={"required": _("Velg ansettelsesform."), "invalid_choice": _("Velg ansettelsesform.")},
    )
    valid_from = DateField(
        label=_("Gjelder fra"), error_messages={"required": _("Skriv hvilken dag kravet gjelder fra.")}
    )
    valid_to = DateField(label=_("Gjelder til"), required=False, help_text=_("La stå tomt når det ikke er avsluttet."))
    source_url = forms.URLField(
        label=_("Lenke til kilden"),
        max_length=300,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Skriv en lenke som begynner med https://.")},
    )

    class Meta:
        model = HiringRequirement
        fields = [
            "segment", "employer_group", "occupation", "needs_all", "needs_any", "permission_from",
            "months_each", "months_total", "valid_from", "valid_to", "source", "source_url",
        ]  # fmt: skip
        widgets = {
            "needs_all": forms.CheckboxSelectMultiple,
            "needs_any": forms.CheckboxSelectMultiple,
            "months_each": NumberInput,
            "months_total": NumberInput,
            "segment": DatalistInput,
            "employer_group": DatalistInput,
            "source": forms.TextInput,
        }
        labels = {
            "needs_all": _("Alt dette kreves"),
            "needs_any": _("Minst ett av dette kreves i tillegg"),
            "permission_from": _("Bare med tillatelse fra"),
        }
        help_texts = {
            "segment": _("Slik det skal leses i kursforslagene, for eksempel «Sykehjem i Oslo kommune»."),
            "employer_group": _("Hvis kravet bare gjelder en gruppe arbeidsgivere som er registrert som gruppe."),
            "permission_from": _("La stå tomt når arbeidsgiveren ansetter uten å spørre noen."),
            "source": _("Hvor kravet står, og fra når. Er det ikke dagens krav, skriver du det her."),
        }
        error_messages = {
            "segment": {"required": _("Skriv hvilke arbeidsgivere kravet gjelder for.")},
            "months_each": {"invalid": _("Skriv måneder som et tall.")},
            "months_total": {"invalid": _("Skriv måneder som et tall.")},
            "source": {"required": _("Skriv hvor kravet er hentet fra.")},
        }

    PARTS = [
        Fieldset(_("Hvem og hva"), "segment", "employer_group", "occupation", "terms"),
        Fieldset(_("Hva som kreves"), Small(FieldRow("needs_all", "needs_any"))),
        Fieldset(_("Tillatelse og tidsgrenser"), "permission_from", FieldRow("months_each", "months_total")),
        Fieldset(_("Hvor lenge og hvorfra"), FieldRow("valid_from", "valid_to"), "source", "source_url"),
    ]

    def __init__(self, *args, preview_url: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.preview_url = preview_url
        self.fields_in_order = list(self.PARTS)
        self.fields["terms"].choices = [(form, upper_first(word())) for form, word in FORM_WORDS.items()]
        if self.instance.pk:
            self.initial["terms"] = self.instance.form
        for name in ("needs_all", "needs_any"):
            self.fields[name].queryset = QualificationType.objects.visible_to(self.membership)
        for name in ("months_each", "months_total"):
            field = self.fields[name]
            field.max_value, field.min_value = MAX_MONTHS, 1
            field.validators.append(
                MaxValueValidator(MAX_MONTHS, _("Tallet kan ikke være høyere enn %(limit_value)d."))
            )
        known = HiringRequirement.objects.visible_to(self.membership).order_by()
        for name in ("segment", "employer_group"):
            self.fields[name].widget.options = (
                known.exclude(**{name: ""}).values_list(name, flat=True).distinct().order_by(name)
            )

    @cached_property
    def helper(self):
        """What is typed is drawn as it will be read, beside the form."""
        helper = super().helper
        if self.preview_url:
            helper.attrs |= {
                "hx-post": self.preview_url,
                "hx-trigger": "input delay:500ms",
                "hx-target": "#hiring-preview",
                "hx-swap": "innerHTML",
                "hx-disinherit": "*",
            }
        return helper

    def clean_segment(self):
        return " ".join(self.cleaned_data["segment"].split())

    def clean(self):
        data = super().clean()
        both = set(data.get("needs_all") or ()) & set(data.get("needs_any") or ())
        if both:
            self.add_error("needs_any", _("Det som alltid kreves, kan ikke også være ett av flere."))
        return data

    def _post_clean(self):
        """The action saves; whether the period is free is asked there, under lock."""

    def values(self) -> dict:
        """The requirement's own columns, as the actions take them."""
        apart = {"needs_all", "needs_any", "submission", "version"}
        own = {name: value for name, value in self.cleaned_data.items() if name not in apart}
        if "terms" in own:
            own["form"] = own.pop("terms")
        return own

    def needs(self) -> dict:
        return {"needs_all": self.cleaned_data["needs_all"], "needs_any": self.cleaned_data["needs_any"]}


class RequirementVersionForm(RequirementForm):
    """What holds from a day on, for the same employers, occupation and form of employment."""

    submit_label = _("Lagre ny versjon")
    PARTS = RequirementForm.PARTS[1:]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("segment", "employer_group", "occupation", "terms"):
            del self.fields[name]
        self.fields["valid_from"].label = _("Ny versjon gjelder fra")
        self.initial |= {"valid_from": clock.today()}


class RequirementSourceForm(RequirementForm):
    """Where a requirement is from: all that is corrected once advice has rested on it."""

    PARTS = [Fieldset(_("Kilde"), *SOURCE)]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in [name for name in self.fields if name not in (*SOURCE, "submission", "version")]:
            del self.fields[name]

    def needs(self) -> dict:
        return {}


class RequirementEndForm(KursForm):
    """The last day a requirement holds."""

    submit_label = _("Avslutt kravet")
    last_day = DateField(
        label=_("Siste dag kravet gjelder"),
        initial=clock.today,
        error_messages={"required": _("Skriv siste dag kravet gjelder.")},
    )
