"""Charts say what the ledger says, in trace types that the page's bundle can draw."""

import math
import re
from pathlib import Path

import pytest
from charts import chart
from scipy.stats import beta

import outcomes
from outcomes import ledger, metastatic_at_presentation, of_one_hundred, survival_by_stage
from outcomes.chart import theme
from outcomes.chart.rows import COMPUTED, FEW, QUOTED
from outcomes.phrase import ASPECTS, cite

ROOT = Path(__file__).parents[2]
BASIC_BUNDLE = {
    "scatter",
    "bar",
    "pie",
}  # the distribution's own README; anything else is drawn as scatter in silence
# On one line several intervals would hide each other: this chart has its intervals in the table alone.
WITHOUT_BARS = {"answer_beside_studies"}
ICONS = {"of_one_hundred"}
CURVES = {"long_curve"}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@pytest.fixture(params=outcomes.CHARTS)
def name(request):
    return request.param


@pytest.fixture
def figure(name):
    return chart(name)


def _points(figure, name):
    """Return the id, the value drawn, and the two arms of its interval, of every point that stands for a number."""
    for trace in figure.data:
        if trace.customdata is None:
            continue
        values = trace.y if name in CURVES else trace.x
        bars = trace.error_x.array is not None
        up = trace.error_x.array if bars else [0] * len(values)
        down = trace.error_x.arrayminus if bars else [0] * len(values)
        yield from zip(trace.customdata, values, up, down, strict=True)


def _table(figure):
    return figure.layout.meta["table"]["rows"]


def _axes(figure):
    layout = figure.to_dict()["layout"]
    return {
        axis: part for axis, part in layout.items() if axis.startswith("xaxis")
    }  # in the order of their panels


def _headings(figure):
    """Return what each panel measures, by the name of its axis; without a scale of its own, as the last told."""
    layout = figure.to_dict()["layout"]
    titles = {
        axis: re.sub(r"<[^>]+>", " ", part["title"]["text"])
        for axis, part in layout.items()
        if axis.startswith("xaxis") and part.get("title", {}).get("text")
    }
    told = ""
    for axis, part in _axes(figure).items():
        if axis not in titles:
            continue
        if part.get("showticklabels", True):
            told = titles[axis]
        else:
            titles[axis] = f"{told} {titles[axis]}"
    for note in layout["annotations"]:
        axis = "xaxis" + str(note.get("xref", "")).removeprefix("x").removesuffix(" domain")
        if note["text"].startswith("<b>") and axis in titles:
            titles[axis] += " " + note["text"]
    return titles


def test_every_chart_is_offered_under_its_name():
    assert {*outcomes.CHARTS} <= {*dir(outcomes)}
    assert all(getattr(outcomes, name).__name__ == name for name in outcomes.CHARTS)


def test_uses_only_traces_of_the_basic_bundle(figure):
    assert {trace.type for trace in figure.data} <= BASIC_BUNDLE


def test_draws_each_number_where_the_ledger_has_it(figure, name):
    for key, value, _, _ in _points(figure, name):
        if key.startswith("claim "):
            claimed = str(ledger().claims[key.removeprefix("claim ")].value)
            assert f"{value:g}" in _NUMBER.findall(claimed)
        else:
            assert value == ledger().quantities[key].value


def test_tells_in_its_table_what_it_draws_and_no_more(figure, name):
    told = [row[-6] for row in _table(figure)]  # Value is the sixth column from the end
    if name in ICONS:
        drawn = [len(trace.x) for trace in figure.data if trace.marker.symbol == "square"]
        assert drawn == [round(float(_NUMBER.match(text)[0])) for text in told]
    else:
        drawn = sorted(value for _, value, _, _ in _points(figure, name))
        assert drawn == sorted(float(re.match(r"-?[\d.]+", text)[0]) for text in told)


def test_draws_only_what_may_be_drawn(figure, name):
    for key, *_ in _points(figure, name):
        if not key.startswith("claim "):
            assert getattr(ledger().quantities[key], "off_charts", None) is None


