"""A task that somebody writes herself: what, by when, and the one who does it (P9)."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.forms import DateField, KursForm
from amo.models import Provider
from participants.forms.people import colleagues, with_role
from participants.models import AccessGrant, Participant, Task

OFFICE_KEY = "office"
PROVIDER_KEY = "provider-"


def providers_with(participant: Participant | None):
    """Those who have the person on a course now: nobody else may be given a task about her."""
    if participant is None:
        return Provider.objects.none()
    grants = AccessGrant.objects.active_on(clock.today()).filter(participant=participant, provider__isnull=False)
    return Provider.objects.filter(pk__in=grants.values("provider")).order_by("name")


class TaskForm(KursForm):
    """TaskForm(data, membership=…, participant=whom it is about or None, task=the one that is edited or None)."""

    submit_label = _("Lagre oppgaven")
    fields_in_order = ["title", "due_on", "owner"]
    title = forms.CharField(
        label=_("Hva som skal gjøres"),
        max_length=200,
        error_messages={
            "required": _("Skriv hva som skal gjøres."),
            "max_length": _("Oppgaven kan ha høyst 200 tegn."),
        },
    )
    due_on = DateField(label=_("Frist"), error_messages={"required": _("Skriv fristen.")})
    owner = forms.ChoiceField(
        label=_("Hvem gjør det?"),
        help_text=_("Én ansvarlig: en kollega, kontoret, eller kursleverandøren som har brukeren nå."),
        error_messages={
            "required": _("Velg hvem som gjør det."),
            "invalid_choice": _("Velg den ansvarlige fra listen."),
        },
    )

    def __init__(self, *args, participant: Participant | None = None, task: Task | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.colleagues = {str(one.pk): one for one in colleagues(self.membership)}
        self.providers = {f"{PROVIDER_KEY}{one.pk}": one for one in providers_with(participant)}
        groups = [
            (OFFICE_KEY, str(self.membership.office or _("Kontoret"))),
            (str(_("Kolleger")), [(key, with_role(one)) for key, one in self.colleagues.items()]),
        ]
        if self.providers:
            groups.append((str(_("Kursleverandør")), [(key, str(one)) for key, one in self.providers.items()]))
        else:
            self.fields["owner"].help_text = _("Én ansvarlig: en kollega eller kontoret.")
        self.task = task
        owner = self._owner_now()
        if not owner:
            # Without an empty choice the browser would show the first one, the office, as if somebody had chosen it.
            groups.insert(0, ("", _("Velg den ansvarlige")))
            self.fields["owner"].help_text = _("%(name)s kan ikke lenger ha oppgaven. Velg en ny ansvarlig.") % {
                "name": task.owner.user if task.owner else task.provider
            }
        self.fields["owner"].choices = groups
        if task is None:
            self.initial.setdefault("owner", owner)
        else:
            self.initial = {"title": task.title, "due_on": task.due_on, "owner": owner} | self.initial

    def _owner_now(self) -> str:
        """The choice to start from: oneself, or who has the task; empty when it may no longer be hers."""
        task = self.task
        if task is None:
            return str(self.membership.pk)
        if task.office_id:
            return OFFICE_KEY
        key = f"{PROVIDER_KEY}{task.provider_id}" if task.provider_id else str(task.owner_id)
        return key if key in self.colleagues or key in self.providers else ""

    def clean_due_on(self):
        due_on = self.cleaned_data["due_on"]
        unchanged = self.task is not None and self.task.due_on == due_on
        if due_on < clock.today() and not unchanged:
            raise forms.ValidationError(_("Fristen kan ikke være før i dag."))
        return due_on

    def cleaned_data_for_action(self) -> dict[str, Any]:
        """title, due_on, and exactly one of owner, office and provider; `expected_version` when one is edited."""
        data = self.cleaned_data
        owner, provider = self.colleagues.get(data["owner"]), self.providers.get(data["owner"])
        found = {
            "title": data["title"],
            "due_on": data["due_on"],
            "owner": owner,
            "provider": provider,
            "office": None if owner or provider else self.membership.office,
        }
        return found | ({"expected_version": data["version"]} if "version" in data else {})
