"""Geometry of the charts: pure functions from figures to coordinates. Drawing is in the templates under charts/."""

import datetime as dt
from collections.abc import Callable
from itertools import pairwise

GANTT_WIDTH = 1000
GANTT_LEFT = 150
GANTT_WIDEST = 280  # room for the longest labels; one that is longer still is cut
GANTT_BACK = dt.timedelta(days=365)
GANTT_ROW = 32
GANTT_TOP = 30


def number(value: float, decimals: int = 1) -> str:
    """Fixed-point text with a dot whatever the language, without needless zeros: what SVG attributes need."""
    text = f"{float(value):.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def stacked(parts: list[dict]) -> list[dict]:
    """x and width in percent for parts with a `count`; parts of zero are left out."""
    total = sum(part["count"] for part in parts)
    placed, x = [], 0.0
    for part in parts:
        if not part["count"]:
            continue
        width = 100 * part["count"] / total
        placed.append(part | {"x": number(x, 2), "width": number(width, 2), "percent": round(width)})
        x += width
    return placed


def trend(values: list[float | None]) -> dict:
    """A line through percentages 0–100; None is a gap. Canvas 160 × 56."""
    xs = [16 + 128 * i / max(1, len(values) - 1) for i in range(len(values))]
    points = [
        {"x": number(x), "y": number(46 - 36 * v / 100), "ty": number(39 - 36 * v / 100), "value": v}
        for x, v in zip(xs, values, strict=True)
        if v is not None
    ]
    segments, run = [], []
    for x, value in zip(xs, values, strict=True):
        if value is None:
            run = []
            continue
        run.append(f"{number(x)},{number(46 - 36 * value / 100)}")
        if len(run) == 2:
            segments.append(run)
    lines = [" ".join(segment) for segment in segments if len(segment) > 1]
    gaps = [number(x) for x, value in zip(xs, values, strict=True) if value is None]
    return {"lines": lines, "points": points, "gaps": gaps}


def bars(values: list[int | None]) -> dict:
    """Counts as bars from zero, the highest filling the canvas of 160 × 56; None is a gap. The last one has a figure."""
    highest = max((value for value in values if value), default=0)
    step = 152 / max(1, len(values))
    shapes, gaps = [], []
    for place, value in enumerate(values):
        x = 4 + step * place
        if value is None:
            gaps.append(number(x + step / 2))
            continue
        height = 34 * value / highest if highest else 0
        shapes.append({"x": number(x), "y": number(48 - height), "height": number(height), "width": number(step - 2)})
    last = next((place for place in range(len(values) - 1, -1, -1) if values[place] is not None), None)
    figure = None
    if last is not None:
        height = 34 * values[last] / highest if highest else 0
        figure = {"x": number(4 + step * (last + 1) - 2), "y": number(45 - height), "value": values[last]}
    return {"shapes": shapes, "gaps": gaps, "figure": figure}


