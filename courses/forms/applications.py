"""The application with its ranked wishes, its withdrawal, and the answer to a judged checklist item (A1)."""

from crispy_forms.layout import LayoutObject
from django import forms
from django.template.loader import render_to_string
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo import panels
from amo.crispy import Inline
from amo.forms import KursForm
from amo.widgets import RadioSelect
from courses.models import ChecklistAnswer, Intake
from courses.models.application import MAX_WISHES

WISHES = tuple(f"wish_{rank}" for rank in range(1, MAX_WISHES + 1))


def intake_label(intake: Intake, free: int) -> str:
    """An open class by its course, start day, place and free places for the office."""
    start = date_format(intake.starts_on, "SHORT_DATE_FORMAT")
    places = _("%(n)d ledige") % {"n": free}
    return f"{intake.contract.concept.title}, {start}, {intake.place} – {places}"


def moved(wishes: list[str], what: str, added: str = "") -> tuple[list[str], str]:
    """The wishes after one click, and the wish that was touched: "opp-2", "ned-2", "fjern-2" or "legg-til".

    What cannot be done (a click on a page that is out of date) leaves them as they were, with an empty second part.
    """
    wishes = [wish for wish in wishes if wish]
    if what == "legg-til":
        if added and added not in wishes and len(wishes) < MAX_WISHES:
            return [*wishes, added], added
        return wishes, ""
    verb, _dash, number = what.partition("-")
    places = {str(rank): rank - 1 for rank in range(1, len(wishes) + 1)}
    if number not in places:
        return wishes, ""
    place = places[number]
    wish = wishes.pop(place)
    if verb != "fjern":
        wishes.insert(max(0, place + {"opp": -1, "ned": 1}.get(verb, 0)), wish)
    return wishes, wish


class RankedWishes(LayoutObject):
    """The wishes as an ordered list with buttons; each button posts the form, so that nothing needs JavaScript."""

    def render(self, form, context, template_pack=None, **kwargs):
        form.rendered_fields.update((*WISHES, "add"))
        here = context["request"].get_full_path()
        return render_to_string("courses/_ranked_wishes.html", {"form": form, "rows": form.rows(), "here": here})


def against_field() -> forms.CharField:
    """The sentence that is asked for when a wish goes against the advice (P6)."""
    return forms.CharField(
        label=_("Hvorfor velges kurset likevel?"),
        help_text=_("Én setning. Den vises på søknaden og i historikken."),
        max_length=300,
        error_messages={
            "required": _("Skriv én setning om hvorfor kurset velges likevel."),
            "max_length": _("Begrunnelsen kan ha høyst 300 tegn."),
        },
    )


