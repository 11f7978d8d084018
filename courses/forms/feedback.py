"""Forms of feedback on concepts and of the rounds that ask for it (C7)."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo.crispy import Inline, Unmarked
from amo.forms import DateField, KursForm
from amo.models import Office
from amo.widgets import CheckboxSelectMultiple, RadioSelect
from courses.models import Concept, ConceptFeedback, FeedbackRound, Intake

Status = ConceptFeedback.Status
NOBODY = gettext_lazy("Skriv om kurset, aldri om personer. Fødselsnummer og navn på brukere blir avvist.")


def _area(label, *, help_text="", required=True, missing="", longest=2000, rows=5) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, required=required, max_length=longest,
        widget=forms.Textarea(attrs={"rows": rows}), error_messages={"required": missing} if missing else {},
    )  # fmt: skip


def _radio(label, choices, missing, **more) -> forms.ChoiceField:
    messages = dict.fromkeys(("required", "invalid_choice"), missing)
    return forms.ChoiceField(label=label, choices=choices, widget=RadioSelect, error_messages=messages, **more)


class FeedbackForm(KursForm):
    """FeedbackForm(…, intakes=those of the concept that may be named)."""

    submit_label = gettext_lazy("Send tilbakemeldingen")

    kind = _radio(
        gettext_lazy("Hva gjelder det?"),
        ConceptFeedback.Kind.choices,
        gettext_lazy("Velg hva tilbakemeldingen gjelder."),
    )
    text = _area(gettext_lazy("Hva mener du?"), help_text=NOBODY, missing=gettext_lazy("Skriv hva du mener om kurset."))
    intake = forms.ModelChoiceField(
        Intake.objects.none(),
        label=gettext_lazy("Gjelder det én kursoppstart?"),
        empty_label=gettext_lazy("Hele kurset"),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Velg en oppstart av dette kurset.")},
    )

    def __init__(self, *args, intakes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["intake"].queryset = intakes


class FeedbackAnswerForm(KursForm):
    """The county's answer to one or many."""

    submit_label = gettext_lazy("Send svaret")

    status = _radio(
        gettext_lazy("Har dere endret noe?"),
        [(Status.ANSWERED, gettext_lazy("Nei, ikke nå")), (Status.ACTED_ON, gettext_lazy("Ja"))],
        gettext_lazy("Velg om noe er endret."),
    )
    what_changed = _area(
        gettext_lazy("Hva er endret? (fylles ut når svaret er ja)"), required=False, longest=500, rows=2,
        help_text=gettext_lazy("Avsenderen får en lenke til kurset slik det er nå."),
    )  # fmt: skip
    answer = _area(
        gettext_lazy("Svar til avsenderen"),
        missing=gettext_lazy("Skriv svaret til den som sendte tilbakemeldingen."),
    )

    def clean(self):
        data = super().clean()
        if data.get("status") == Status.ACTED_ON and not (data.get("what_changed") or "").strip():
            self.add_error("what_changed", _("Skriv hva som er endret."))
        return data


class RoundForm(KursForm):
    """A new round of the county."""

    submit_label = gettext_lazy("Start runden")

    name = forms.CharField(
        label=gettext_lazy("Navn på runden"), max_length=100,
        error_messages={"required": gettext_lazy("Skriv et navn på runden.")},
    )  # fmt: skip
    question = _area(
        gettext_lazy("Hva spør dere om?"), longest=1000, rows=3, missing=gettext_lazy("Skriv hva dere spør om.")
    )
    due_on = DateField(
        label=gettext_lazy("Svarfrist"), error_messages={"required": gettext_lazy("Skriv siste dag for å svare.")}
    )
    concepts = forms.ModelMultipleChoiceField(
        Concept.objects.none(), label=gettext_lazy("Kurs"), widget=CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Velg minst ett kurs.")},
    )  # fmt: skip
    offices = forms.ModelMultipleChoiceField(
        Office.objects.none(), label=gettext_lazy("Nav-kontor"), widget=CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Velg minst ett kontor.")},
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        county = self.membership.county_id
        concepts = Concept.objects.visible_to(self.membership).filter(county=county, is_active=True)
        self.fields["concepts"].queryset = concepts
        self.fields["offices"].queryset = Office.objects.visible_to(self.membership).filter(
            county=county, is_active=True
        )


class RoundAnswerForm(KursForm):
    """One's advice about every concept of a round. RoundAnswerForm(…, round_=, own={concept pk: what was sent})."""

    submit_label = gettext_lazy("Send svarene")

    def __init__(self, *args, round_: FeedbackRound, own: dict, **kwargs):
        super().__init__(*args, **kwargs)
        self.concepts = list(round_.concepts.all())
        drawn = []
        for concept in self.concepts:
            sent = own.get(concept.pk)
            verdict, why = f"verdict-{concept.pk}", f"why-{concept.pk}"
            self.fields[verdict] = _radio(
                concept.title, ConceptFeedback.Verdict.choices, _("Velg ett av rådene."),
                required=False, initial=sent.verdict if sent else "",
            )  # fmt: skip
            self.fields[why] = _area(
                _("Hvorfor? (%(course)s)") % {"course": concept.title},
                required=False, rows=2, help_text=NOBODY if concept is self.concepts[0] else "",
            )  # fmt: skip
            self.fields[why].initial = sent.text if sent else ""
            drawn += [Inline(verdict), why]
        # Nothing is required, and the page says so at its top.
        self.fields_in_order = [Unmarked(*drawn)]

    def clean(self):
        data = super().clean()
        for concept in self.concepts:
            verdict, why = f"verdict-{concept.pk}", f"why-{concept.pk}"
            if verdict in self.errors or why in self.errors:
                continue
            given, text = data.get(verdict), (data.get(why) or "").strip()
            if text and not given:
                self.add_error(verdict, _("Velg ett av rådene."))
            if given and given != ConceptFeedback.Verdict.KEEP and not text:
                self.add_error(why, _("Skriv hvorfor."))
        return data

    def answers(self) -> dict[int, tuple[str, str]]:
        """{concept pk: (verdict, why)} of those that were answered."""
        data = self.cleaned_data
        return {
            concept.pk: (data[f"verdict-{concept.pk}"], data[f"why-{concept.pk}"])
            for concept in self.concepts
            if data.get(f"verdict-{concept.pk}")
        }