def test_draws_an_interval_only_where_it_tells_one(figure, name):
    lines = sum(up > 0 or down > 0 for _, _, up, down in _points(figure, name))
    told = [row for row in _table(figure) if row[-3] != "–"]
    assert lines == (0 if name in WITHOUT_BARS | ICONS | CURVES else len(told))


def test_draws_the_interval_that_was_reported_or_an_exact_one(figure, name):
    """The exact one is computed here once more, from quantiles of the beta distribution."""
    if name in WITHOUT_BARS | ICONS | CURVES:
        return
    for key, value, up, down in _points(figure, name):
        quantity = ledger().quantities[key]
        if (reported := quantity.interval) is not None:
            ends = reported.low, reported.high
        elif quantity.proportion is not None:
            events, n = quantity.proportion
            ends = (
                100 * beta.ppf(0.025, events, n - events + 1) if events else 0.0,
                100 * beta.ppf(0.975, events + 1, n - events) if events < n else 100.0,
            )
        elif quantity.observed is not None:
            ends = quantity.observed.low, quantity.observed.high
        else:
            ends = value, value
        if ends[1] is not None:  # else the line runs to the end of the axis and ends in an arrowhead
            assert value + up == pytest.approx(ends[1])
        assert value - down == pytest.approx(ends[0])


def test_says_of_every_interval_where_it_comes_from(figure):
    for row in _table(figure):
        bounds, origin = row[-3], row[-2]
        if bounds == "–":
            assert re.match(r"not reported|none given", origin)
        else:
            assert re.search(r"reported|Clopper-Pearson|range of patients", origin)


def test_never_cuts_an_axis_nor_leaves_a_point_outside(figure, name):
    layout = figure.to_dict()["layout"]
    for trace in figure.data:
        if trace.customdata is None or name in CURVES:
            continue
        axis = layout["xaxis" + trace.xaxis.removeprefix("x")]
        low, high = (10**end if axis["type"] == "log" else end for end in axis["range"])
        assert all(low <= value <= high for value in trace.x)
        units = {
            (ledger().claims if key.startswith("claim ") else ledger().quantities)[
                key.removeprefix("claim ")
            ].unit
            for key in trace.customdata
        }
        assert len(units) == 1, "two units on one axis"
        if units == {"%"} and min(trace.x) >= 0 and axis["tickvals"][0] >= 0:
            assert low == 0
            assert high >= 100
        if units == {"HR"}:
            assert axis["type"] == "log"


def test_no_panel_mixes_endpoints_and_each_names_its_own(figure, name):
    headings = _headings(figure)
    for trace in figure.data:
        for key in trace.customdata if trace.customdata is not None else ():
            endpoint = None if key.startswith("claim ") else ledger().quantities[key].endpoint
            if endpoint is None:
                continue
            heading = headings["xaxis" + trace.xaxis.removeprefix("x")].casefold()
            for word in re.findall(r"[a-z-]+", endpoint.value):
                assert word in heading, f"{key}: {endpoint} under {heading}"


def test_a_scale_is_left_out_only_under_the_same_one(figure):
    last = None
    for part in _axes(figure).values():
        if part.get("showticklabels", True):
            last = part
        else:
            assert all(part[name] == last[name] for name in ("type", "range", "tickvals", "ticktext"))


def test_explains_every_mark_before_the_drawing(figure, name):
    """Colors and shapes, where there are several, and the signs beside the values."""
    meta = figure.layout.meta
    colors = {
        color
        for trace in figure.data
        if trace.customdata is not None
        for color in [trace.marker.color]
        if isinstance(color, str)
    }
    if len(colors) > 1 and name not in ICONS | CURVES:
        assert {hue for hue, _, _ in meta["legend"]} == {theme.HUES[color] for color in colors}
    values = " ".join(note.text for note in figure.layout.annotations if note.name != theme.NOTEBOOK_ONLY)
    signs = " ".join(meta["signs"])
    for sign in (COMPUTED, QUOTED):
        assert (sign in values) == (sign in signs)


