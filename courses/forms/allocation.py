"""Forms about a round: an exception, another policy, the leftover round, a simulation (A2)."""

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo import clock, workdays
from amo.crispy import FieldRow, Unmarked
from amo.forms import DateField, KursForm
from amo.widgets import RadioSelect
from courses.forms.applications import AgainstAdvice, against_field
from courses.models import AllocationException, PolicyVersion
from courses.models.rounds import MIN_REASON


class ExceptionForm(KursForm):
    """Move one person in a proposal."""

    submit_label = gettext_lazy("Lag forslaget på nytt med unntaket")

    kind = forms.ChoiceField(
        label=gettext_lazy("Hvilket unntak?"),
        choices=AllocationException.Kind.choices,
        widget=RadioSelect(
            descriptions={
                "place": gettext_lazy("Søkeren går foran alle på dette kurset. Krav til kurset gjelder fortsatt."),
                "pass_over": gettext_lazy("Søkeren får ikke plass på dette kurset i denne fordelingen."),
            }
        ),
        error_messages={
            "required": gettext_lazy("Velg hvilket unntak du gjør."),
            "invalid_choice": gettext_lazy("Velg ett av unntakene."),
        },
    )
    reason = forms.CharField(
        label=gettext_lazy("Begrunnelse"),
        help_text=gettext_lazy(
            "Minst ti tegn. Den som godkjenner og veilederen leser den. Skriv ikke om helse eller familie."
        ),
        min_length=MIN_REASON,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": gettext_lazy("Skriv en begrunnelse på minst ti tegn."),
            "min_length": gettext_lazy("Skriv en begrunnelse på minst ti tegn."),
            "max_length": gettext_lazy("Begrunnelsen kan ha høyst 300 tegn."),
        },
    )

    def __init__(self, *args, kinds: list[str], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [choice for choice in AllocationException.Kind.choices if choice[0] in kinds]
        if len(kinds) == 1:
            self.fields["kind"].initial = kinds[0]


def policy_label(policy: PolicyVersion) -> str:
    """ "Versjon 3, utkast, gjelder fra 1. mars 2026"."""
    return _("Versjon %(number)d (%(status)s), gjelder fra %(day)s") % {
        "number": policy.number,
        "status": policy.get_status_display().lower(),
        "day": date_format(policy.valid_from),
    }


class PolicyChoiceField(forms.ModelChoiceField):
    """One of the versions of the criteria."""

    def label_from_instance(self, obj):
        return policy_label(obj)


class CompareForm(KursForm):
    """Which other version to try; sent by GET, since nothing changes."""

    submit_label = gettext_lazy("Vis forskjellen")

    policy = PolicyChoiceField(
        label=gettext_lazy("Kriterier å prøve"),
        queryset=PolicyVersion.objects.none(),
        empty_label=None,
        error_messages={
            "required": gettext_lazy("Velg hvilke kriterier du vil prøve."),
            "invalid_choice": gettext_lazy("Velg en av versjonene."),
        },
    )

    def __init__(self, *args, policies, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["policy"].queryset = policies
        # Nothing is sent that could be sent twice: the address of the answer can be shared.
        del self.fields["submission"]
        self.helper.form_method, self.helper.disable_csrf = "get", True


class SimulationForm(KursForm):
    """A period and the criteria to try on the rounds in it."""

    submit_label = gettext_lazy("Start simuleringen")
    fields_in_order = [FieldRow("first_day", "last_day"), "policy"]

    first_day = DateField(
        label=gettext_lazy("Kursstart fra"), error_messages={"required": gettext_lazy("Skriv første dag.")}
    )
    last_day = DateField(
        label=gettext_lazy("Kursstart til"), error_messages={"required": gettext_lazy("Skriv siste dag.")}
    )
    policy = CompareForm.base_fields["policy"]

    def __init__(self, *args, policies, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["policy"].queryset = policies

    def clean(self):
        data = super().clean()
        first, last = data.get("first_day"), data.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("Siste dag kan ikke være før den første."))
        return data


class LeftoverForm(KursForm):
    """Opens the leftover round, or moves its deadline."""

    submit_label = gettext_lazy("Åpne restrunden")
    fields_in_order = ["deadline", "open_to_others"]

    deadline = DateField(
        label=gettext_lazy("Frist for nye ønsker"),
        help_text=gettext_lazy("En helligdag eller helg flyttes til neste virkedag."),
        error_messages={"required": gettext_lazy("Skriv fristen for nye ønsker.")},
    )
    open_to_others = forms.BooleanField(
        label=gettext_lazy("Tilby også plassene til andre fylker"),
        required=False,
        help_text=gettext_lazy("Kontorer i andre fylker ser da kursene for sine brukere uten plass."),
    )

    def clean_deadline(self):
        """The day that holds: never before tomorrow, and a working day."""
        day = self.cleaned_data["deadline"]
        if day <= clock.today():
            raise forms.ValidationError(_("Fristen må være tidligst i morgen."))
        return day if workdays.is_working_day(day) else workdays.add_working_days(day, 1)


class LeftoverWishesForm(KursForm):
    """New wishes of one person: ranks of the courses she was shown, or why she wants none of them.

    against: why the advice speaks against some of those chosen; then the form asks for one sentence.
    """

    submit_label = gettext_lazy("Send de nye ønskene")
    NONE = ""

    note = forms.CharField(
        label=gettext_lazy("Hvorfor ingen av kursene?"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Fylles ut når brukeren ikke ønsker noen av dem. Plassen på ventelista beholdes."),
        error_messages={"max_length": gettext_lazy("Teksten kan ha høyst 300 tegn.")},
    )

    def __init__(self, *args, courses, against=(), **kwargs):
        """courses: intakes she is shown, best first."""
        super().__init__(*args, **kwargs)
        self.courses, self.against = list(courses), against
        choices = [(self.NONE, _("Ikke valgt")), *[(str(one.pk), self._label(one)) for one in self.courses]]
        for rank in range(1, len(self.courses) + 1):
            self.fields[f"wish_{rank}"] = forms.ChoiceField(
                label=_("Nytt ønske %(rank)d") % {"rank": rank},
                choices=choices,
                required=False,
                error_messages={"invalid_choice": _("Velg et av kursene.")},
            )
        names = [f"wish_{rank}" for rank in range(1, len(self.courses) + 1)]
        self.fields_in_order = [*names, Unmarked("note")]  # required of who chooses none
        if against:
            self.fields["against_reason"] = against_field()
            self.fields_in_order = [*names, AgainstAdvice(), "against_reason", Unmarked("note")]

    @staticmethod
    def _label(intake) -> str:
        return _("%(course)s (%(code)s), starter %(day)s") % {
            "course": intake.concept.title, "code": intake.code, "day": date_format(intake.starts_on),
        }  # fmt: skip

    def clean(self):
        data = super().clean()
        seen, gap = set(), False
        for rank in range(1, len(self.courses) + 1):
            name = f"wish_{rank}"
            chosen = data.get(name)
            if not chosen:
                gap = gap or name not in self.errors
            elif chosen in seen:
                self.add_error(name, _("Kurset er allerede ønsket."))
            elif gap:
                self.add_error(name, _("Fyll ut ønskene i rekkefølge, uten hull."))
            seen.add(chosen)
        if not self.errors and not self.chosen() and not data.get("note", "").strip():
            self.add_error("note", _("Velg minst ett kurs, eller skriv hvorfor ingen av dem er ønsket."))
        return data

    def chosen(self) -> list:
        """The intakes in her order."""
        by_pk = {str(one.pk): one for one in self.courses}
        names = (f"wish_{rank}" for rank in range(1, len(self.courses) + 1))
        return [by_pk[self.cleaned_data[name]] for name in names if self.cleaned_data.get(name)]
