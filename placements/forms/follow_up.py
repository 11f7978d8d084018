"""The provider's own tasks about somebody after the course."""

from django import forms
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.forms import DateField, KursForm
from placements.forms.guarded import GuardedForm


class FollowUpTaskForm(GuardedForm, KursForm):
    """What is to be done, and by when."""

    guarded = ("title",)

    submit_label = _("Lagre oppgaven")
    title = forms.CharField(
        label=_("Hva som skal gjøres"),
        max_length=200,
        help_text=_("Skriv ikke om helse."),
        error_messages={
            "required": _("Skriv hva som skal gjøres."),
            "max_length": _("Oppgaven kan ha høyst 200 tegn."),
        },
    )
    due_on = DateField(label=_("Frist"), error_messages={"required": _("Skriv fristen.")})

    def clean_due_on(self):
        due_on = self.cleaned_data["due_on"]
        if due_on < clock.today() and due_on != self.initial.get("due_on"):
            raise forms.ValidationError(_("Fristen kan ikke være før i dag."))
        return due_on
