"""Charts: the geometry says what the figures say, and the drawing is small and has words."""

import datetime as dt
import re

import pytest
from django.template import engines
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amo import charts
from tests.ui.dom import parse

TODAY = dt.date(2026, 11, 20)
# A busy machine is no failure.
no_clock = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def svg(source: str, **context) -> str:
    template = engines["django"].from_string("{% load charts components %}" + source)
    return re.search(r"<svg.*?</svg>", template.render({"today": TODAY} | context), re.DOTALL).group(0)


@no_clock
@given(st.lists(st.integers(0, 500), min_size=1, max_size=8).filter(any))
def test_stacked_parts_fill_the_bar_in_order(counts):
    parts = charts.stacked([{"label": str(i), "count": count} for i, count in enumerate(counts)])
    assert len(parts) == sum(1 for count in counts if count)
    assert sum(float(part["width"]) for part in parts) == pytest.approx(100, abs=0.05)
    for part, count in zip(parts, filter(None, counts), strict=True):
        assert float(part["width"]) == pytest.approx(100 * count / sum(counts), abs=0.01)
    edges = [float(part["x"]) for part in parts]
    assert edges == sorted(edges) and edges[0] == 0


def test_nothing_to_stack():
    assert charts.stacked([{"label": "a", "count": 0}]) == []
    assert charts.stacked([]) == []


@pytest.mark.parametrize(
    ("values", "lines", "gaps"),
    [
        ([43, 58, 67], 1, 0),
        ([43, 58, None], 1, 1),
        ([43, None, 67], 0, 1),
        ([None, 58, 67], 1, 1),
        ([None] * 3, 0, 3),
        ([0, 100, 50], 1, 0),
    ],
)
def test_trend_never_draws_over_a_gap(values, lines, gaps):
    drawn = charts.trend(values)
    assert len(drawn["lines"]) == lines and len(drawn["gaps"]) == gaps
    assert [point["value"] for point in drawn["points"]] == [value for value in values if value is not None]
    assert all(0 <= float(point["ty"]) <= 56 for point in drawn["points"])


def periods(*spans, **extra):
    return [
        {"label": label, "start": start, "end": end, "text": "x", "color": "info", "planned": False} | extra
        for label, start, end in spans
    ]


dates = st.dates(dt.date(2020, 1, 1), dt.date(2032, 12, 31))


@no_clock
@given(
    st.lists(
        st.tuples(st.sampled_from(["Kurs", "Praksis"]), dates, st.one_of(st.none(), dates)), min_size=1, max_size=6
    ),
    dates,
)
def test_gantt_keeps_everything_inside_and_in_order(spans, today):
    spans = [(label, start, end if end is None or end >= start else start) for label, start, end in spans]
    drawn = charts.gantt(periods(*spans), [], today)
    bars = [bar for row in drawn["rows"] for bar in row["periods"]]
    latest = max(max(start, today) if end is None else end for _, start, end in spans)
    floor = min(today, latest) - charts.GANTT_BACK
    ends = [max(start, today) if end is None else end for _, start, end in spans]
    assert len(bars) == sum(end >= floor for end in ends)
    for bar in bars:
        assert bar["x"] >= charts.GANTT_LEFT and bar["x"] + bar["width"] <= charts.GANTT_WIDTH
    starts = sorted((max(bar["start"], floor), bar["x"]) for bar in bars)
    assert [x for _, x in starts] == sorted(x for _, x in starts)
    assert charts.GANTT_LEFT <= drawn["today_x"] <= charts.GANTT_WIDTH
    assert len(drawn["months"]) <= 12
    assert len({row["label"] for row in drawn["rows"]}) == len(drawn["rows"])


def test_gantt_axis_and_open_end():
    drawn = charts.gantt(
        periods(("Kurs", dt.date(2026, 10, 12), None)), [{"label": "T0", "date": dt.date(2027, 1, 9)}], TODAY
    )
    assert [month["date"] for month in drawn["months"]] == [
        dt.date(2026, 10, 1),
        dt.date(2026, 11, 1),
        dt.date(2026, 12, 1),
        dt.date(2027, 1, 1),
    ]
    assert [month["new_year"] for month in drawn["months"]] == [False, False, False, True]
    (bar,) = drawn["rows"][0]["periods"]
    assert abs(bar["x"] + bar["width"] - drawn["today_x"]) <= 10
    assert drawn["milestones"][0]["x"] > drawn["today_x"]


def test_gantt_leaves_the_distant_past_to_the_table():
    """A mapping from years back must not press the course of today into a corner."""
    drawn = charts.gantt(
        periods(("Kurs", dt.date(2021, 1, 1), dt.date(2021, 5, 1)), ("Praksis", TODAY, None)),
        [{"label": "Kartlagt", "date": dt.date(2019, 3, 1)}],
        TODAY,
    )
    assert [row["name"] for row in drawn["rows"]] == ["Praksis"]
    assert drawn["milestones"] == []
    assert drawn["months"][0]["date"] >= TODAY - charts.GANTT_BACK - dt.timedelta(days=31)