def month_starts(first: dt.date, last: dt.date) -> list[dt.date]:
    """First days of the months touched by [first, last], with the one after."""
    month = first.replace(day=1)
    months = [month]
    while month <= last:
        month = (month.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
        months.append(month)
    return months


def gantt(periods: list[dict], milestones: list[dict], today: dt.date | None) -> dict:
    """Places periods {label, start, end, color, planned, text} and milestones {label, date} on an axis of whole months.

    Periods with the same label share a row. An open end runs to `today` (or its own start, if that is later).
    The axis goes at most twelve months back from today, or from the latest day drawn when that is over: what ended
    before is left to the table, and what began before is cut at the edge.
    """
    whole = [p | {"until": p["end"] or max(p["start"], today or p["start"])} for p in periods]
    floor = _earliest_shown(whole, milestones, today)
    drawn = [p for p in whole if p["until"] >= floor]
    shown = [m for m in milestones if m["date"] >= floor]
    dates = [max(p["start"], floor) for p in drawn] + [p["until"] for p in drawn]
    dates += [m["date"] for m in shown] + ([today] if today else [])
    if not dates:
        empty = {"rows": [], "months": [], "milestones": [], "today_x": None, "today_flipped": False}
        return empty | {"marks_y": 0, "width": GANTT_WIDTH, "height": GANTT_TOP, "bottom": GANTT_TOP}
    months = month_starts(min(dates), max(dates))
    first, span = months[0], (months[-1] - months[0]).days

    labels = list(dict.fromkeys(p["label"] for p in drawn))
    edge = min(GANTT_WIDEST, max([GANTT_LEFT, *(_label_width(label) + 12 for label in labels)]))

    def x(date: dt.date) -> float:
        return edge + (GANTT_WIDTH - edge - 10) * (date - first).days / span

    rows = [
        {"label": _cut(label, edge - 12), "name": label, "y": GANTT_TOP + GANTT_ROW * i, "periods": []}
        for i, label in enumerate(labels)
    ]
    for period in drawn:
        rows[labels.index(period["label"])]["periods"].append(_shape(period, x, floor, today))
    for row in rows:
        row["periods"] = _without_collisions(row["periods"])
    marks = _milestones(shown, x)
    marks_y = GANTT_TOP + GANTT_ROW * len(rows)
    height = marks_y + (GANTT_ROW if marks else 0) + 6
    return {
        "rows": rows,
        "months": _axis(months, x),
        "height": height,
        "bottom": height - 4,
        "width": GANTT_WIDTH,
        "today_x": round(x(today)) if today else None,
        "today_flipped": bool(today) and x(today) > GANTT_WIDTH - 70,
        "milestones": marks,
        "marks_y": marks_y,
    }


def _shape(period: dict, x: Callable[[dt.date], float], floor: dt.date, today: dt.date | None) -> dict:
    """A period's bar and where its text stands: inside where there is room, beside it otherwise, off today's line."""
    left, right = x(max(period["start"], floor)), x(period["until"] + dt.timedelta(days=1))
    width = max(right - left, 14)
    left = min(left, GANTT_WIDTH - width)
    room = 5.6 * len(str(period["text"])) + 20
    inside = width >= room
    flipped = not inside and left + width + room > GANTT_WIDTH
    text_x = left + 10 if inside else left - 6 if flipped else left + width + 6
    line = x(today) if today else -1
    if inside and text_x - 4 < line < text_x + room - 20:  # keep the line of today off the text
        moved = line + 8
        text_x = moved if moved + room - 16 <= right else text_x
    start = text_x - (room if flipped else 0)
    # From where to where the row is taken by the bar and a text beside it.
    taken = None if inside else (min(left, start), max(left + width, start + room))
    return period | {
        "x": round(left), "width": round(width), "text_x": round(text_x), "flipped": flipped, "taken": taken
    }  # fmt: skip


def _without_collisions(shapes: list[dict]) -> list[dict]:
    """A text beside its bar that would lie on another bar or text of the row is left to the table below."""
    kept: list[dict] = []
    for place, shape in enumerate(shapes):
        others = [*kept, *(later | {"taken": None} for later in shapes[place + 1 :])]
        if shape["taken"] and any(_meet(shape["taken"], other) for other in others):
            shape = shape | {"text": "", "taken": None}
        kept.append(shape)
    return kept


def _meet(taken: tuple[float, float], other: dict) -> bool:
    """Whether a stretch of the row touches another bar or the text beside it."""
    start, end = other["taken"] or (other["x"], other["x"] + other["width"])
    return start < taken[1] and taken[0] < end


def _axis(months: list[dt.date], x: Callable[[dt.date], float]) -> list[dict]:
    """At most twelve marks of months; the first of a new year says so."""
    step = max(1, -(-(len(months) - 1) // 12))
    return [
        {"x": round(x(m)), "date": m, "new_year": i > 0 and m.month <= step and m.year != months[0].year}
        for i, m in enumerate(months[:-1])
        if i % step == 0
    ]


def _earliest_shown(periods: list[dict], milestones: list[dict], today: dt.date | None) -> dt.date:
    """The first day that a Gantt may show."""
    ends = [p["until"] for p in periods] + [m["date"] for m in milestones]
    if not ends:
        return dt.date.min
    latest = max(ends)
    return (min(today, latest) if today else min([p["start"] for p in periods] or [latest])) - GANTT_BACK


def _label_width(label: str) -> float:
    """Roughly how wide a label of 13 px semibold is."""
    return 6.7 * len(str(label))


def _cut(label: str, room: float) -> str:
    """The label, shortened where it is wider than `room`."""
    text = str(label)
    if _label_width(text) <= room:
        return text
    return text[: int(room / 6.7) - 1].rstrip() + "…"


def _milestones(milestones: list[dict], x) -> list[dict]:
    """Places milestones on their own row; a name that would run into the next one is left to the table."""
    placed = [m | {"x": round(x(m["date"]))} for m in sorted(milestones, key=lambda m: m["date"])]
    ends = [mark["x"] - 8 for mark in placed[1:]] + [GANTT_WIDTH]
    for mark, end in zip(placed, ends, strict=False):
        mark["named"] = mark["x"] + 16 + 5.6 * len(str(mark["label"])) <= end
    return placed


def funnel(points: list[dict], centre: float, limits: list[tuple[int, float, float]]) -> dict:
    """Places points {label, n, share} with control limits [(n, low, high)] on 640 × 260. Shares are 0–1.

    The axis of shares is fitted to the figures in steps of ten percentage points.
    """
    ns = [p["n"] for p in points] + [n for n, _, _ in limits]
    largest = max(ns, default=1)
    values = [p["share"] for p in points] + [centre] + [v for n, low, high in limits for v in (low, high)]
    low_edge = max(0, int(10 * min(values, default=0)) / 10)
    high_edge = min(1.0, (int(10 * max(values, default=1)) + 1) / 10)

    def x(n):
        return 50 + 570 * n / largest

    def y(share):
        return 220 - 205 * (share - low_edge) / (high_edge - low_edge)

    ordered = sorted(limits)
    within = {}
    for before, after in pairwise(ordered):
        for n in range(before[0], after[0] + 1):
            part = (n - before[0]) / ((after[0] - before[0]) or 1)
            within[n] = (before[1] + part * (after[1] - before[1]), before[2] + part * (after[2] - before[2]))
    marks = []
    for point in points:
        bounds = within.get(point["n"])
        outside = bounds is not None and not bounds[0] <= point["share"] <= bounds[1]
        marks.append(point | {"cx": number(x(point["n"])), "cy": number(y(point["share"])), "outside": outside})
    steps = round(10 * (high_edge - low_edge))
    ticks = [low_edge + 0.1 * i for i in range(0, steps + 1, 2 if steps > 5 else 1)]
    return {
        "points": marks,
        "centre_y": number(y(centre)),
        "low": " ".join(f"{number(x(n))},{number(y(low))}" for n, low, _ in ordered),
        "high": " ".join(f"{number(x(n))},{number(y(high))}" for n, _, high in ordered),
        "ticks": [{"y": number(y(t)), "label": round(100 * t)} for t in ticks],
        "largest": largest,
    }


def interval(low: float, value: float, high: float, reference: float | None = None) -> dict:
    """A dot with its interval on a scale 0–1, in percent of the width."""
    return {
        "x1": number(100 * low),
        "x2": number(100 * high),
        "cx": number(100 * value),
        "ref": None if reference is None else number(100 * reference),
    }
