"""Forms of barriers: reported in under a minute, answered, handed over, merged (L9)."""

from crispy_forms.layout import LayoutObject
from django import forms
from django.forms.utils import ErrorDict
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo import submissions
from amo.crispy import FieldRow
from amo.forms import KursForm
from amo.models import County
from amo.widgets import CheckboxSelectMultiple, RadioSelect
from courses.models import Concept
from placements import barriers
from placements.barrier_owners import About, choices_for_hand_over, choices_for_report, code_of, label_of
from placements.counties import counties_of, public_id_of
from placements.forms.employer_field import EmployerField
from placements.forms.guarded import GuardedForm
from placements.models import Barrier
from placements.plain_words import TOKEN, fold

NEW = "new"
"""Answer to "is it the same?": no, something else."""


class _Similar(LayoutObject):
    """Open barriers like what is being typed; without JavaScript they come as a question after sending."""

    def render(self, form, context, template_pack=None, **kwargs):
        return render_to_string("placements/barriers/_similar.html", {"form": form, "url": form.similar_url})


class BarrierForm(GuardedForm, KursForm):
    """Level and one line are enough. `about`: what the page she came from is about; `county` where that says it."""

    guarded = ("what", "text")

    level = forms.ChoiceField(
        label=gettext_lazy("Hva er det som stopper?"),
        choices=Barrier.Level,
        widget=RadioSelect(
            descriptions={
                "person": gettext_lazy("Noe hos personen selv, som barnepass eller reisevei"),
                "course": gettext_lazy("Innhold, tid, sted eller krav"),
                "employer": gettext_lazy("Krav, opplæring eller manglende ansettelse"),
                "matching": gettext_lazy("Feil kurs, feil praksisplass eller for sent"),
                "rules": gettext_lazy("Regler, ytelser, tillatelser eller frister"),
            }
        ),
        error_messages={
            "required": gettext_lazy("Velg hva det er som stopper."),
            "invalid_choice": gettext_lazy("Velg et av nivåene."),
        },
    )
    what = forms.CharField(
        label=gettext_lazy("Hva står i veien?"),
        max_length=150,
        help_text=gettext_lazy("Én linje. Andre ser den, så skriv ikke navn, diagnoser eller private forhold."),
        error_messages={
            "required": gettext_lazy("Skriv med én linje hva som står i veien."),
            "max_length": gettext_lazy("Linja kan ha høyst 150 tegn."),
        },
    )
    same_as = forms.ChoiceField(
        label=gettext_lazy("Er det det samme som noe av dette?"),
        help_text=gettext_lazy("Da teller meldingen din med der, og flere får vite at det gjelder mange."),
        widget=RadioSelect,
        required=False,
        error_messages={
            "required": gettext_lazy("Noen har meldt noe som ligner. Velg om det er det samme."),
            "invalid_choice": gettext_lazy("Denne er ikke åpen lenger. Velg på nytt."),
        },
    )
    about = forms.MultipleChoiceField(
        label=gettext_lazy("Gjelder det noe av dette?"),
        widget=CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Velg blant valgene i lista.")},
    )
    concept = forms.ModelChoiceField(
        label=gettext_lazy("Kurs"),
        queryset=Concept.objects.none(),
        required=False,
        empty_label=gettext_lazy("Ikke noe bestemt kurs"),
        error_messages={"invalid_choice": gettext_lazy("Velg et kurs i lista.")},
    )
    employer = EmployerField(label=gettext_lazy("Arbeidsgiver"), required=False)
    text = forms.CharField(
        label=gettext_lazy("Kort om det"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Leses av dem som skal løse det. Ikke skriv om helse."),
        error_messages={"max_length": gettext_lazy("Teksten kan ha høyst 300 tegn.")},
    )
    county = forms.ModelChoiceField(
        label=gettext_lazy("Hvilket fylke gjelder det?"),
        queryset=County.objects.none(),
        empty_label=gettext_lazy("Velg fylke"),
        error_messages={
            "required": gettext_lazy("Velg fylke."),
            "invalid_choice": gettext_lazy("Velg et fylke i lista."),
        },
    )
    owner = forms.ChoiceField(
        label=gettext_lazy("Hvem bør løse det?"),
        required=False,
        help_text=gettext_lazy(
            "Du trenger ikke velge: saken går til veileder, kontor, kursleverandør eller Nav tiltak ut fra hva den gjelder."
        ),
        error_messages={"invalid_choice": gettext_lazy("Velg en av dem i lista.")},
    )
    submit_label = gettext_lazy("Meld barrieren")

    def __init__(self, *args, about: About, county: County | None = None, similar_url: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.named, self.similar_url, self.employer = about, similar_url, about.employer
        counties = [county] if county else list(counties_of(self.membership))
        self.only_county = counties[0] if len(counties) == 1 else None
        if self.only_county:
            del self.fields["county"]
        else:
            self.fields["county"].queryset = counties_of(self.membership)
        self._set_about()
        self.owners = {code_of(one): one for one in choices_for_report(about, counties, self.membership)}
        labels = [(code, label_of(one)) for code, one in self.owners.items()]
        self.fields["owner"].choices = [("", _("Den det vanligvis hører til")), *labels]
        self._set_similar(counties)
        beside = [name for name in ("concept", "employer") if name in self.fields]
        row = [FieldRow(*beside)] if beside else []
        self.fields_in_order = ["level", "what", _Similar(), "about", *row, "text", "county", "owner"]

    def _set_about(self) -> None:
        """Checkboxes for what the page was about; lists to choose from for what it was not."""
        named = self.named
        choices = []
        if named.participant:
            choices.append(("participant", _("Personen du kom fra siden til")))
        if named.concept:
            choices.append(("concept", _("Kurset %(course)s") % {"course": named.concept.title}))
            del self.fields["concept"]
        else:
            concepts = Concept.objects.visible_to(self.membership)
            if self.membership.home_county_id:
                concepts = concepts.filter(county=self.membership.home_county_id)
            self.fields["concept"].queryset = concepts
        if named.intake:
            day = date_format(named.intake.starts_on)
            choices.append(("intake", _("Bare klassen med oppstart %(day)s") % {"day": day}))
        if named.employer:
            choices.append(("employer", _("Arbeidsgiveren %(employer)s") % {"employer": named.employer.name}))
            del self.fields["employer"]
        else:
            self.fields["employer"].offer_to(self.membership, also_paused=True)
        if choices:
            self.fields["about"].choices = choices
            self.initial.setdefault("about", [name for name, _label in choices if name != "intake"])
        else:
            del self.fields["about"]

    def _set_similar(self, counties: list[County]) -> None:
        """What looks the same, to choose from; with a way to say that it is not."""
        typed = self.data.get(self.add_prefix("what"), "") if self.is_bound else ""
        alike = barriers.similar(self.membership, counties, typed, self.named.employer)
        field = self.fields["same_as"]
        joined = self.data.get(self.add_prefix("same_as"), "") if self.is_bound else ""
        offered = {str(one.public_id): one for one in alike}
        if joined and joined != NEW and joined not in offered:
            # Chosen among those that stood there a moment ago.
            offered |= {str(one.public_id): one for one in _offered_now(self.membership, counties, joined)}
        self.offered = offered
        # A repeat of the same form would find what it has just made.
        repeated = self.is_bound and submissions.is_used(self.data.get(self.add_prefix("submission"), ""))
        field.required = bool(alike) and not repeated
        field.choices = [(code, one.what) for code, one in offered.items()] + [(NEW, _("Nei, det er noe annet"))]
        field.widget.descriptions = {code: _told(one) for code, one in offered.items()}

    def clean(self):
        cleaned = super().clean()
        what, person = cleaned.get("what"), self.named.participant
        if what and person and _names(what, person):
            self.add_error("what", _("Skriv linja uten navnet. Andre ser den."))
        return cleaned

    def unchecked(self) -> "BarrierForm":
        """The form as it is being filled in: nothing of it is told as wrong yet."""
        self._errors = ErrorDict()
        self.cleaned_data = {}
        return self

    def cleaned_data_for_action(self):
        cleaned = super().cleaned_data_for_action()
        ticked = self.named.only(cleaned.pop("about", []))
        about = About(
            concept=ticked.concept or cleaned.pop("concept", None),
            intake=ticked.intake,
            employer=ticked.employer or cleaned.pop("employer", None),
            participant=ticked.participant,
        )
        chosen = cleaned.pop("same_as")
        return {
            "county": cleaned.get("county") or self.only_county,
            "level": cleaned["level"],
            "what": cleaned["what"],
            "text": cleaned["text"],
            "about": about,
            "owner": self.owners.get(cleaned["owner"]),
            "same_as": self.offered.get(chosen),
            "is_new": chosen == NEW,
        }

    @cached_property
    def helper(self):
        helper = super().helper
        helper.form_id = "barrier-form"
        return helper


def _offered_now(membership, counties, public_id: str):
    number = public_id_of(public_id)
    return barriers.offered(membership, counties).filter(public_id=number) if number else []


def _told(barrier: Barrier) -> str:
    """How many reported it, and what it is about."""
    told = _("Meldt %(n)d ganger") % {"n": barrier.report_count} if barrier.report_count > 1 else _("Meldt én gang")
    about = barriers.about_text(barrier)
    return f"{told}. {about}" if about else told


def _names(text: str, person) -> bool:
    """Whether a line has one of the person's names."""
    words = {fold(match[0]) for match in TOKEN.finditer(text)}
    names = {fold(match[0]) for match in TOKEN.finditer(person.name)}
    return bool({name for name in names if len(name) > 1} & words)


class AnswerForm(GuardedForm, KursForm):
    """What came of it, for those who reported it."""

    guarded = ("answer",)
    status = forms.ChoiceField(
        label=gettext_lazy("Hvordan gikk det?"),
        choices=[
            (Barrier.Status.SOLVED, Barrier.Status.SOLVED.label),
            (Barrier.Status.NOT_HERE, Barrier.Status.NOT_HERE.label),
        ],
        widget=RadioSelect,
        error_messages={
            "required": gettext_lazy("Velg hvordan det gikk."),
            "invalid_choice": gettext_lazy("Velg et av svarene."),
        },
    )
    answer = forms.CharField(
        label=gettext_lazy("Svar til dem som meldte det"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Hva er gjort, eller hvorfor kan det ikke løses her? Ikke skriv navn."),
        error_messages={
            "required": gettext_lazy("Skriv et svar før barrieren lukkes."),
            "max_length": gettext_lazy("Svaret kan ha høyst 1000 tegn."),
        },
    )
    submit_label = gettext_lazy("Svar og lukk")


class _ReasonForm(GuardedForm, KursForm):
    guarded = ("reason",)
    reason = forms.CharField(
        label=gettext_lazy("Hvorfor?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Alle som kan åpne barrieren, leser dette. Ikke skriv navn på deltakere."),
        error_messages={
            "required": gettext_lazy("Skriv kort hvorfor."),
            "max_length": gettext_lazy("Teksten kan ha høyst 500 tegn."),
        },
    )


class HandOverForm(_ReasonForm):
    """To whom, and why."""

    owner = forms.ChoiceField(
        label=gettext_lazy("Hvem skal ha den?"),
        error_messages={
            "required": gettext_lazy("Velg hvem som skal ha barrieren."),
            "invalid_choice": gettext_lazy("Velg en av dem i lista."),
        },
    )
    submit_label = gettext_lazy("Gi videre")
    fields_in_order = ["owner", "reason"]

    def __init__(self, *args, barrier: Barrier, **kwargs):
        super().__init__(*args, **kwargs)
        self.owners = {code_of(one): one for one in choices_for_hand_over(barrier, self.membership)}
        labels = [(code, label_of(one)) for code, one in self.owners.items()]
        self.fields["owner"].choices = [("", _("Velg hvem")), *labels]

    def cleaned_data_for_action(self):
        cleaned = super().cleaned_data_for_action()
        return cleaned | {"owner": self.owners[cleaned["owner"]]}


class ReopenForm(_ReasonForm):
    """Why the answer did not help."""

    submit_label = gettext_lazy("Åpne igjen")


class MergeForm(KursForm):
    """Which other open barrier of the county it is the same as."""

    into = forms.ModelChoiceField(
        label=gettext_lazy("Hvilken er den samme som?"),
        queryset=Barrier.objects.none(),
        empty_label=gettext_lazy("Velg barriere"),
        help_text=gettext_lazy("Meldingene flyttes dit, og telles der. Denne barrieren forsvinner fra listene."),
        error_messages={
            "required": gettext_lazy("Velg hvilken barriere den er den samme som."),
            "invalid_choice": gettext_lazy("Velg en annen åpen barriere i samme fylke."),
        },
    )
    submit_label = gettext_lazy("Slå sammen")

    def __init__(self, *args, barrier: Barrier, **kwargs):
        super().__init__(*args, **kwargs)
        others = Barrier.objects.visible_to(self.membership).filter(
            county=barrier.county_id, status__in=Barrier.OPEN, merged_into=None
        )
        self.fields["into"].queryset = others.exclude(pk=barrier.pk).order_by("level", "what", "pk")
