"""Forms about places: offers, attendance, the end of a participation, prospects, instructors."""

import json

from django import forms
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.crispy import Div, FieldRow, Inline
from amo.forms import DateField, KursForm
from amo.models import Membership, Role
from amo.widgets import RadioSelect
from courses.actions.attendance import field_name
from courses.models import Attendance, Enrolment
from courses.words_attendance import LETTERS
from participants.models.facts import Channel

YES_NO = [("yes", _("Ja, fikk kontakt")), ("no", _("Nei, fikk ikke tak i"))]


class ContactForm(KursForm):
    """Contact with the person about an offer."""

    submit_label = _("Lagre kontakten")
    fields_in_order = ["on", Inline("channel"), Inline("reached"), "note"]

    on = DateField(label=_("Dato"), error_messages={"required": _("Skriv hvilken dag det var kontakt.")})
    channel = forms.ChoiceField(
        label=_("Hvordan"),
        choices=Channel.choices,
        widget=RadioSelect,
        error_messages={"required": _("Velg hvordan."), "invalid_choice": _("Velg hvordan.")},
    )
    reached = forms.ChoiceField(
        label=_("Fikk du kontakt?"),
        choices=YES_NO,
        widget=RadioSelect,
        help_text=_("Svarfristen er fem virkedager fra dagen du får kontakt."),
        error_messages={"required": _("Velg om du fikk kontakt."), "invalid_choice": _("Velg om du fikk kontakt.")},
    )
    note = forms.CharField(
        label=_("Notat"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": _("Notatet kan ha høyst 300 tegn.")},
    )

    def clean_reached(self) -> bool:
        return self.cleaned_data["reached"] == "yes"


class AnswerForm(KursForm):
    """The person's answer to an offer, or the office's decision that the place goes on."""

    submit_label = _("Lagre svaret")

    answer = forms.ChoiceField(
        label=_("Hva svarer brukeren?"),
        widget=RadioSelect,
        error_messages={"required": _("Velg hva brukeren svarer."), "invalid_choice": _("Velg ett av svarene.")},
    )
    reason = forms.CharField(
        label=_("Hvorfor takker brukeren nei?"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Fylles ut når svaret er nei. Den som gir en grunn, beholder ventetiden."),
        error_messages={"max_length": _("Begrunnelsen kan ha høyst 300 tegn.")},
    )
    keep_higher = forms.ChoiceField(
        label=_("Vil brukeren fortsatt vente på et høyere ønske?"),
        choices=[
            ("yes", _("Ja, behold plassen på ventelista")),
            ("no", _("Nei, ta bort ønskene")),
        ],
        required=False,
        widget=RadioSelect,
        error_messages={"invalid_choice": _("Velg ja eller nei.")},
    )

    def __init__(self, *args, may_pass_on: bool, higher: list[str], **kwargs):
        """higher: the wishes above this one that she waits for, in words; none, and nothing is asked about them."""
        super().__init__(*args, **kwargs)
        choices = [("accept", _("Takker ja")), ("decline", _("Takker nei"))]
        if may_pass_on:
            choices.append(("pass_on", _("Vi har ikke fått kontakt, og plassen går videre")))
        self.fields["answer"].choices = choices
        if higher:
            text = _(
                "Fylles ut når svaret er ja. Brukeren venter på %(wishes)s, og kan få tilbud fram til dette kurset starter."
            )
            self.fields["keep_higher"].help_text = text % {"wishes": "; ".join(higher)}
        else:
            del self.fields["keep_higher"]

    def clean(self):
        data = super().clean()
        if data.get("answer") == "accept" and "keep_higher" in self.fields and not data.get("keep_higher"):
            self.add_error("keep_higher", _("Spør brukeren, og velg ja eller nei."))
        if data.get("answer") == "decline" and not data.get("reason", "").strip() and "reason" not in self.errors:
            self.add_error("reason", _("Skriv hvorfor brukeren takker nei. Da beholdes ventetiden."))
        return data


class EndForm(KursForm):
    """The end of a participation before the course is over."""

    submit_label = _("Avslutt deltakelsen")
    danger = True

    on = DateField(label=_("Siste dag på kurset"), error_messages={"required": _("Skriv siste dag på kurset.")})
    reason = forms.ChoiceField(
        label=_("Hvorfor slutter deltakeren?"),
        choices=[choice for choice in Enrolment.EndReason.choices if choice[0]],
        widget=RadioSelect(
            descriptions={
                "work": _("Regnes ikke som frafall."),
                "education": _("Regnes ikke som frafall."),
                "ill": _("Skriv aldri diagnose."),
            }
        ),
        error_messages={
            "required": _("Velg hvorfor deltakelsen er slutt."),
            "invalid_choice": _("Velg en av grunnene."),
        },
    )


class ProspectsForm(KursForm):
    """That she was told what work the course leads to."""

    submit_label = _("Lagre")

    on = DateField(label=_("Dato"), error_messages={"required": _("Skriv hvilken dag det ble forklart.")})
    said = forms.CharField(
        label=_("Hva ble sagt?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("Skriv kort hva som ble sagt."),
            "max_length": _("Teksten kan ha høyst 300 tegn."),
        },
    )


class AssignmentForm(KursForm):
    """An instructor's class in a period."""

    submit_label = _("Legg til instruktør")
    fields_in_order = ["instructor", FieldRow("starts_on", "ends_on")]

    instructor = forms.ModelChoiceField(
        label=_("Instruktør"),
        queryset=Membership.objects.none(),
        empty_label=_("Velg instruktør"),
        error_messages={"required": _("Velg en instruktør."), "invalid_choice": _("Velg en av instruktørene.")},
    )
    starts_on = DateField(label=_("Fra"), error_messages={"required": _("Skriv fra hvilken dag.")})
    ends_on = DateField(label=_("Til"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = Membership.objects.visible_to(self.membership).active_on(clock.today())
        instructors = own.filter(role=Role.PROVIDER_INSTRUCTOR).select_related("user", "provider")
        self.fields["instructor"].queryset = instructors
        self.fields["instructor"].label_from_instance = lambda membership: str(membership.user)

    def clean(self):
        data = super().clean()
        starts_on, ends_on = data.get("starts_on"), data.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("Sluttdato kan ikke være før startdato."))
        return data


class AttendanceForm(KursForm):
    """A class on one day: everybody present until something else is chosen."""

    submit_label = _("Lagre oppmøtet")

    def __init__(
        self,
        *args,
        enrolments: list[Enrolment],
        recorded: dict[int, str],
        names: dict[int, str],
        hints: dict[int, str] | None = None,
        **kwargs,
    ):
        """recorded: {enrolment pk: code} of what is stored; names and hints: {enrolment pk: what her row is called,
        what it says about her day}."""
        super().__init__(*args, **kwargs)
        self.enrolments = enrolments
        if "version" in self.fields:
            # A day is also recorded by those who send no version, and then nobody is overwritten unseen: it is corrected.
            self.fields["version"].required = False
        for enrolment in enrolments:
            self.fields[self.key(enrolment)] = forms.ChoiceField(
                label=names[enrolment.pk],
                choices=Attendance.Code.choices,
                widget=RadioSelect,
                help_text=(hints or {}).get(enrolment.pk, ""),
                initial=recorded.get(enrolment.pk, Attendance.Code.PRESENT),
                error_messages=dict.fromkeys(
                    ("required", "invalid_choice"),
                    _("Velg hva som gjelder for %(name)s.") % {"name": names[enrolment.pk]},
                ),
            )
        rows = Inline(*[self.key(enrolment) for enrolment in enrolments])
        keys = json.dumps({letter.lower(): code for code, letter in LETTERS.items()})
        self.fields_in_order = [Div(rows, css_class="attendance", data_attendance=keys)]
        self.helper.field_size = "small"

    @staticmethod
    def key(enrolment: Enrolment) -> str:
        return field_name(enrolment)

    def codes(self) -> dict[Enrolment, str]:
        """{enrolment: code} for the action."""
        return {enrolment: self.cleaned_data[self.key(enrolment)] for enrolment in self.enrolments}
