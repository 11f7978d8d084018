"""Page furniture as template tags. Every optional value has a default here: templates meet no undefined variable."""

import datetime as dt

from django import template
from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from amo import clock
from amo.templatetags import aksel, casework, charts
from amo.templatetags.rendering import attributes, pick, render_part

register = template.Library()
# `{% load components %}` is enough for a page: icons, tags, person components and charts come with it.
for library in (aksel, casework, charts):
    register.tags.update(library.register.tags)
    register.filters.update(library.register.filters)

ALERT_ICONS = {
    "info": "InformationSquareFill",
    "success": "CheckmarkCircleFill",
    "warning": "ExclamationmarkTriangleFill",
    "danger": "XMarkOctagonFill",
}


# --- buttons and links --------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def button(
    context, label, variant="secondary", size="small", icon="", href="", color="", icon_only=False, **attrs
) -> SafeString:
    """A button, or a link drawn as a button when `href` is given.

    More attributes as keywords, underscores become dashes: type="submit", name="save", hx_get=url, data_print=True.
    """
    if not href:
        attrs.setdefault("type", "button")
    return render_part(
        context,
        "components/button.html",
        {
            "label": label,
            "variant": variant,
            "size": size,
            "icon": icon,
            "href": href,
            "color": color,
            "icon_only": icon_only,
            "attrs": attributes(attrs),
        },
    )


@register.inclusion_tag("components/copy_button.html")
def copy_button(value, label=""):
    """Copies `value`; `label` is what the button is called, "Kopier" by default."""
    return {"value": value, "label": label or _("Kopier")}


@register.inclusion_tag("components/print_button.html")
def print_button(label=""):
    """Prints the page (shown with JavaScript only)."""
    return {"label": label or _("Skriv ut")}


# --- messages -----------------------------------------------------------------------------------


@register.simple_block_tag(takes_context=True)
def alert(context, content, color="info", title="", size="small", css="") -> SafeString:
    """{% alert "warning" %}…{% endalert %}: a coloured box with its icon. color: info, success, warning, danger."""
    data = {"content": content, "color": color, "title": title, "size": size, "css": css}
    return render_part(
        context, "components/alert.html", data | {"icon_name": ALERT_ICONS.get(color, ALERT_ICONS["info"])}
    )


@register.filter
def message_color(level_tag: str) -> str:
    """Aksel colour of a django message."""
    return {"error": "danger", "warning": "warning", "success": "success"}.get(level_tag.split(" ")[-1], "info")


@register.filter
def alert_icon(color: str) -> str:
    """Icon that goes with an alert's colour."""
    return ALERT_ICONS.get(color, ALERT_ICONS["info"])


@register.inclusion_tag("components/empty_state.html")
def empty_state(title, text="", url="", label="", icon=""):
    """What to do next where there is nothing to show."""
    return {"title": title, "text": text, "url": url, "label": label, "icon": icon}


# --- page structure -----------------------------------------------------------------------------


@register.simple_block_tag(takes_context=True)
def page_header(context, content, title, subtitle="") -> SafeString:
    """{% page_header title subtitle %}buttons{% endpage_header %}: the h1 of a page."""
    return render_part(
        context, "components/page_header.html", {"content": content, "title": title, "subtitle": subtitle}
    )


@register.simple_block_tag(takes_context=True)
def panel(context, content, title="", note="", level=2, id="", css="") -> SafeString:
    """{% panel "Tittel" note="…" %}…{% endpanel %}: a white box with an optional heading."""
    data = {"content": content, "title": title, "note": note, "level": level, "id": id, "css": css}
    return render_part(context, "components/panel.html", data)


@register.inclusion_tag("components/breadcrumbs.html")
def breadcrumbs(*items):
    """{% breadcrumbs crumbs %} with [(label, url), …], or label, url, label, url …; the last one is the page itself."""
    if len(items) == 1 and not isinstance(items[0], str | Promise):
        items = items[0]
    else:
        items = [(items[i], items[i + 1] if i + 1 < len(items) else "") for i in range(0, len(items), 2)]
    return {"items": [(label, url) for label, url in items]}


@register.inclusion_tag("components/back_link.html")
def back_link(url, label):
    """Link back to where the user came from; give a url that keeps the filter."""
    return {"url": url, "label": label}


@register.inclusion_tag("components/tabs.html")
def tabs(items, label=""):
    """Tabs that are links. items: {label, url, active, count, icon}; label names the row for screen readers."""
    defaults = {"label": "", "url": "", "active": False, "count": None, "icon": ""}
    return {"items": [pick(item, **defaults) for item in items], "label": label or _("Sider om personen")}


@register.inclusion_tag("components/key_values.html")
def key_values(items, columns=1):
    """A description list. items: (label, value) or {label, value, note}; an empty value is shown as a dash."""
    rows = []
    for item in items:
        row = {"label": item[0], "value": item[1]} if isinstance(item, tuple | list) else item
        rows.append(pick(row, label="", value="", note=""))
    return {"items": rows, "columns": columns}


@register.simple_block_tag(takes_context=True)
def read_more(context, content, label, open=False, id="") -> SafeString:
    """{% read_more "Hvorfor?" %}…{% endread_more %}: details that open in place."""
    return render_part(
        context, "components/read_more.html", {"content": content, "label": label, "open": open, "id": id}
    )


@register.simple_block_tag(takes_context=True)
def modal(context, content, id, title, size="small") -> SafeString:
    """A dialog. Open it with a button that has data_open_modal="<id>"; data_close_modal=True closes it."""
    data = {"content": content, "id": id, "title": title, "size": size}
    return render_part(context, "components/modal.html", data)


