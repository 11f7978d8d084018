"""Every component of the interface on one page, with invented data. Demo mode only; the accessibility tests read it."""

from uuid import uuid4

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from amo import clock, style_guide_data
from amo.crispy import AkselFormHelper, Confirmation, FieldRow, Inline
from amo.policy import public_page
from amo.widgets import CheckboxSelectMultiple, DateInput, NumberInput, RadioSelect, TimeInput


class ExampleForm(forms.Form):
    """One field of every kind."""

    person = forms.ChoiceField(
        label=_("Deltaker"),
        choices=[
            ("", _("Velg deltaker")),
            (_("Kafé og kantine"), [("1", "Aasen, Marte")]),
            (_("Lager"), [("2", "Berge, Tor Ivar")]),
        ],
        error_messages={"required": _("Velg hvilken deltaker besøket gjelder")},
    )
    workplace = forms.CharField(
        label=_("Arbeidssted"),
        max_length=80,
        help_text=_("Navnet på bedriften"),
        error_messages={"required": _("Skriv inn arbeidsstedet")},
    )
    on = forms.DateField(label=_("Dato"), widget=DateInput, error_messages={"required": _("Velg dato for besøket")})
    at = forms.TimeField(label=_("Klokkeslett"), widget=TimeInput, required=False)
    minutes = forms.IntegerField(
        label=_("Varighet i minutter"),
        min_value=5,
        max_value=480,
        widget=NumberInput,
        error_messages={"required": _("Oppgi hvor lenge besøket varte")},
    )
    kind = forms.ChoiceField(
        label=_("Hvordan ble besøket gjennomført?"),
        widget=RadioSelect,
        choices=[("visit", _("Oppmøte")), ("phone", _("Telefon")), ("video", _("Video"))],
        error_messages={"required": _("Velg hvordan besøket ble gjennomført")},
    )
    intake = forms.ChoiceField(
        label=_("Kurs"),
        widget=RadioSelect(
            descriptions={"a": _("18 uker fra 11. januar, 4 ledige plasser")},
            disabled={"b": _("Kan ikke velges: krever norsk A2 muntlig")},
        ),
        choices=[("a", _("Kafé og kantine")), ("b", _("Pleie og omsorg"))],
        error_messages={"required": _("Velg kurs")},
    )
    topics = forms.MultipleChoiceField(
        label=_("Hva snakket dere om?"),
        widget=CheckboxSelectMultiple(descriptions={"language": _("Fagspråk og dagligtale")}),
        required=False,
        help_text=_("Du kan velge flere."),
        choices=[
            ("tasks", _("Arbeidsoppgaver")),
            ("language", _("Språk på jobb")),
            ("hire", _("Mulighet for ansettelse")),
        ],
    )
    note = forms.CharField(
        label=_("Kort oppsummering"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ikke skriv helseopplysninger eller annet om privatlivet."),
        error_messages={"required": _("Skriv en kort oppsummering")},
    )
    attachment = forms.FileField(label=_("Vedlegg"), required=False, help_text=_("PDF eller bilde, høyst 5 MB"))
    locked = forms.CharField(label=_("Kan ikke endres"), disabled=True, required=False, initial=_("Nav Grorud"))
    informed = forms.BooleanField(
        label=_("Ja, deltakeren vet at jeg registrerer besøket"),
        help_text=_("Besøket blir synlig for veilederen i Nav og Nav tiltak."),
        error_messages={"required": _("Du må bekrefte at deltakeren er informert")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.use_required_attribute = False
        self.helper = AkselFormHelper(
            submit=_("Lagre besøk"),
            cancel_url="?",
            unsaved=False,
            device_draft={"id": uuid4(), "fields": ["kind", "topics", "note"], "scope": "style-guide"},
        )
        self.helper.layout = Layout(
            Fieldset(_("Om besøket"), "person", "workplace", FieldRow("on", "at", "minutes"), Inline("kind"), "intake"),
            Fieldset(_("Innhold"), "topics", "note", "attachment", "locked"),
            Confirmation("informed"),
        )


@public_page
@require_http_methods(["GET"])
def style_guide(request):
    """The page itself. `?scheme=dark|light` fixes the colours, `?form=errors` shows the form with errors."""
    if not settings.DEMO:
        raise Http404
    today = clock.today()
    with_errors = request.GET.get("form") == "errors"
    form = ExampleForm({"minutes": "3", "note": ""} if with_errors else None, initial={"on": today})
    context = {
        "form": form,
        "listpage": style_guide_data.list_page(today),
        "person": style_guide_data.person(today),
        "advice": style_guide_data.advice(),
        "path": style_guide_data.path(today),
        "charts": style_guide_data.charts(),
        "today": today,
    } | style_guide_data.furniture()
    scheme = request.GET.get("scheme")
    if scheme in ("light", "dark"):
        context["color_scheme"] = scheme
    if request.htmx:
        return render(request, "components/_list.html", context)
    return render(request, "amo/style_guide.html", context, status=422 if with_errors else 200)
