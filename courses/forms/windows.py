"""The county's form for a round of allocation (A1, C3)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from amo.crispy import FieldRow
from amo.forms import DateField, KursModelForm
from courses.models import AllocationWindow


class WindowForm(KursModelForm):
    """Name, the days its courses start between, and the deadline."""

    first_start = DateField(label=_("Første kursstart"), error_messages={"required": _("Skriv første kursstart.")})
    last_start = DateField(label=_("Siste kursstart"), error_messages={"required": _("Skriv siste kursstart.")})
    deadline = DateField(
        label=_("Søknadsfrist"),
        help_text=_(
            "En frist på en fridag flyttes til neste virkedag. Kontorlederne og veilederne som har søkere i runden, "
            "får beskjed."
        ),
        error_messages={"required": _("Skriv søknadsfristen.")},
    )
    move_courses = forms.BooleanField(
        label=_("Flytt også fristen for kursene som har samme frist som runden"), required=False, initial=True
    )

    fields_in_order = ["name", FieldRow("first_start", "last_start"), "deadline", "move_courses"]

    class Meta:
        model = AllocationWindow
        fields = ["name", "first_start", "last_start", "deadline"]
        labels = {"name": _("Navn")}
        error_messages = {
            "name": {
                "required": _("Skriv hva runden heter."),
                "max_length": _("Navnet kan ha høyst 80 tegn."),
            }
        }
