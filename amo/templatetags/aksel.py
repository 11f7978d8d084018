"""Aksel building blocks: icons, tags, and the pieces the crispy pack "aksel" is made of.

Nothing here writes a style attribute or a script, so the content security policy needs no exception.
"""

import re
from functools import cache
from pathlib import Path

from django import forms, template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from amo.colors import status_color

register = template.Library()

ICON_FOLDER = "@navikt/aksel-icons/dist/svg"
ICON_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")

WIDGET_CLASSES = {
    "select": "aksel-select__input",
    "select_multiple": "aksel-textarea__input",
    "textarea": "aksel-textarea__input",
    "checkbox": "aksel-checkbox__input",
    "file": "aksel-text-field__input input-file",
}


@cache
def _icon_paths(name: str) -> SafeString:
    """Inner markup of one icon file of @navikt/aksel-icons."""
    if not ICON_NAME.fullmatch(name):
        raise template.TemplateSyntaxError(f"Invalid icon name: {name!r}")
    path = Path(settings.NODE_MODULES) / ICON_FOLDER / f"{name}.svg"
    try:
        svg = path.read_text("utf-8")
    except FileNotFoundError as error:
        raise template.TemplateSyntaxError(f"No such icon: {name!r}") from error
    inner = re.search(r"<svg[^>]*>(.*)</svg>", svg, re.DOTALL).group(1)
    return mark_safe(re.sub(r"\s+", " ", inner).strip())


@register.simple_tag(name="icon")
def inline_icon(name: str, css: str = "", title: str = "") -> SafeString:
    """Inline icon. Decorative unless `title` is given; then the title is its accessible name."""
    label = format_html('role="img" aria-label="{}"', title) if title else mark_safe('aria-hidden="true"')
    css_class = format_html(' class="{}"', css) if css else ""
    return format_html(
        '<svg width="1em" height="1em" viewBox="0 0 24 24" fill="none" focusable="false"{} {}>{}</svg>',
        css_class,
        label,
        _icon_paths(name),
    )


@register.simple_tag
def tag(label, color="neutral", variant="moderate", size="small", icon="") -> SafeString:
    """A coloured tag. `color` is an Aksel colour, `variant` outline, moderate or strong."""
    picture = ""
    if icon:
        picture = format_html('<span class="aksel-tag__icon--left">{}</span>', inline_icon(icon))
    return format_html(
        '<span data-color="{}" data-variant="{}"'
        ' class="aksel-tag aksel-tag--{} aksel-body-short aksel-body-short--small">{}{}</span>',
        color or "neutral",
        variant or "moderate",
        size or "small",
        picture,
        label,
    )


@register.simple_tag
def status_tag(label, color="", size="small", variant="moderate") -> SafeString:
    """Tag of a status: one colour per status everywhere. `color` is a status code (amo.colors) or an Aksel colour."""
    return tag(label, status_color(color), variant, size)


# --- the crispy pack ----------------------------------------------------------------------------


def widget_kind(widget: forms.Widget) -> str:
    """Which field template of the pack draws this widget."""
    kinds = (
        (forms.CheckboxSelectMultiple, "checkboxes"),
        (forms.RadioSelect, "radios"),
        (forms.CheckboxInput, "checkbox"),
        (forms.SelectMultiple, "select_multiple"),
        (forms.Select, "select"),
        (forms.Textarea, "textarea"),
        (forms.FileInput, "file"),
        (forms.MultiWidget, "multi"),
    )
    return next((kind for widget_class, kind in kinds if isinstance(widget, widget_class)), "text")


@register.simple_tag(takes_context=True)
def aksel_field(context, field=None, **options) -> SafeString:
    """Draw one bound field with label, help text and errors.

    Options come from the call or, inside crispy, from the context: field_size ("medium" or "small"), inline (choices on
    one line), confirmation (a checkbox in a panel), wrapper_class, form_show_labels, form_show_errors, mark_optional.
    """
    field = field if field is not None else context["field"]
    if field.is_hidden:
        return mark_safe(str(field))

    def option(name, default):
        value = options.get(name, context.get(name))
        return default if value is None else value

    kind = widget_kind(field.field.widget)
    confirmation = bool(option("confirmation", False)) and kind == "checkbox"
    show_errors = option("form_show_errors", True)
    data = {
        "field": field,
        "kind": kind,
        "size": option("field_size", "medium"),
        "errors": list(field.errors) if show_errors else [],
        "show_label": option("form_show_labels", True),
        "optional": not field.field.required and not field.field.disabled and option("mark_optional", True),
        "inline": option("inline", False),
        "confirmation": confirmation,
        "wrapper_class": option("wrapper_class", ""),
        "extra_classes": field.css_classes(),
        "disabled": field.field.disabled,
        "max_length": getattr(field.field, "max_length", None) if kind == "textarea" else None,
        "is_group": kind in ("radios", "checkboxes", "multi"),
        "described_by": field.aria_describedby or "",
        "choices": _choices(field) if kind in ("radios", "checkboxes") else [],
    }
    page = template.Context(data, autoescape=True)
    group = {"radios": "choices", "checkboxes": "choices", "checkbox": "checkbox", "multi": "multi"}.get(kind, "single")
    return context.template.engine.get_template(f"aksel/fields/{group}.html").render(page)


