"""The form of a participant's wishes for a placement (L2)."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo.forms import KursForm
from placements.actions.sharing import MOST_WISHES
from placements.forms.requests import RequestedEmployerChoice, living_employers
from placements.models import Employer


class WishesForm(KursForm):
    """Up to five employers, best first. An empty line between two is closed up."""

    submit_label = gettext_lazy("Lagre ønskene")

    def __init__(self, *args, wishes=(), **kwargs):
        super().__init__(*args, **kwargs)
        employers = living_employers(self.membership)
        choices = None
        for rank in range(1, MOST_WISHES + 1):
            field = RequestedEmployerChoice(
                label=_("Ønske %(rank)d") % {"rank": rank},
                queryset=Employer.objects.none(),
                required=False,
                empty_label=_("Ingen"),
                error_messages={"invalid_choice": _("Arbeidsgiveren tar ikke imot nå. Velg en annen.")},
            )
            field.queryset = employers
            # The same list five times, read once.
            if choices is None:
                choices = list(field.choices)
            field.widget.choices = choices
            self.fields[f"wish_{rank}"] = field
        for wish in wishes:
            self.fields[f"wish_{wish.rank}"].initial = wish.employer_id

    def clean(self):
        cleaned = super().clean()
        seen = set()
        for rank in range(1, MOST_WISHES + 1):
            employer = cleaned.get(f"wish_{rank}")
            if employer is None:
                continue
            if employer.pk in seen:
                self.add_error(f"wish_{rank}", _("Samme arbeidsgiver er ønsket to ganger."))
            seen.add(employer.pk)
        return cleaned

    def cleaned_data_for_action(self):
        names = [f"wish_{rank}" for rank in range(1, MOST_WISHES + 1)]
        chosen = [self.cleaned_data[name] for name in names if self.cleaned_data.get(name)]
        return {"employers": chosen, "version": self.cleaned_data["version"]}
