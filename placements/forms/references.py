"""Forms of the written reference and the referee (L11)."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo import clock, files
from amo.crispy import FieldRow
from amo.forms import DateField, KursForm
from amo.widgets import RadioSelect
from placements.forms.guarded import GuardedForm
from placements.models import Reference

ATTEST_FILES = (files.PDF, files.DOCX, files.PNG, files.JPEG)


class ReferenceForm(GuardedForm, KursForm):
    """ReferenceForm(data, files, kind=…): how far it has come, and what came of it."""

    guarded = ("note",)

    status = forms.ChoiceField(
        label=gettext_lazy("Hvor langt er det kommet?"),
        widget=RadioSelect,
        error_messages={
            "required": gettext_lazy("Velg hvor langt det er kommet."),
            "invalid_choice": gettext_lazy("Velg et av svarene."),
        },
    )
    asked_on = DateField(
        label=gettext_lazy("Når spurte du?"), error_messages={"required": gettext_lazy("Skriv når du spurte.")}
    )
    answered_on = DateField(
        label=gettext_lazy("Når kom svaret?"),
        required=False,
        help_text=gettext_lazy("Står det tomt, bruker vi dagens dato når det er kommet svar."),
    )
    name = forms.CharField(max_length=100, required=False)
    phone = forms.CharField(
        label=gettext_lazy("Telefon"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "size": 16}),
    )
    file = files.UploadField(
        label=gettext_lazy("Attesten som fil"),
        allowed=ATTEST_FILES,
        true_name=True,
        required=False,
        help_text=gettext_lazy("PDF, Word eller bilde (PNG, JPEG). Største størrelse er 5 MB."),
    )
    note = forms.CharField(
        label=gettext_lazy("Notat"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Nav leser det også. Skriv ikke om helse."),
    )

    def __init__(self, *args, kind: str, stored: Reference | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        status = Reference.Status
        attest = kind == Reference.Kind.ATTEST
        received = _("Vi har fått attesten") if attest else _("Kan ringes som referanse")
        self.fields["status"].choices = [
            (status.ASKED, _("Vi har spurt og venter på svar")),
            (status.RECEIVED, received),
            (status.REFUSED, _("Arbeidsgiveren vil ikke")),
        ]
        self.fields["name"].label = _("Hvem har skrevet den?") if attest else _("Hvem kan ringes?")
        if attest:
            del self.fields["phone"]
            self.fields_in_order = ["status", FieldRow("asked_on", "answered_on"), "name", "file", "note"]
            if stored is not None and stored.file_id:
                self.fields["file"].help_text = _("%(name)s er lagret. En ny fil tar plassen til den gamle.") % {
                    "name": stored.file.name
                }
        else:
            del self.fields["file"]
            self.fields_in_order = ["status", FieldRow("asked_on", "answered_on"), FieldRow("name", "phone"), "note"]
        self.initial.setdefault("asked_on", clock.today())
        self.initial.setdefault("status", status.ASKED)
