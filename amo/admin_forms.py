"""Forms of the administrator's pages and of the demo's clock page."""

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.crispy import FieldRow
from amo.forms import DateField, KursForm
from amo.models import County, Office, Provider, Role, User
from amo.models.users import OFFICE_ROLES, PROVIDER_ROLES

FLAGS = ("sees_confidential", "sees_strictly_confidential", "sees_shielded")


class UserForm(KursForm):
    """A new user."""

    submit_label = _("Legg til ansatt")
    username = forms.CharField(
        label=_("Brukernavn"),
        max_length=150,
        validators=[User.username_validator],
        help_text=_("Nav-identen, eller brukernavnet hos kursleverandøren."),
        error_messages={"required": _("Skriv brukernavnet.")},
    )
    first_name = forms.CharField(label=_("Fornavn"), max_length=150, error_messages={"required": _("Skriv fornavnet.")})
    last_name = forms.CharField(
        label=_("Etternavn"), max_length=150, error_messages={"required": _("Skriv etternavnet.")}
    )
    email = forms.EmailField(
        label=_("E-post"), required=False, error_messages={"invalid": _("Skriv en gyldig e-postadresse.")}
    )


class MembershipForm(KursForm):
    """A role at one office, county or provider, from a day."""

    submit_label = _("Gi tilknytning")
    fields_in_order = ["role", "office", "county", "provider", FieldRow("starts_on", "ends_on"), *FLAGS]
    role = forms.ChoiceField(
        label=_("Rolle"), choices=Role, widget=forms.RadioSelect, error_messages={"required": _("Velg en rolle.")}
    )
    office = forms.ModelChoiceField(
        Office.objects.none(), empty_label=_("Velg kontor"), label=_("Nav-kontor"), required=False
    )
    county = forms.ModelChoiceField(
        County.objects.none(), empty_label=_("Velg fylke"), label=_("Fylke"), required=False
    )
    provider = forms.ModelChoiceField(
        Provider.objects.none(), empty_label=_("Velg kursleverandør"), label=_("Kursleverandør"), required=False
    )
    starts_on = DateField(label=_("Fra"), error_messages={"required": _("Skriv når tilknytningen begynner.")})
    ends_on = DateField(label=_("Til og med"), required=False)
    sees_confidential = forms.BooleanField(label=_("Kan se personer med fortrolig adresse"), required=False)
    sees_strictly_confidential = forms.BooleanField(
        label=_("Kan se personer med strengt fortrolig adresse"), required=False
    )
    sees_shielded = forms.BooleanField(label=_("Kan se skjermede personer"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["office"].queryset = Office.objects.visible_to(self.membership).filter(is_active=True)
        self.fields["county"].queryset = County.objects.visible_to(self.membership)
        self.fields["provider"].queryset = Provider.objects.visible_to(self.membership)
        self.fields["starts_on"].initial = clock.today

    def clean(self):
        """Exactly the organisation that the role belongs to."""
        data = super().clean()
        role = data.get("role")
        wanted = scope_of(role)
        messages = {
            "office": _("Velg kontoret som rollen gjelder for."),
            "county": _("Velg fylket som rollen gjelder for."),
            "provider": _("Velg kursleverandøren som rollen gjelder for."),
        }
        for name, message in messages.items():
            if role and name == wanted and not data.get(name) and name not in self.errors:
                self.add_error(name, message)
            if role and name != wanted and data.get(name):
                self.add_error(name, _("La dette stå tomt for den rollen du har valgt."))
        for name in FLAGS:
            if wanted == "provider" and data.get(name):
                self.add_error(name, _("En kursleverandør kan bare få se beskyttede personer enkeltvis."))
        return data


def scope_of(role: str | None) -> str:
    """Which organisation a role belongs to: "office", "county", "provider", or "" for an administrator."""
    if role in OFFICE_ROLES:
        return "office"
    if role in PROVIDER_ROLES:
        return "provider"
    return "county" if role == Role.COUNTY_STAFF else ""


class OwnNumberForm(KursForm):
    """The employee's own identity number, of which only a keyed hash is kept."""

    submit_label = _("Lagre")
    number = forms.CharField(
        label=_("Den ansattes eget fødselsnummer eller d-nummer"),
        max_length=11,
        strip=True,
        validators=[RegexValidator(r"^\d{11}$", _("Skriv elleve siffer."))],
        help_text=_("Vi lagrer ikke nummeret, bare et kjennetegn som hindrer at den ansatte åpner sin egen sak."),
        error_messages={"required": _("Skriv nummeret.")},
    )


class ClockForm(KursForm):
    """A day to move the demo's clock to."""

    submit_label = _("Flytt til datoen")
    day = DateField(label=_("Dato"), error_messages={"required": _("Skriv datoen klokken skal vise.")})


def _digits(label, count: int, missing, wrong) -> forms.CharField:
    """A number of exactly so many digits, kept as text."""
    return forms.CharField(
        label=label,
        max_length=count,
        validators=[RegexValidator(rf"^\d{{{count}}}$", wrong)],
        error_messages={"required": missing},
    )


class CountyForm(KursForm):
    """A county by its number."""

    submit_label = _("Lagre fylket")
    number = _digits(_("Fylkesnummer"), 2, _("Skriv fylkesnummeret."), _("Skriv to siffer."))
    name = forms.CharField(label=_("Navn"), max_length=100, error_messages={"required": _("Skriv navnet.")})


class OfficeForm(KursForm):
    """An office by its unit number."""

    submit_label = _("Lagre kontoret")
    number = _digits(_("Enhetsnummer"), 4, _("Skriv enhetsnummeret."), _("Skriv fire siffer."))
    name = forms.CharField(label=_("Navn"), max_length=100, error_messages={"required": _("Skriv navnet.")})
    county = forms.ModelChoiceField(
        County.objects.none(),
        empty_label=_("Velg fylke"),
        label=_("Fylke"),
        error_messages={"required": _("Velg fylket kontoret hører til.")},
    )
    is_active = forms.BooleanField(
        label=_("Kontoret er i bruk"),
        help_text=_("Et kontor som er lagt ned, står der det er nevnt, men ingen kan få tilknytning dit."),
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["county"].queryset = County.objects.visible_to(self.membership)
