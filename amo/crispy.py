"""Layout objects and the standard helper for forms drawn with the crispy pack "aksel"."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, LayoutObject, Submit
from crispy_forms.utils import TEMPLATE_PACK
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from amo import occupations


class _WithOptions(LayoutObject):
    """Draws its fields with some of the pack's options set."""

    options: dict = {}

    def __init__(self, *fields):
        self.fields = list(fields)

    def render(self, form, context, template_pack=TEMPLATE_PACK, extra_context=None, **kwargs):
        options = self.options | (extra_context or {})
        return self.get_rendered_fields(form, context, template_pack, extra_context=options, **kwargs)


class Inline(_WithOptions):
    """Radios or checkboxes on one line: Inline("answer")."""

    options = {"inline": True}


class Confirmation(_WithOptions):
    """A BooleanField as Aksel's confirmation panel; the help text is what is confirmed."""

    options = {"confirmation": True}


class Small(_WithOptions):
    """Fields in the small size."""

    options = {"field_size": "small"}


class Unmarked(_WithOptions):
    """Fields without "(valgfritt)": for a form where nothing is required, and which says so at its top."""

    options = {"mark_optional": False}

    def render(self, form, context, template_pack=TEMPLATE_PACK, **kwargs):
        # crispy hands extra_context to plain fields only; these stand in fieldsets and rows.
        context.update(self.options)
        html = self.get_rendered_fields(form, context, template_pack, **kwargs)
        context.update(dict.fromkeys(self.options))
        return html


class FieldRow(Div):
    """Fields beside each other where there is room."""

    css_class = "field-row"


class OccupationSuggestions(LayoutObject):
    """Once in a form with OccupationFields: the suggestions for those without JavaScript. known: its Occupations."""

    def __init__(self, known):
        self.known = known

    def render(self, form, context, template_pack=TEMPLATE_PACK, **kwargs):
        data = {"list_id": occupations.LIST_ID, "suggestions": occupations.datalist(self.known.rows)}
        return render_to_string("amo/_occupation_list.html", data)


class AkselFormHelper(FormHelper):
    """Helper of an ordinary form: one column, POST, submit button, cancel link, unsaved-changes warning.

    submit: text of the main button. cancel_url: where "Avbryt" leads (no button without it). draft_url: where the form
    is posted as you type, the answer is shown as the draft's status. device_draft: {"id": random uuid of the form,
    "fields": [names], "scope": uuid} keeps a draft on the device (the visit form only). unsaved: warn before leaving
    with changes.
    """

    def __init__(
        self,
        form=None,
        *,
        submit="",
        cancel_url="",
        draft_url="",
        device_draft=None,
        unsaved=True,
        danger=False,
        form_id="",
    ):
        super().__init__(form)
        self.form_id = form_id
        self.attrs = {"novalidate": True}
        if unsaved:
            self.attrs["data-unsaved"] = True
        if draft_url:
            self.attrs |= {
                "hx-post": draft_url,
                "hx-trigger": "input delay:1500ms",
                "hx-target": "find [data-draft-status]",
                "hx-swap": "innerHTML",
                "hx-disinherit": "*",
            }
        if device_draft:
            self.attrs |= {
                "data-device-draft": str(device_draft["id"]),
                "data-device-draft-fields": " ".join(device_draft["fields"]),
                "data-device-draft-scope": str(device_draft.get("scope", "")),
            }
        self.render_hidden_fields = True
        self.submit_actions = {
            "submit": submit or _("Lagre"),
            "cancel_url": cancel_url,
            "danger": danger,
            "draft": bool(draft_url or device_draft),
        }


__all__ = [
    "HTML", "AkselFormHelper", "Confirmation", "Div", "FieldRow", "Inline", "OccupationSuggestions", "Small", "Submit",
    "Unmarked",
]  # fmt: skip
