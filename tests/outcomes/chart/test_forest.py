"""A forest is drawn from one description: by Python with the page, and by the page for what a reader chose."""

import json
import re
from dataclasses import replace
from itertools import product

import pytest
from forests import on_the_page

from marble_thumb import LEDGER
from outcomes.chart import theme
from outcomes.chart.axes import HAZARD_RATIO, PERCENT
from outcomes.chart.choice import Choice, choose
from outcomes.chart.forest import LABEL_WIDE, LABELS_NARROW, LAYOUTS, described, forest, rows_of
from outcomes.chart.lettering import length
from outcomes.chart.rows import Panel, Row
from small.outcomes.figures.endpoints import ENDPOINTS

STATES = [
    {"endpoint": endpoint, "class": shown, "order": order, "interval": interval, "only": only, "least": least}
    for endpoint, shown, order, interval, only, least in product(
        ("", "first"),
        ("", "first"),
        ("", "value", "size", "year"),
        ("", "exact", "wilson"),
        ("", "yes"),
        ("", "20"),
    )
]
"""Every state of the controls, each control with an entry that narrows."""


def as_page_has_it(panels, classes):
    return json.loads(json.dumps(described(panels, classes)))


DRAWN = ("id", "value", "low", "high", "bounds", "interval")


def rows_drawn(forest):
    """Return what is drawn of each row, group by group."""
    groups = [group for axis in forest["axes"] for group in axis["groups"]]
    return [
        [tuple(row[name] for name in DRAWN) for line in group["lines"] for row in line["rows"]]
        for group in groups
    ]


@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_each_state_of_the_controls_shows_on_the_page_what_python_shows(endpoint):
    chart = ENDPOINTS[endpoint]
    panels = chart.panels(LEDGER)
    page = as_page_has_it(panels, chart.classes)
    first = {"endpoint": panels[0].measure, "class": next(iter(chart.classes.values()))}
    states = [{**state, **{name: word for name, word in first.items() if state[name]}} for state in STATES]
    for state, found in zip(states, on_the_page([(page, state) for state in states]), strict=True):
        choice = Choice(
            state["endpoint"], state["class"], state["order"], state["interval"], bool(state["only"]),
            int(state["least"] or 0),
        )  # fmt: skip
        ours = described(choose(panels, chart.classes, choice), chart.classes)
        for mine, its in zip(rows_drawn(ours), rows_drawn(found["chosen"]), strict=True):
            for one, other in zip(mine, its, strict=True):
                assert other[2:4] == pytest.approx(one[2:4], abs=1e-9)
                assert (*other[:2], *other[4:]) == (*one[:2], *one[4:]), state
        for layout in LAYOUTS:
            assert found[layout] == list(forest(found["chosen"], layout)), state


def test_a_row_without_interval_is_hollow_and_has_no_line():
    row = Row.of(LEDGER, "moe-pfs24", theme.KINASE)
    (drawn,) = rows_of(described([Panel("Progression-free survival", [row])], {}))
    svg, _ = forest(described([Panel("Progression-free survival", [row])], {}), "wide")
    assert (drawn["low"], drawn["high"]) == (row.low, row.high)
    assert ("hollow" in svg) == (row.low is None)
    assert (f'class="{drawn["hue"]}" stroke-width="2"' in svg) == (row.low is not None)


def test_what_measures_alike_shares_an_axis_and_nothing_else_does():
    rows = [Row.of(LEDGER, "doe-remission", theme.LOCALIZED)]
    panels = [
        Panel("Remission", rows, PERCENT, "One"),
        Panel("Remission", rows, PERCENT, "Other"),
        Panel("Something else", rows, PERCENT),
        Panel("Something else", rows, HAZARD_RATIO),
    ]
    axes = described(panels, {})["axes"]
    assert [len(axis["groups"]) for axis in axes] == [2, 1, 1]


LONG = "Remission of a marble thumb as read by two reviewers who had not seen the patients"


@pytest.mark.parametrize(("layout", "widest"), [("wide", LABEL_WIDE), ("narrow", LABELS_NARROW[-1])])
def test_a_long_name_goes_on_in_another_line_beside_the_axis_at_a_desk_too(layout, widest):
    panels = [Panel("Remission", [Row.of(LEDGER, "doe-remission", theme.LOCALIZED, LONG)])]
    page = as_page_has_it(panels, {})
    svg, height = forest(page, layout)
    names = re.findall(r'<text x="0" dx="-\d+" y="[\d.]+">([^<]+)</text>', svg)
    assert len(names) > 1
    assert " ".join(names) == LONG
    assert all(length(name, LAYOUTS[layout]["text"]) <= widest for name in names)
    short = [Panel("Remission", [Row.of(LEDGER, "doe-remission", theme.LOCALIZED, "Remission")])]
    assert height == forest(described(short, {}), layout)[1] + LAYOUTS[layout]["line"] * (len(names) - 1)
    assert on_the_page([(page, {})])[0][layout] == [svg, height]


def test_a_telephone_keeps_an_axis_that_shows_an_interval_and_leaves_out_its_numbers_first():
    panels = [
        Panel("Remission", [Row.of(LEDGER, "doe-remission", theme.LOCALIZED, name) for name in (LONG, "A")])
    ]
    wide_words = [Panel("Remission", [replace(row, text="about 100% of them") for row in panels[0].rows])]
    roomy, crowded = (described(some, {})["columns"]["narrow"] for some in (panels, wide_words))
    assert roomy["bounds"] > 0
    assert crowded["bounds"] == 0
    assert crowded["count"] > 0


def test_what_a_label_says_is_text():
    row = Row.of(LEDGER, "doe-remission", theme.LOCALIZED, '<b>"&')
    for layout in LAYOUTS:
        assert "&lt;b&gt;&quot;&amp;" in forest(described([Panel("Remission", [row])], {}), layout)[0]
