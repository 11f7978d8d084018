"""Charts as template tags: small inline SVG that follows tokens, dark mode and print, with the same figures as text."""

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import charts
from amo.colors import status_color
from amo.templatetags.rendering import pick

register = template.Library()

PERIOD = {"label": "", "start": None, "end": None, "color": "accent", "planned": False, "text": ""}


def _parts(parts) -> list[dict]:
    found = [pick(part, label="", count=0, color="", key="") for part in parts]
    return [part | {"color": status_color(part["color"] or part["key"])} for part in found]


@register.inclusion_tag("charts/stacked_bar.html")
def stacked_bar(parts, label=""):
    """A bar divided by status. parts: {label, count, color}; the figures are its accessible name."""
    placed = charts.stacked(_parts(parts))
    words = ", ".join(f"{part['label']} {part['percent']} %" for part in placed)
    return {"parts": placed, "label": f"{label}: {words}" if label else words}


@register.inclusion_tag("charts/legend.html")
def chart_legend(parts):
    """Colours of a stacked bar. parts: {label, color}."""
    return {"parts": _parts(parts)}


@register.inclusion_tag("charts/trend.html")
def trend_line(values, label, color="success", names=()):
    """A line through percentages (0–100) at the measuring points; None (hidden or not yet measured) is a dash."""
    names = list(names) or [str(i) for i in range(1, len(values) + 1)]
    words = [
        f"{name} {value} %" if value is not None else f"{name} {_('vises ikke')}"
        for name, value in zip(names, values, strict=True)
    ]
    return charts.trend(list(values)) | {"label": f"{label}: {', '.join(words)}", "color": status_color(color)}


@register.inclusion_tag("charts/month_bars.html")
def month_bars(values, label, color="accent", names=()):
    """Counts by month as bars; None (no figure) is a gap. The figures are its accessible name."""
    names = list(names) or [str(i) for i in range(1, len(values) + 1)]
    words = [f"{name} {'–' if value is None else value}" for name, value in zip(names, values, strict=True)]
    return charts.bars(list(values)) | {"label": f"{label}: {', '.join(words)}", "color": status_color(color)}


@register.inclusion_tag("charts/gantt.html", takes_context=True)
def gantt_chart(context, periods, milestones=(), today=None, title="", id="gantt"):
    """A person's path in time. periods: {label, start, end, color, planned, text}; milestones: {label, date}.

    A milestone after today is a planned one. The axis is computed; under the chart (and on a phone instead of it)
    stands the same as a table.
    """
    today = today or context.get("today")
    rows = []
    for period in periods:
        row = pick(period, **PERIOD)
        row["color"] = status_color(row["color"])
        row["text"] = row["text"] or period_text(row["start"], row["end"])
        rows.append(row)
    marks = [pick(mark, label="", date=None, on=None) for mark in milestones]
    marks = [{"label": mark["label"], "date": mark["date"] or mark["on"]} for mark in marks]
    marks = [mark | {"planned": bool(today) and mark["date"] > today} for mark in marks]
    chart = charts.gantt(rows, marks, today)
    return chart | {"periods": rows, "marks": marks, "today": today, "title": title or _("Tidslinje"), "id": id}


def period_text(start, end) -> str:
    """ "8. sep.–9. okt." or "fra 8. sep."."""
    first = short_date(start)
    return f"{first}–{short_date(end)}" if end else _("fra %(date)s") % {"date": first}


def short_date(date) -> str:
    """A day without its year: "8. sep."."""
    return date_format(date, "j. N").lower()


@register.inclusion_tag("charts/funnel.html")
def funnel_plot(points, centre, limits, title="", id="funnel", unit=""):
    """Shares against the number they rest on, with control limits.

    points: {label, n, share (0–1), url}; centre: the common share; limits: [(n, low, high)], computed by the caller.
    """
    points = [pick(point, label="", n=0, share=0.0, url="") for point in points]
    chart = charts.funnel(points, centre, list(limits))
    for mark in chart["points"]:
        mark["percent"] = round(100 * mark["share"])
    return chart | {
        "title": title or _("Traktdiagram"),
        "id": id,
        "centre": round(100 * centre),
        "unit": unit or _("deltakere"),
    }


@register.inclusion_tag("charts/interval_bar.html")
def interval_bar(low, value, high, reference=None, label=""):
    """A share (0–1) as a dot with its 95 % interval, the figures beside it."""
    drawn = charts.interval(low, value, high, reference)
    return drawn | {"low": round(100 * low), "value": round(100 * value), "high": round(100 * high), "label": label}


@register.inclusion_tag("charts/small_multiples.html")
def small_multiples(series, names=(), color="success", months=False):
    """The same small trend for many things. series: {label, values: [0–100 or None], note, url}.

    months: the values are counts by month, drawn as bars.
    """
    rows = [pick(row, label="", values=(), note="", url="") for row in series]
    return {"series": rows, "names": list(names), "color": color, "months": months}
