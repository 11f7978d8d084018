"""Forms about who works at an office or a provider, and about providers (06-access)."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from stdnum.no import orgnr

from amo import clock
from amo.admin_forms import UserForm
from amo.crispy import FieldRow
from amo.forms import DateField, KursForm
from amo.models import Membership, Role
from amo.models.users import OFFICE_ROLES
from amo.widgets import RadioSelect


def _role(choices) -> forms.ChoiceField:
    messages = dict.fromkeys(("required", "invalid_choice"), gettext_lazy("Velg en rolle."))
    return forms.ChoiceField(label=gettext_lazy("Rolle"), choices=choices, widget=RadioSelect, error_messages=messages)


class ColleagueForm(UserForm):
    """A user, new or known, and her role here. ColleagueForm(…, roles=those that may be given)."""

    submit_label = gettext_lazy("Legg til")
    fields_in_order = ["username", "first_name", "last_name", "email", "role", FieldRow("starts_on", "ends_on")]
    role = _role(())
    starts_on = DateField(
        label=gettext_lazy("Fra"), error_messages={"required": gettext_lazy("Skriv når tilknytningen begynner.")}
    )
    ends_on = DateField(label=gettext_lazy("Til og med"), required=False)

    def __init__(self, *args, roles, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.value, role.label) for role in roles]
        self.fields["role"].initial = roles[0].value
        self.fields["starts_on"].initial = clock.today


class RoleForm(KursForm):
    """Caseworker or lead."""

    role = _role([(role.value, role.label) for role in Role if role in OFFICE_ROLES])


class TakeOverForm(KursForm):
    """Who takes over. TakeOverForm(…, colleagues=those who may, needs=whether there is anything to take over)."""

    to = forms.ModelChoiceField(
        Membership.objects.none(),
        label=gettext_lazy("Hvem tar over brukerne og oppgavene?"),
        empty_label=gettext_lazy("Ingen ennå: de legges til kontoret"),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Velg en kollega fra listen.")},
    )

    def __init__(self, *args, colleagues, needs: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if needs:
            self.fields["to"].queryset = colleagues
        else:
            del self.fields["to"]


class ProviderForm(KursForm):
    """A provider and how to reach it."""

    submit_label = gettext_lazy("Lagre leverandøren")
    organisation_number = forms.CharField(
        label=gettext_lazy("Organisasjonsnummer"), max_length=20,
        help_text=gettext_lazy("Ni siffer, fra Brønnøysundregistrene."),
        error_messages={"required": gettext_lazy("Skriv organisasjonsnummeret.")},
    )  # fmt: skip
    name = forms.CharField(
        label=gettext_lazy("Navn"), max_length=150,
        error_messages={"required": gettext_lazy("Skriv navnet på leverandøren.")},
    )  # fmt: skip
    email = forms.EmailField(
        label=gettext_lazy("E-post"), required=False,
        error_messages={"invalid": gettext_lazy("Skriv en gyldig e-postadresse.")},
    )  # fmt: skip
    phone = forms.CharField(label=gettext_lazy("Telefon"), max_length=20, required=False)

    def clean_organisation_number(self) -> str:
        number = orgnr.compact(self.cleaned_data["organisation_number"])
        if not orgnr.is_valid(number):
            raise forms.ValidationError(_("Organisasjonsnummeret er ikke gyldig. Sjekk de ni sifrene."))
        return number
