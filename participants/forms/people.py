"""Forms for registering a person, changing what is registered, and choosing a caseworker."""

import unicodedata

from crispy_forms.layout import Fieldset
from django import forms
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.crispy import FieldRow, Inline
from amo.forms import DateField, KursForm
from amo.models import Membership
from amo.widgets import NumberInput, RadioSelect
from participants.identity import compact, validate_identity_number
from participants.models import Participant

PROTECTION = Participant.AddressProtection
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def colleagues(membership: Membership):
    """Active caseworkers and leads of the membership's office."""
    found = Membership.objects.visible_to(membership).active_on(clock.today())
    return found.filter(office=membership.office_id).select_related("user", "office")


def with_role(membership: Membership) -> str:
    """ "Kari Østby (kontorleder)": who she is, and as what."""
    return f"{membership.user} ({membership.get_role_display().lower()})"


class MembershipChoiceField(forms.ModelChoiceField):
    """Colleagues by name and role: one who is both lead and caseworker stands there twice."""

    def label_from_instance(self, obj):
        return with_role(obj)


class NameField(forms.CharField):
    """A name as people write it: any script, apostrophes, composed letters (NFC), nothing that cannot be seen."""

    # Joiners belong to Persian and Hindi names; everything else of these kinds steers text or is no text.
    JOINERS = "\u200c\u200d"

    def to_python(self, value):
        text = unicodedata.normalize("NFC", super().to_python(value))
        seen = (" " if letter.isspace() else letter for letter in text)
        seen = (letter for letter in seen if letter in self.JOINERS or unicodedata.category(letter) not in UNSEEN)
        return " ".join("".join(seen).split())

    def validate(self, value):
        super().validate(value)
        if value and not any(letter.isalpha() for letter in value):
            raise forms.ValidationError(_("Skriv et navn med bokstaver."), code="letters")