def _choices(field) -> list[dict]:
    """The choices of a radio or checkbox group with description and disabled mark."""
    error_id = f"{field.auto_id}_error" if field.errors else ""
    choices = []
    for option in field:
        data = option.data
        description = data.get("description", "")
        description_id = f"{option.id_for_label}_description" if description else ""
        choices.append(
            {
                "id": option.id_for_label,
                "name": data["name"],
                "value": str(data["value"]),
                "label": data["label"],
                "selected": data["selected"],
                "disabled": bool(data["attrs"].get("disabled")),
                "description": description,
                "description_id": description_id,
                "described_by": " ".join(filter(None, [error_id, description_id])),
                "attrs": {k: v for k, v in data["attrs"].items() if k.startswith(("data-", "hx-"))},
            }
        )
    return choices


@register.simple_tag
def aksel_widget(field, size="medium") -> SafeString:
    """The widget with Aksel's classes; widget.attrs is left as it was, so a form can be drawn twice."""
    kind = widget_kind(field.field.widget)
    css = [WIDGET_CLASSES.get(kind, "aksel-text-field__input")]
    if kind != "checkbox":
        css.append(f"aksel-body-short aksel-body-short--{size}")
    own = field.field.widget.attrs.get("class")
    if own:
        css.append(own)
    attrs = {"class": " ".join(css)}
    if kind == "textarea" and getattr(field.field, "max_length", None):
        described = [
            field.field.widget.attrs.get("aria-describedby") or field.aria_describedby,
            f"{field.auto_id}_counter",
        ]
        # Too much text is told, not cut off: the counter goes below zero and the form refuses.
        attrs["maxlength"] = False
        attrs["aria-describedby"] = " ".join(filter(None, described))
    return field.as_widget(attrs=attrs)


@register.simple_tag
def aksel_multi_widget(field, size="medium") -> SafeString:
    """Parts of a MultiWidget, each with its own visible label (`widget.part_labels`)."""
    widget = field.field.widget
    labels = getattr(widget, "part_labels", None) or [f"{field.label} {n}" for n in range(1, len(widget.widgets) + 1)]
    attrs = field.build_widget_attrs({"id": field.auto_id})
    parts = []
    for part, label in zip(
        widget.get_context(field.html_name, field.value(), attrs)["widget"]["subwidgets"], labels, strict=True
    ):
        part["attrs"]["class"] = f"aksel-text-field__input aksel-body-short aksel-body-short--{size} input-date"
        html = mark_safe(field.form.renderer.render(part["template_name"], {"widget": part}))
        parts.append(
            format_html(
                '<div class="aksel-form-field aksel-form-field--{}">'
                '<label for="{}" class="aksel-form-field__label aksel-label">{}</label>{}</div>',
                size,
                part["attrs"]["id"],
                label,
                html,
            )
        )
    return mark_safe("".join(parts))


@register.filter
def error_links(form) -> list[tuple[str, str]]:
    """[(id of the control, message)] for the error summary, in the form's order; the whole form's errors come first.

    A message of the whole form with a `place` (a name in the layout) stands there. An error in a date says which date.
    """
    names = list(_names_in(getattr(getattr(form, "helper", None), "layout", None)))
    place = {name: number for number, name in enumerate(names)}
    links = [(place.get(getattr(message, "place", ""), -1), "", message) for message in form.non_field_errors()]
    for field in form:
        kind = widget_kind(field.field.widget)
        target = field.id_for_label or field.auto_id
        if kind in ("radios", "checkboxes", "multi"):
            target = f"{field.auto_id}_0"
        for message in field.errors:
            linked = field.is_hidden or _has_link(message)
            # What is said of an empty field names it in its own words.
            if isinstance(field.field, forms.DateField) and field.data and not linked:
                message = f"{field.label}: {message}"
            links.append((place.get(field.name, len(names)), "" if linked else target, message))
    return [(target, message) for _place, target, message in sorted(links, key=lambda link: link[0])]


def _has_link(message) -> bool:
    """Whether a message leads somewhere itself, so that it cannot stand inside a link to its field."""
    return isinstance(message, SafeString) and "<a " in message


def _names_in(part):
    """Names of the fields in a part of a layout; parts that hold no fields of the form give none."""
    if isinstance(part, str):
        yield part
        return
    for inner in getattr(part, "fields", ()):
        yield from _names_in(inner)


@register.filter
def formset_error_links(formset) -> list[tuple[str, str]]:
    """As error_links, for a whole formset; each message starts with the number of its row."""
    links = [("", message) for message in formset.non_form_errors()]
    for number, form in enumerate(formset.forms, start=1):
        for target, message in error_links(form):
            links.append((target, _("Rad %(number)d: %(message)s") % {"number": number, "message": message}))
    return links


@register.filter
def button_variant(field_classes: str) -> str:
    """Aksel variant of a crispy Submit, Button or Reset, read from its css classes."""
    words = (field_classes or "").split()
    for variant in ("tertiary", "secondary", "primary"):
        if variant in words:
            return variant
    return "primary" if "btn-primary" in words else "secondary"