def test_gantt_gives_long_labels_room_and_cuts_what_is_longer_still():
    day = dt.date(2026, 10, 12)
    long, endless = "Pleie og omsorg for minoritetsspråklige", "Pleie og omsorg " * 6
    drawn = charts.gantt(periods((long, day, None), (endless, day, None)), [], TODAY)
    assert [row["label"] == row["name"] for row in drawn["rows"]] == [True, False]
    assert all(charts._label_width(row["label"]) <= row["periods"][0]["x"] for row in drawn["rows"])


def test_gantt_leaves_out_a_text_that_would_lie_on_another():
    first = (dt.date(2026, 8, 14), dt.date(2026, 11, 6))
    second = (dt.date(2027, 4, 9), dt.date(2027, 7, 2))
    year = [{"label": "", "date": dt.date(2026, 4, 1)}, {"label": "", "date": dt.date(2027, 9, 1)}]
    long = {"text": "6 og 12 uker etter kursslutt"}
    apart = charts.gantt(periods(("Oppfølging", *first), ("Jobb", *second), **long), year, TODAY)
    assert [bar["text"] for row in apart["rows"] for bar in row["periods"]] == [long["text"]] * 2
    (row,) = charts.gantt(periods(("Oppfølging", *first), ("Oppfølging", *second), **long), year, TODAY)["rows"]
    assert [bar["text"] for bar in row["periods"]] == [long["text"], ""]


def test_gantt_of_nothing():
    assert charts.gantt([], [], None)["rows"] == []
    html = (
        engines["django"]
        .from_string("{% load charts %}{% gantt_chart periods %}")
        .render({"periods": [], "today": None})
    )
    assert parse(html)


def test_funnel_marks_those_outside_the_limits():
    limits = [(10, 0.2, 0.8), (100, 0.4, 0.6)]
    points = [
        {"label": name, "n": n, "share": share}
        for name, n, share in [("a", 100, 0.61), ("b", 100, 0.6), ("c", 10, 0.3), ("d", 55, 0.28)]
    ]
    drawn = charts.funnel(points, 0.5, limits)
    assert [point["outside"] for point in drawn["points"]] == [True, False, False, True]
    assert all(0 <= float(point["cx"]) <= 640 and 0 <= float(point["cy"]) <= 260 for point in drawn["points"])


def test_numbers_have_a_dot_and_no_needless_zeros():
    assert [charts.number(value) for value in (1, 0.5, 2.04, 0)] == ["1", "0.5", "2", "0"]


PARTS = [
    {"label": f"Status {n}", "count": n * 7, "color": color}
    for n, color in enumerate(["success", "info", "meta-purple", "warning", "neutral"], 1)
]


@pytest.mark.parametrize(
    ("source", "context"),
    [
        ("{% stacked_bar parts 'Kursslutt' %}", {"parts": PARTS}),
        (
            "{% trend_line values 'I arbeid' 'success' names %}",
            {"values": [43, 58, 67], "names": ["Kursslutt", "6 uker", "12 uker"]},
        ),
        ("{% interval_bar 0.31 0.42 0.55 0.5 'Andel' %}", {}),
        ("{% meter 14 20 %}", {}),
    ],
)
def test_small_charts_are_under_a_kilobyte_and_carry_no_style(source, context):
    drawn = svg(source, **context)
    assert len(drawn.encode()) < 1000
    assert "style=" not in drawn
    parse(drawn)


def test_bar_and_line_say_their_figures():
    bar = parse(svg("{% stacked_bar parts 'Kursslutt' %}", parts=PARTS)).one("svg")
    assert bar.attrs["role"] == "img"
    assert (
        bar.attrs["aria-label"] == "Kursslutt: Status 1 7 %, Status 2 13 %, Status 3 20 %, Status 4 27 %, Status 5 33 %"
    )
    line = parse(
        svg("{% trend_line values 'I arbeid' 'success' names %}", values=[43, None], names=["Kursslutt", "6 uker"])
    ).one("svg")
    assert line.attrs["aria-label"] == "I arbeid: Kursslutt 43 %, 6 uker vises ikke"


def test_gantt_has_the_same_as_a_table():
    spans = periods(("Kurs", dt.date(2026, 10, 12), dt.date(2026, 11, 22)), ("Praksis", dt.date(2026, 11, 16), None))
    html = (
        engines["django"]
        .from_string("{% load charts %}{% gantt_chart periods milestones %}")
        .render({"periods": spans, "milestones": [{"label": "Kursslutt", "on": dt.date(2027, 1, 9)}], "today": TODAY})
    )
    rows = [row.text for row in parse(html).one("tbody").all("tr")]
    assert rows == ["Kurs 12.10.2026 22.11.2026", "Praksis 16.11.2026 pågår", "Kursslutt (planlagt) 09.01.2027"]
