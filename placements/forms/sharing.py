"""The form of a participant's wishes for a placement (L2)."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo.forms import KursForm
from placements.actions.sharing import MOST_WISHES
from placements.forms.requests import employer_text, living_employers


class WishesForm(KursForm):
    """Up to five employers, best first. An empty line between two is closed up."""

    submit_label = gettext_lazy("Lagre ønskene")

    def __init__(self, *args, wishes=(), **kwargs):
        super().__init__(*args, **kwargs)
        # Read once for all five.
        employers = {str(one.pk): one for one in living_employers(self.membership)}
        choices = [("", _("Ingen")), *((key, employer_text(one)) for key, one in employers.items())]
        for rank in range(1, MOST_WISHES + 1):
            self.fields[f"wish_{rank}"] = forms.TypedChoiceField(
                label=_("Ønske %(rank)d") % {"rank": rank},
                choices=choices,
                coerce=employers.get,
                empty_value=None,
                required=False,
                error_messages={"invalid_choice": _("Arbeidsgiveren tar ikke imot nå. Velg en annen.")},
            )
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