def test_a_computed_a_quoted_and_a_thin_figure_say_so(figure, name):
    """At the end of its line; the answer's own chart prints ranges there, and has the rest in its table."""
    if name in ICONS | CURVES | WITHOUT_BARS:
        return
    values = [note.text for note in figure.layout.annotations if note.name != theme.NOTEBOOK_ONLY][1::2]
    for key, *_ in _points(figure, name):
        estimate = ledger().estimates.get(key)
        if estimate is None:
            continue
        said = [text for text in values if cite(f"{key} value").text in text]
        if estimate.processing == "computed":
            assert any(COMPUTED in text for text in said), key
        if estimate.locator.startswith("quoted "):
            assert any(QUOTED in text for text in said), key
        if estimate.few_at_risk is not None:
            assert any(FEW in text for text in said), key


def test_has_a_finding_a_summary_and_a_caption_with_its_sources(figure):
    meta = figure.layout.meta
    assert all(meta[part] for part in ("finding", "summary", "caption"))
    assert len(meta["finding"]) <= 110
    assert len(meta["columns"] if "columns" in meta else meta["table"]["columns"]) == len(_table(figure)[0])
    for key in meta["source_keys"]:
        assert ledger().sources[key].short in meta["sources"]


def _known(figure, name):
    """Return every number that the records behind a chart carry."""
    keys = {key for key, *_ in _points(figure, name)} | {trace.name for trace in figure.data if trace.name}
    texts = []
    for key in keys:
        if key.startswith("claim "):
            texts.append(str(ledger().claims[key.removeprefix("claim ")].value))
            continue
        record, citation = ledger().quantities[key], cite(key)
        texts += [
            citation.text,
            citation.title,
            citation.detail,
            citation.source,
            getattr(record, "population", None) or "",
        ]
        texts += [
            getattr(record, "label", None) or "",
            getattr(record, "timepoint", None) or "",
            record.measure,
        ]
        source = ledger().sources[citation.source_key]
        texts += [source.short, source.title, source.design]
        for aspect in ASPECTS:
            try:
                texts.append(cite(f"{key} {aspect}").text)
            except KeyError:
                continue
    for key in figure.layout.meta["source_keys"]:
        texts.append(ledger().sources[key].short)
    return {number for text in texts for number in _NUMBER.findall(text)}


def test_prints_no_number_that_its_records_do_not_carry(figure, name):
    meta = figure.layout.meta
    known = _known(figure, name)
    known |= {"95", "100", "1"}  # the level, the whole, no effect
    known |= {str(count) for count in (len(_table(figure)), len(meta["source_keys"]))}  # rows, series
    known |= {str(sum(row[-3] != "–" for row in _table(figure)))}  # of these with an interval
    if name in ICONS:
        known |= {str(round(float(number))) for number in known if "." in number}
    # "PD-L1" or "TQB2450" is a name
    told = [meta["finding"], meta["summary"], meta["caption"], *(" ".join(row) for row in _table(figure))]
    told += [meta["sources"], *meta["signs"], *(text for _, _, text in meta["legend"])]
    told += [note.text for note in figure.layout.annotations if note.name != theme.NOTEBOOK_ONLY]
    told += list(_headings(figure).values())
    for text in told:
        plain = re.sub(r"<[^>]+>", " ", text)
        plain = re.sub(r"\b(PD-L?1|TQB2450|ALTER0203|CD8|clone 73-10|T1|[IVX]+|R[012])\b", "", plain)
        for number in _NUMBER.findall(plain):
            assert number in known or number.lstrip("0") in known, f"{number} in: {plain}"


def test_a_label_and_its_value_fit_on_a_line_of_a_telephone(figure, name):
    if name in ICONS | CURVES:
        return
    notes = [note.text for note in figure.layout.annotations if note.name != theme.NOTEBOOK_ONLY]
    for label, value in zip(notes[::2], notes[1::2], strict=True):
        assert len(label) + len(value) <= 44, f"{label} {value}"


def test_is_small_enough_for_a_page(figure):
    assert len(figure.to_json()) < 60_000


def test_every_series_that_tells_how_many_are_metastatic_at_presentation_is_drawn():
    figure = metastatic_at_presentation(ledger())
    drawn = {key for trace in figure.data for key in trace.customdata or ()}
    assert drawn == {key for key in ledger().estimates if key.startswith("m1-")}
    assert len(figure.layout.meta["source_keys"]) == 17


