"""Components about a person: header, path, advice, and the rows of lists."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from amo.colors import status_color
from amo.templatetags.rendering import pick, render_part

register = template.Library()

PERSON = {
    "name": "", "identity_number": "", "age": None, "phone": "", "email": "", "interpreter": "", "tags": (),
    "next_action": None, "office": "", "adviser": "",
}  # fmt: skip
NEXT_ACTION = {"text": "", "date": None, "url": ""}
TAG = {"label": "", "color": "neutral", "variant": "moderate", "icon": ""}
STEP = {"label": "", "status": "later", "date": "", "url": ""}
ADVICE = {
    "title": "", "url": "", "meta": "", "points": None, "maximum": 100, "band": None, "tags": (), "criteria": (),
    "reasons": (), "open": False, "excluded": "",
}  # fmt: skip


@register.filter
def grouped_number(value) -> str:
    """An identity number as six and five digits."""
    text = str(value or "")
    return f"{text[:6]} {text[6:]}" if len(text) == 11 else text


@register.simple_block_tag(takes_context=True)
def person_header(context, content, person, level=1) -> SafeString:
    """{% person_header person %}buttons{% endperson_header %}.

    person: {name, identity_number, age, phone, email, interpreter (language or empty), office, adviser,
    tags: [{label, color, variant, icon}], next_action: {text, date, url}}.
    """
    data = pick(person, **PERSON)
    data["tags"] = [pick(item, **TAG) for item in data["tags"]]
    if data["next_action"]:
        data["next_action"] = pick(data["next_action"], **NEXT_ACTION)
    return render_part(
        context,
        "components/person_header.html",
        {"person": data, "content": content, "level": level, "today": context.get("today")},
    )


@register.inclusion_tag("components/tag_row.html")
def tag_row(tags, size="small"):
    """Tags on one line. tags: [{label, color, variant, icon}]."""
    return {"tags": [pick(item, **TAG) for item in tags], "size": size}


@register.inclusion_tag("components/stepper.html")
def stepper(steps, label=""):
    """The path of a person as steps. steps: {label, status: done|active|later|skipped, date, url}."""
    steps = [pick(step, **STEP) | {"number": number} for number, step in enumerate(steps, start=1)]
    return {"steps": steps, "label": label or _("Veien gjennom tiltaket")}


@register.simple_block_tag(takes_context=True)
def advice_card(context, content, item) -> SafeString:
    """{% advice_card item %}buttons{% endadvice_card %}: a suggested course, points and reasons behind "Hvorfor?".

    item: {title, url, meta, band: {label, color}, points, maximum, tags, criteria: [{label, points, maximum, text}],
    reasons: [text], excluded (why it cannot be chosen), open}.
    """
    data = pick(item, **ADVICE)
    data["tags"] = [pick(entry, **TAG) for entry in data["tags"]]
    data["criteria"] = [pick(entry, label="", points=0, maximum=0, text="") for entry in data["criteria"]]
    if data["band"]:
        data["band"] = pick(data["band"], label="", color="neutral")
        data["band"]["color"] = status_color(data["band"]["color"])
    return render_part(context, "components/advice_card.html", {"item": data, "content": content})


# --- cells of a list row ------------------------------------------------------------------------


def _column(row, key):
    for cell in row["cells"] if isinstance(row, dict) else row.cells:
        found = pick(cell, key="", label="", align="left")
        if found["key"] == key:
            return found
    return None


@register.simple_block_tag
def cell(content, row, key, css="") -> SafeString:
    """{% cell row "status" %}…{% endcell %}: one cell of a list row; nothing when the column is hidden."""
    column = _column(row, key)
    if column is None:
        return mark_safe("")
    content = content.strip()
    classes = ["aksel-table__data-cell aksel-body-short aksel-body-short--small cell"]
    if column["align"] == "right":
        classes.append("aksel-table__data-cell--align-right cell--number")
    if content in ("", "–"):
        classes.append("cell--empty")
    if css:
        classes.append(css)
    return format_html(
        '<td class="{}" data-label="{}"><div class="cell__value">{}</div></td>',
        " ".join(classes),
        column["label"],
        mark_safe(content or "–"),
    )


@register.simple_block_tag
def row_header(content, row, key, css="") -> SafeString:
    """{% row_header row "name" %}…{% endrow_header %}: the cell that names the row (never hidden on a phone)."""
    if _column(row, key) is None:
        return mark_safe("")
    return format_html(
        '<th scope="row" id="row-name-{}" class="aksel-table__header-cell cell cell--header{}">{}</th>',
        pick(row, id="")["id"],
        f" {css}" if css else "",
        mark_safe(content.strip()),
    )
