"""The application with its ranked wishes, its withdrawal, and the answer to a judged checklist item (A1)."""

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from amo.crispy import Inline
from amo.forms import KursForm
from amo.widgets import RadioSelect
from courses.models import ChecklistAnswer, Intake
from courses.models.application import MAX_WISHES


def intake_label(intake: Intake, free: int) -> str:
    """An open class by its course, start day, place and free places for the office."""
    start = date_format(intake.starts_on, "SHORT_DATE_FORMAT")
    places = _("%(n)d ledige") % {"n": free}
    return f"{intake.contract.concept.title}, {start}, {intake.place} – {places}"


class ApplicationForm(KursForm):
    """One to five wishes, in the person's own order."""

    submit_label = _("Send søknaden")

    def __init__(self, *args, intakes, free, **kwargs):
        super().__init__(*args, **kwargs)
        by_id = {str(intake.public_id): intake for intake in intakes}
        labels = [(key, intake_label(intake, free[intake.pk])) for key, intake in by_id.items()]
        for rank in range(1, MAX_WISHES + 1):
            nothing = _("Velg kurs") if rank == 1 else _("Ingen flere ønsker")
            self.fields[f"wish_{rank}"] = forms.TypedChoiceField(
                label=_("%(rank)d. ønske") % {"rank": rank},
                choices=[("", nothing), *labels],
                coerce=by_id.__getitem__,
                empty_value=None,
                required=rank == 1,
                error_messages={
                    "required": _("Velg hvilket kurs som er førsteønsket."),
                    "invalid_choice": _("Kurset er ikke åpent for søknad lenger. Velg et annet."),
                },
            )
        self.fields_in_order = [f"wish_{rank}" for rank in range(1, MAX_WISHES + 1)]

    def clean(self):
        data = super().clean()
        seen, gap = set(), False
        for rank in range(1, MAX_WISHES + 1):
            name = f"wish_{rank}"
            intake = data.get(name)
            if intake is None:
                gap = gap or name not in self.errors
                continue
            if intake.pk in seen:
                self.add_error(name, _("Kurset er allerede ønsket."))
            elif gap and rank > 1 and "wish_1" not in self.errors:
                self.add_error(name, _("Fyll ut ønskene i rekkefølge, uten hull."))
            seen.add(intake.pk)
        return data

    def wishes(self) -> list[Intake]:
        """The intakes in order."""
        chosen = (self.cleaned_data.get(f"wish_{rank}") for rank in range(1, MAX_WISHES + 1))
        return [intake for intake in chosen if intake]


class WithdrawForm(KursForm):
    """Confirms that an application is taken back."""

    submit_label = _("Trekk søknaden")
    danger = True


class ChecklistAnswerForm(KursForm):
    """Met, not met or unknown, with one sentence."""

    submit_label = _("Lagre svaret")

    answer = forms.ChoiceField(
        label=_("Svar"),
        choices=ChecklistAnswer.Answer.choices,
        widget=RadioSelect,
        error_messages={"required": _("Velg et svar."), "invalid_choice": _("Velg et av svarene.")},
    )
    sentence = forms.CharField(
        label=_("Begrunnelse i én setning"),
        required=False,
        max_length=300,
        error_messages={"max_length": _("Begrunnelsen kan ha høyst 300 tegn.")},
    )

    fields_in_order = [Inline("answer"), "sentence"]

    def clean(self):
        data = super().clean()
        answered = data.get("answer") in (ChecklistAnswer.Answer.MET, ChecklistAnswer.Answer.NOT_MET)
        if answered and not data.get("sentence") and "sentence" not in self.errors:
            self.add_error("sentence", _("Skriv én setning om hvorfor."))
        return data
