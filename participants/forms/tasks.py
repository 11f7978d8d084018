"""Who is responsible for a task (P9)."""

from django.utils.translation import gettext_lazy as _

from amo.crispy import Unmarked
from amo.forms import KursForm
from amo.models import Membership
from participants.forms.people import MembershipChoiceField, colleagues


class TaskOwnerForm(KursForm):
    """Another colleague, or the office as a whole."""

    submit_label = _("Gi oppgaven videre")
    fields_in_order = [Unmarked("owner")]
    owner = MembershipChoiceField(
        label=_("Ny ansvarlig"),
        queryset=Membership.objects.none(),
        required=False,
        empty_label=_("Kontoret"),
        error_messages={"invalid_choice": _("Velg en kollega fra listen.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = colleagues(self.membership)