class ApplicationForm(KursForm):
    """One to five wishes, in the person's own order.

    against: why the advice speaks against some of them; then the form asks for one sentence. clicked, touched: the
    button just used in the list, and the wish it was used on.
    """

    submit_label = gettext_lazy("Send søknaden")

    def __init__(self, *args, intakes, free, against=(), clicked="", touched="", **kwargs):
        super().__init__(*args, **kwargs)
        self.free, self.against, self.clicked, self.touched = free, against, clicked, touched
        self._panels: dict[int, list] | None = None
        self.by_id = {str(intake.public_id): intake for intake in intakes}
        labels = [(key, intake_label(intake, free[intake.pk])) for key, intake in self.by_id.items()]
        for rank, name in enumerate(WISHES, start=1):
            self.fields[name] = forms.TypedChoiceField(
                label=_("%(rank)d. ønske") % {"rank": rank},
                choices=[("", ""), *labels],
                coerce=self.by_id.__getitem__,
                empty_value=None,
                required=rank == 1,
                error_messages={
                    "required": _("Velg hvilket kurs som er førsteønsket."),
                    "invalid_choice": _("Kurset er ikke åpent for søknad lenger. Velg et annet."),
                },
            )
        chosen = {str(self[name].value() or "") for name in WISHES}
        others = [label for label in labels if label[0] not in chosen]
        self.fields["add"] = forms.CharField(
            label=_("Legg til et kurs"),
            required=False,
            widget=forms.Select(choices=[("", _("Velg kurs")), *others]),
        )
        self.fields_in_order = [RankedWishes()]
        if against:
            self.fields["against_reason"] = against_field()
            self.fields_in_order += [AgainstAdvice(), "against_reason"]

    def rows(self) -> list[dict]:
        """The wishes to draw with their buttons; those that cannot be read with their error."""
        found = []
        results = self._results()
        for rank, name in enumerate(WISHES, start=1):
            field = self[name]
            value = str(field.value() or "")
            errors = list(field.errors) if self.is_bound else []
            if value or errors:
                intake = self.by_id.get(value)
                row = {"rank": rank, "field": field, "value": value, "intake": intake, "errors": errors, "buttons": []}
                concept = intake.contract.concept_id if intake else None
                found.append(
                    row | {"free": self.free[intake.pk] if intake else None, "panel_list": results.get(concept, ())}
                )
        chosen = [row for row in found if row["value"]]
        for row in chosen:
            row["buttons"] = self._buttons(row, first=row is chosen[0], last=row is chosen[-1])
        return found

    def _results(self) -> dict[int, list]:
        """{course: panels} with the results of the courses that are wished for, read once (C8)."""
        if self._panels is None:
            chosen = [self.by_id.get(str(self[name].value() or "")) for name in WISHES]
            ids = list(dict.fromkeys(intake.contract.concept_id for intake in chosen if intake))
            self._panels = panels.collect("concept.results", self.membership, ids) if ids else {}
        return self._panels

    def _buttons(self, row: dict, *, first: bool, last: bool) -> list[dict]:
        """Up, down and remove, as far as they lead anywhere; the one that was used keeps the focus."""
        title = row["intake"].concept.title if row["intake"] else row["field"].label
        found = []
        if not first:
            found.append({"do": "opp", "icon": "ArrowUp", "label": _("Flytt opp: %(course)s") % {"course": title}})
        if not last:
            found.append({"do": "ned", "icon": "ArrowDown", "label": _("Flytt ned: %(course)s") % {"course": title}})
        found.append({"do": "fjern", "icon": "Trash", "label": _("Fjern: %(course)s") % {"course": title}})
        verb, _dash, _rank = self.clicked.partition("-")
        if row["value"] == self.touched:
            used = next((button for button in found if button["do"] == verb), found[0])
            used["focus"] = True
        return [{"focus": False} | button | {"do": f"{button['do']}-{row['rank']}"} for button in found]

    @property
    def told(self) -> str:
        """What the last click did, for those who do not see the list."""
        if not self.touched:
            return ""
        for row in self.rows():
            if row["value"] == self.touched and row["intake"]:
                values = {"course": row["intake"].concept.title, "rank": row["rank"]}
                return _("%(course)s er nå %(rank)d. ønske.") % values
        return _("Ønsket er fjernet.")

    @property
    def may_add(self) -> bool:
        return len(self.fields["add"].widget.choices) > 1 and not self[WISHES[-1]].value()

    def clean(self):
        data = super().clean()
        seen, gap = set(), False
        for rank, name in enumerate(WISHES, start=1):
            intake = data.get(name)
            if intake is None:
                gap = gap or name not in self.errors
                continue
            if intake.pk in seen:
                self.add_error(name, _("Kurset er allerede ønsket."))
            elif gap and rank > 1 and "wish_1" not in self.errors:
                self.add_error(name, _("Fyll ut ønskene i rekkefølge, uten hull."))
            seen.add(intake.pk)
        return data

    def wishes(self) -> list[Intake]:
        """The intakes in order."""
        chosen = (self.cleaned_data.get(name) for name in WISHES)
        return [intake for intake in chosen if intake]


class AgainstAdvice(LayoutObject):
    """What the advice says of the wishes it speaks against, above the field that asks why."""

    def render(self, form, context, template_pack=None, **kwargs):
        return render_to_string("courses/_against_advice.html", {"against": form.against})


class WithdrawForm(KursForm):
    """Confirms that an application is taken back."""

    submit_label = gettext_lazy("Trekk søknaden")
    danger = True


class ChecklistAnswerForm(KursForm):
    """Met, not met or unknown, with one sentence."""

    submit_label = gettext_lazy("Lagre svaret")

    answer = forms.ChoiceField(
        label=gettext_lazy("Svar"),
        choices=ChecklistAnswer.Answer.choices,
        widget=RadioSelect,
        error_messages={
            "required": gettext_lazy("Velg et svar."),
            "invalid_choice": gettext_lazy("Velg et av svarene."),
        },
    )
    sentence = forms.CharField(
        label=gettext_lazy("Begrunnelse i én setning"),
        required=False,
        max_length=300,
        error_messages={"max_length": gettext_lazy("Begrunnelsen kan ha høyst 300 tegn.")},
    )

    fields_in_order = [Inline("answer"), "sentence"]

    def clean(self):
        data = super().clean()
        answered = data.get("answer") in (ChecklistAnswer.Answer.MET, ChecklistAnswer.Answer.NOT_MET)
        if answered and not data.get("sentence") and "sentence" not in self.errors:
            self.add_error("sentence", _("Skriv én setning om hvorfor."))
        return data