# --- tables -------------------------------------------------------------------------------------


@register.simple_block_tag(takes_context=True)
def table_frame(context, content, label) -> SafeString:
    """Frame round a table that may be too wide: scrolls sideways, reachable by keyboard, named by `label`."""
    return render_part(context, "components/table_frame.html", {"content": content, "label": label})


@register.inclusion_tag("components/data_table.html")
def data_table(columns, rows, caption, cards=True):
    """A plain table. The first column is the row's heading.

    columns: {label, align} or just the label; rows: lists of values in the same order.
    """
    columns = [
        {"label": c, "align": "left"} if isinstance(c, str | Promise) else pick(c, label="", align="left")
        for c in columns
    ]
    body = [[{"value": v, **c} for v, c in zip(row, columns, strict=True)] for row in rows]
    return {"columns": columns, "rows": body, "caption": caption, "cards": cards}


@register.inclusion_tag("components/pagination.html")
def pagination(page, page_urls):
    """Pages of a list. page: Django's Page; page_urls: {number: url} or a function of the number."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    items = [{"number": n, "url": _page_url(page_urls, n), "current": n == page.number} for n in numbers]
    return {
        "items": items,
        "several": page.paginator.num_pages > 1,
        "previous_url": _page_url(page_urls, page.number - 1) if page.has_previous() else "",
        "next_url": _page_url(page_urls, page.number + 1) if page.has_next() else "",
    }


def _page_url(urls, number):
    if not isinstance(number, int):
        return ""
    if callable(urls):
        return urls(number)
    return urls.get(number, "") or f"?page={number}"


# --- dates and figures --------------------------------------------------------------------------


@register.inclusion_tag("components/deadline.html", takes_context=True)
def deadline(context, date, within=3, done=False):
    """A date with Utløpt, I dag, I morgen or N dager when at most `within` days ahead. None is shown as a dash."""
    days = (date - _today(context)).days if date else None
    return {"date": date, "tag": None if done or days is None else deadline_label(days, within)}


@register.inclusion_tag("components/deadline.html", takes_context=True)
def deadline_tag(context, date, within=3):
    """Only the tag of `deadline`."""
    days = (date - _today(context)).days if date else None
    return {"date": None, "tag": None if days is None else deadline_label(days, within), "tag_only": True}


def deadline_label(days: int, within: int = 3) -> dict | None:
    """Text and colour for a deadline `days` ahead, or None when it is further away than `within` days."""
    if days < 0:
        return {"label": _("Utløpt"), "color": "danger"}
    if days > within:
        return None
    if days == 0:
        return {"label": _("I dag"), "color": "warning"}
    if days == 1:
        return {"label": _("I morgen"), "color": "warning"}
    return {"label": _("%(days)d dager") % {"days": days}, "color": "warning"}


def _today(context) -> dt.date:
    return context.get("today") or clock.today()


@register.inclusion_tag("components/meter.html")
def meter(value, maximum, color="", label=""):
    """A bar of `value` out of `maximum` with the figures as text; the colour follows the share unless given."""
    share = max(0.0, min(1.0, float(value) / float(maximum))) if maximum else 0.0
    color = color or ("success" if share >= 0.75 else "warning" if share >= 0.5 else "danger")
    return {"value": value, "maximum": maximum, "width": f"{100 * share:.1f}", "color": color, "label": label}


# --- long work, events, conflicts ---------------------------------------------------------------


@register.inclusion_tag("components/timeline.html")
def timeline(events, label="", level=3):
    """What happened, newest first. events: {title, time, by, text, icon, url, status}."""
    defaults = {"title": "", "time": "", "by": "", "text": "", "icon": "Checkmark", "url": "", "status": "completed"}
    return {"events": [pick(event, **defaults) for event in events], "label": label or _("Hendelser"), "level": level}


@register.inclusion_tag("components/notification_list.html", takes_context=True)
def notification_list(context, items):
    """Notifications. items: {text, time, url, unread, read_url}; read_url is posted to when one is marked as read."""
    defaults = {"text": "", "time": "", "url": "", "unread": False, "read_url": ""}
    return {"items": [pick(item, **defaults) for item in items], "csrf_token": context.get("csrf_token", "")}


@register.inclusion_tag("components/_job_progress.html")
def job_progress(job):
    """Progress of a long job. job: {id, label, done, total, text, url, result_url, result_label, finished, failed}.

    While it is not finished the part asks `url` for itself every other second; without JavaScript there is a link.
    """
    defaults = {
        "id": "progress",
        "label": "",
        "done": 0,
        "total": 0,
        "text": "",
        "url": "",
        "result_url": "",
        "result_label": "",
    }
    data = pick(job, **defaults, finished=False, failed=False)
    data["percent"] = round(100 * data["done"] / data["total"]) if data["total"] else 0
    return {"job": data}


@register.inclusion_tag("components/conflict.html")
def conflict(changes, by="", when="", reload_url="", focus=True):
    """Somebody else saved first. changes: (label, yours, theirs)."""
    return {"changes": changes, "by": by, "when": when, "reload_url": reload_url, "focus": focus}


@register.inclusion_tag("components/hidden_fields.html")
def hidden_fields(pairs):
    """(name, value) pairs as hidden inputs."""
    return {"pairs": pairs}


@register.simple_tag
def dash(value) -> SafeString | str:
    """The value, or a dash that screen readers hear as "ikke oppgitt"."""
    if value in (None, ""):
        return mark_safe(f'<span aria-hidden="true">–</span><span class="aksel-sr-only">{_("Ikke oppgitt")}</span>')
    return value
