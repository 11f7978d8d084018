"""The form of a participant's wishes for a placement (L2)."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo.forms import KursForm
from placements.actions.sharing import MOST_WISHES
from placements.forms.employer_field import EmployerField


class WishesForm(KursForm):
    """Up to five employers, best first. An empty line between two is closed up."""

    submit_label = gettext_lazy("Lagre ønskene")

    def __init__(self, *args, wishes=(), **kwargs):
        super().__init__(*args, **kwargs)
        for rank in range(1, MOST_WISHES + 1):
            field = EmployerField(label=_("Ønske %(rank)d") % {"rank": rank}, required=False)
            field.offer_to(self.membership)
            self.fields[f"wish_{rank}"] = field
        for wish in wishes:
            self.fields[f"wish_{wish.rank}"].initial = wish.employer

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