def test_a_survival_percentage_gets_no_interval_from_its_n():
    figure = survival_by_stage(ledger())
    with_interval = [row[1] for row in figure.layout.meta["table"]["rows"] if row[-3] != "–"]
    assert with_interval == ["Registry, US 2000-2020"]


def test_each_endpoint_has_an_axis_of_its_own():
    layout = survival_by_stage(ledger()).to_dict()["layout"]
    titles = [axis["title"]["text"] for name, axis in layout.items() if name.startswith("xaxis")]
    assert len(titles) == len(set(titles)) == 7
    assert all(axis["showticklabels"] for name, axis in layout.items() if name.startswith("xaxis"))


def test_whose_primary_was_resected_is_never_drawn_among_all_with_metastases():
    figure = survival_by_stage(ledger())
    headings = _headings(figure)
    for trace in figure.data:
        for key in trace.customdata or ():
            estimate = ledger().estimates[key]
            apart = "resection" in headings["xaxis" + trace.xaxis.removeprefix("x")]
            assert apart == ("primary" in f"{estimate.measure} {estimate.population}"), key


def test_local_relapse_by_margin_gives_every_margin_that_was_counted():
    figure = outcomes.local_relapse_by_margin(ledger())
    drawn = {key for trace in figure.data for key in trace.customdata or ()}
    assert {key for key in ledger().estimates if key.startswith("ogose-lr-")} <= drawn


def test_pd_l1_is_drawn_from_both_laboratories_and_never_pooled():
    figure = outcomes.pd_l1_by_assay(ledger())
    by_color = {trace.marker.color: set(trace.customdata) for trace in figure.data if trace.customdata}
    assert len(by_color) == 2
    rows = [row for row in figure.layout.meta["table"]["rows"] if row[0].startswith("PD-L1")]
    assert [row[3] for row in rows] == ["10 of 47", "9 of 10", "6 of 6"]


def test_times_in_months_and_in_years_stand_under_each_other():
    axes = list(_axes(outcomes.time_to_metastasis(ledger())).values())[:3]
    months, _, years = axes
    assert months["ticktext"] == years["ticktext"]
    assert [tick / 12 for tick in months["tickvals"]] == list(years["tickvals"])
    assert [end / 12 for end in months["range"]] == list(years["range"])


def test_a_hundred_people_are_a_hundred_in_every_series():
    figure = of_one_hundred(ledger())
    people = [len(trace.x) for trace in figure.data]
    assert [filled + hollow for filled, hollow in zip(people[::2], people[1::2], strict=True)] == [100] * 6
    for filled in figure.data[
        ::2
    ]:  # from the top left on, never scattered: scattering makes a risk look larger
        assert [10 * y + x for x, y in zip(filled.x, filled.y, strict=True)] == list(range(len(filled.x)))


def test_points_are_joined_within_one_series_only():
    figure = outcomes.long_curve(ledger())
    for trace in figure.data:
        assert trace.line.shape == "linear"
        assert len({ledger().quantities[key].source for key in trace.customdata}) == 1
        assert list(trace.x) == sorted(trace.x)
        for key, year in zip(trace.customdata, trace.x, strict=True):
            assert ledger().quantities[key].measure.startswith(f"{year}-year")


def test_no_chart_writes_a_color_of_its_own():
    for path in [
        *(ROOT / "outcomes" / "chart").glob("*.py"),
        *(ROOT / "outcomes" / "figures" / "charts").glob("*.py"),
    ]:
        if path.name != "theme.py":
            assert not re.findall(r"#[0-9A-Fa-f]{6}|rgba?\(", path.read_text()), path.name


def test_every_color_that_is_drawn_has_a_twin_for_dark_paper(figure):
    used = set(re.findall(r"#[0-9A-Fa-f]{6}", figure.to_json())) - set(theme.DARK.values())
    assert used <= set(theme.DARK)


def test_a_hazard_ratio_stands_where_its_logarithm_says():
    axis = outcomes.randomized_contrasts(ledger()).layout.xaxis2
    assert axis.type == "log"
    assert list(axis.range) == pytest.approx([math.log10(0.09), math.log10(11)])