class _DetailsForm(KursForm):
    """What registering and editing share."""

    first_name = NameField(
        label=_("Fornavn"), max_length=100, required=False, help_text=_("La stå tomt når personen har bare ett navn.")
    )
    last_name = NameField(
        label=_("Etternavn"),
        max_length=100,
        help_text=_("Det ene navnet, når personen har bare ett."),
        error_messages={"required": _("Skriv etternavnet. Har personen bare ett navn, skriver du det her.")},
    )
    phone = forms.RegexField(
        label=_("Telefon"),
        regex=r"^\+?[0-9 ]{5,18}$",
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "class": "input-short", "autocomplete": "off"}),
        error_messages={"invalid": _("Skriv telefonnummeret bare med sifre, for eksempel 412 34 567.")},
    )
    email = forms.EmailField(
        label=_("E-post"),
        required=False,
        max_length=254,
        error_messages={"invalid": _("Skriv e-postadressen slik: navn@eksempel.no.")},
    )
    interpreter_language = forms.CharField(
        label=_("Tolkespråk"), max_length=40, required=False, help_text=_("La stå tomt når det ikke trengs tolk.")
    )
    written_form = forms.ChoiceField(
        label=_("Målform i brev"),
        choices=Participant.WrittenForm.choices,
        widget=RadioSelect,
        initial=Participant.WrittenForm.BOKMAL,
        error_messages={"required": _("Velg bokmål eller nynorsk.")},
    )
    need_reason = forms.CharField(
        label=_("Hvorfor personen trenger kvalifisering"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Behovet må være vurdert før noen kan søkes inn på kurs. Skriv ikke om helse."),
    )
    need_assessed_on = DateField(label=_("Behovet vurdert"), required=False)
    benefit = forms.ChoiceField(
        label=_("Ytelse"),
        choices=Participant.Benefit.choices,
        initial=Participant.Benefit.NONE,
        error_messages={"required": _("Velg ytelse.")},
    )
    basis = forms.ChoiceField(
        label=_("Frivillig eller krav om aktivitet"),
        choices=Participant.Basis.choices,
        widget=RadioSelect,
        initial=Participant.Basis.UNKNOWN,
        help_text=_("Vises bare i Nav. Teller aldri i kursforslag eller tildeling."),
        error_messages={"required": _("Velg ett av alternativene.")},
    )
    tuition_right = forms.ChoiceField(
        label=_("Rett til kommunal norskopplæring"),
        choices=Participant.TuitionRight.choices,
        widget=RadioSelect,
        initial=Participant.TuitionRight.UNKNOWN,
        error_messages={"required": _("Velg ja, nei eller vet ikke.")},
    )
    tuition_hours_left = forms.IntegerField(
        label=_("Timer igjen"), required=False, min_value=0, max_value=5000, widget=NumberInput
    )
    tuition_deadline = DateField(label=_("Frist for opplæringen"), required=False)
    address_protection = forms.ChoiceField(label=_("Adressebeskyttelse"), choices=PROTECTION.choices, required=False)
    is_shielded = forms.BooleanField(label=_("Skjermet (egen ansatt eller liknende)"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        allowed = self._allowed_protection()
        if len(allowed) > 1:
            self.fields["address_protection"].choices = allowed
        else:
            del self.fields["address_protection"]
        if not self.membership.sees_shielded:
            del self.fields["is_shielded"]

    def _allowed_protection(self) -> list:
        """Only what the membership may itself open afterwards."""
        allowed = {PROTECTION.NONE}
        if self.membership.sees_confidential:
            allowed.add(PROTECTION.CONFIDENTIAL)
        if self.membership.sees_strictly_confidential:
            allowed.add(PROTECTION.STRICTLY_CONFIDENTIAL)
        return [choice for choice in PROTECTION.choices if choice[0] in allowed]

    def contact_section(self):
        return Fieldset(_("Kontakt"), FieldRow("phone", "email"), "interpreter_language", Inline("written_form"))

    def condition_section(self, *first):
        tuition = FieldRow("tuition_hours_left", "tuition_deadline")
        return Fieldset(_("Vilkår"), *first, "need_reason", "need_assessed_on", Inline("tuition_right"), tuition)

    def nav_section(self):
        shown = [name for name in ("address_protection", "is_shielded") if name in self.fields]
        return Fieldset(_("Bare for Nav"), "benefit", Inline("basis"), *shown)


class RegisterForm(_DetailsForm):
    """A new person at the membership's own office."""

    submit_label = _("Registrer bruker")
    national_id = forms.CharField(
        label=_("Fødselsnummer eller d-nummer"),
        max_length=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "input-short"}),
        help_text=_("Elleve siffer, med eller uten mellomrom."),
        error_messages={
            "required": _("Skriv fødselsnummeret eller d-nummeret."),
            "max_length": _("Skriv fødselsnummeret eller d-nummeret med elleve siffer."),
        },
    )
    caseworker = MembershipChoiceField(
        label=_("Veileder"), queryset=Membership.objects.none(), required=False, empty_label=_("Ingen ennå"),
        error_messages={"invalid_choice": _("Velg en veileder fra listen.")},
    )  # fmt: skip
    registered_from = DateField(
        label=_("Registrert som arbeidssøker fra"),
        required=False,
        help_text=_("La stå tomt når personen ikke er registrert som arbeidssøker."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["caseworker"].queryset = colleagues(self.membership)
        self.fields["caseworker"].initial = self.membership.pk
        self.fields["registered_from"].initial = clock.today()
        self.fields["need_assessed_on"].help_text = _("Tom betyr i dag når du har skrevet en begrunnelse.")
        self.fields_in_order = [
            Fieldset(_("Personen"), "national_id", FieldRow("first_name", "last_name"), "caseworker"),
            self.contact_section(),
            self.condition_section("registered_from"),
            self.nav_section(),
        ]

    def clean_national_id(self):
        number = compact(self.cleaned_data["national_id"])
        validate_identity_number(number)
        return number

    def clean(self):
        # The action refuses these days too; here all that is wrong is told at once.
        data = super().clean()
        for name in ("registered_from", "need_assessed_on"):
            if data.get(name) and data[name] > clock.today():
                self.add_error(name, _("Datoen kan ikke være fram i tid."))
        return data


class EditForm(_DetailsForm):
    """What is registered about a person. The identity number is never changed here."""

    submit_label = _("Lagre opplysningene")
    jobseeker_from = DateField(label=_("Registrert som arbeidssøker fra"), required=False)
    jobseeker_to = DateField(label=_("Til og med"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields_in_order = [
            Fieldset(_("Personen"), FieldRow("first_name", "last_name")),
            self.contact_section(),
            self.condition_section(FieldRow("jobseeker_from", "jobseeker_to")),
            self.nav_section(),
        ]

    def clean(self):
        data = super().clean()
        starts_on, ends_on = data.get("jobseeker_from"), data.get("jobseeker_to")
        if ends_on and not starts_on and "jobseeker_from" not in self.errors:
            self.add_error("jobseeker_from", _("Skriv når registreringen begynte."))
        elif self.initial.get("jobseeker_from") and not starts_on and "jobseeker_from" not in self.errors:
            # What has been is not taken away: an earlier day's conditions are judged by it.
            self.add_error(
                "jobseeker_from",
                _("Registreringen kan ikke fjernes. Skriv siste dag i «Til og med» hvis den er slutt."),
            )
        return data


class AssignForm(KursForm):
    """Which colleague the chosen persons get."""

    submit_label = _("Tildel veileder")
    caseworker = MembershipChoiceField(
        label=_("Ny veileder"),
        help_text=_("Åpne oppgaver om brukerne følger med fra den som har fulgt dem opp."),
        queryset=Membership.objects.none(),
        empty_label=_("Velg veileder"),
        error_messages={
            "required": _("Velg hvem som skal følge opp."),
            "invalid_choice": _("Velg en veileder fra listen."),
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["caseworker"].queryset = colleagues(self.membership)
