"""What holds for every chart: it says what the ledger says, in trace types that the page's bundle can draw."""

import json
import math
import re
from xml.etree import ElementTree

import pytest
from charts import axes, headings
from plotly.graph_objects import Figure
from scipy.stats import beta

from outcomes.chart import theme
from outcomes.chart.data import COLUMNS, data_of
from outcomes.chart.forest import LAYOUTS, forest, rows_of
from outcomes.chart.rows import COMPUTED, FEW, QUOTED
from outcomes.model import Ledger
from outcomes.phrase import ASPECTS, cite_from

BASIC_BUNDLE = {
    "scatter",
    "bar",
    "pie",
}  # the distribution's own README; anything else is drawn as scatter in silence
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


class EveryChart:
    """Tests of a `figure` that was drawn from `records`.

    `form` is what it is made of: "rows", each with its interval; rows "without bars", whose intervals would hide each
    other and stand in the table alone; "icons"; or "curves". `names` finds digits that are part of a name.
    """

    def test_uses_only_traces_of_the_basic_bundle(self, figure):
        assert {trace.type for trace in figure.data} <= BASIC_BUNDLE

    def test_draws_each_number_where_the_ledger_has_it(self, figure, form, records):
        for key, value, _, _ in _points(figure, form):
            if key.startswith("claim "):
                claimed = str(records.claims[key.removeprefix("claim ")].value)
                assert f"{value:g}" in _NUMBER.findall(claimed)
            else:
                assert value == records.quantities[key].value

    def test_tells_in_its_table_what_it_draws_and_no_more(self, figure, form):
        told = [row[-6] for row in _table(figure)]  # Value is the sixth column from the end
        if form == "icons":
            drawn = [len(trace.x) for trace in figure.data if trace.marker.symbol == "square"]
            assert drawn == [round(float(_NUMBER.match(text)[0])) for text in told]
        elif form == "people":
            assert [f"{len(trace.x)} of" for trace in figure.data] == [
                re.match(r"\d+ of", row[-5])[0] for row in _table(figure)
            ]
        else:
            drawn = sorted(value for _, value, _, _ in _points(figure, form))
            assert drawn == sorted(float(re.match(r"-?[\d.]+", text)[0]) for text in told)

    def test_draws_only_what_may_be_drawn(self, figure, form, records):
        for key, *_ in _points(figure, form):
            if not key.startswith("claim "):
                assert getattr(records.quantities[key], "off_charts", None) is None

    def test_draws_an_interval_only_where_it_tells_one(self, figure, form):
        lines = sum(up > 0 or down > 0 for _, _, up, down in _points(figure, form))
        told = [row for row in _table(figure) if row[-3] != "–"]
        assert lines == (0 if form != "rows" else len(told))

    def test_draws_the_interval_that_was_reported_or_an_exact_one(self, figure, form, records):
        """The exact one is computed here once more, from quantiles of the beta distribution."""
        if form != "rows":
            return
        for key, value, up, down in _points(figure, form):
            quantity = records.quantities[key]
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

    def test_says_of_every_interval_where_it_comes_from(self, figure):
        for row in _table(figure):
            bounds, origin = row[-3], row[-2]
            if bounds == "–":
                assert re.match(r"not reported|none given", origin)
            else:
                assert re.search(r"reported|Clopper-Pearson|range of patients", origin)

    def test_never_cuts_an_axis_nor_leaves_a_point_outside(self, figure, form, records):
        layout = figure.to_dict()["layout"]
        for trace in figure.data:
            if trace.customdata is None or form == "curves":
                continue
            axis = layout["xaxis" + trace.xaxis.removeprefix("x")]
            low, high = (10**end if axis["type"] == "log" else end for end in axis["range"])
            assert all(low <= value <= high for value in trace.x)
            units = {
                (records.claims if key.startswith("claim ") else records.quantities)[
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

    def test_no_panel_mixes_endpoints_and_each_names_its_own(self, figure, records):
        measured = headings(figure)
        for trace in figure.data:
            for key in trace.customdata if trace.customdata is not None else ():
                endpoint = None if key.startswith("claim ") else records.quantities[key].endpoint
                if endpoint is None:
                    continue
                heading = measured["xaxis" + trace.xaxis.removeprefix("x")].casefold()
                for word in re.findall(r"[a-z-]+", endpoint.value):
                    assert word in heading, f"{key}: {endpoint} under {heading}"

    def test_a_scale_is_left_out_only_under_the_same_one(self, figure):
        last = None
        for part in axes(figure).values():
            if part.get("showticklabels", True):
                last = part
            else:
                assert all(part[name] == last[name] for name in ("type", "range", "tickvals", "ticktext"))

    def test_explains_every_mark_before_the_drawing(self, figure, form):
        """Colors and shapes, where there are several, and the signs beside the values."""
        meta = figure.layout.meta
        colors = {
            color
            for trace in figure.data
            if trace.customdata is not None
            for color in [trace.marker.color]
            if isinstance(color, str)
        }
        if len(colors) > 1 and form not in ("icons", "curves"):
            assert {hue for hue, _, _ in meta["legend"]} == {theme.HUES[color] for color in colors}
        values = " ".join(note.text for note in figure.layout.annotations if note.name != theme.NOTEBOOK_ONLY)
        signs = " ".join(meta["signs"])
        for sign in (COMPUTED, QUOTED, FEW):
            assert (sign in values) == (sign in signs)

    def test_a_computed_a_quoted_and_a_thin_figure_say_so(self, figure, form, records):
        """At the end of its line; the answer's own chart prints ranges there, and has the rest in its table."""
        if form != "rows":
            return
        values = [note.text for note in figure.layout.annotations if note.name != theme.NOTEBOOK_ONLY][1::2]
        for key, *_ in _points(figure, form):
            estimate = records.estimates.get(key)
            if estimate is None:
                continue
            said = [text for text in values if cite_from(records, f"{key} value").text in text]
            if estimate.processing == "computed":
                assert any(COMPUTED in text for text in said), key
            if estimate.locator.startswith("quoted "):
                assert any(QUOTED in text for text in said), key
            if estimate.few_at_risk is not None:
                assert any(FEW in text for text in said), key

    def test_gives_each_number_that_it_draws_as_a_row_of_the_ledgers_own_words(self, figure, form, records):
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in data_of(records, figure.to_dict())]
        drawn = {key for key, *_ in _points(figure, form)} | {
            trace.name for trace in figure.data if trace.name
        }
        assert [row["id"] for row in rows] == list(dict.fromkeys(row["id"] for row in rows))
        assert {row["id"] for row in rows} == {key for key in drawn if not key.startswith("claim ")}
        for row in rows:
            quantity = records.quantities[str(row["id"])]
            source = records.sources_of(str(row["id"]))[0]
            for name in ("measure", "value", "unit", "events", "n", "method", "processing"):
                assert row[name] == getattr(quantity, name), (row["id"], name)
            assert row["endpoint"] == (quantity.endpoint and quantity.endpoint.value)
            assert row["population"] == getattr(quantity, "population", None)
            assert (row["study"], row["doi"], row["pmid"]) == (source.short, source.doi, source.pmid)
            assert source.short in str(row["source"])
            if (reported := quantity.interval) is not None:
                ends = (reported.low, reported.high, reported.level)
                assert (row["interval_low"], row["interval_high"], row["interval_level"]) == ends
            elif quantity.proportion is not None:
                events, n = quantity.proportion
                low = 100 * beta.ppf(0.025, events, n - events + 1) if events else 0.0
                high = 100 * beta.ppf(0.975, events + 1, n - events) if events < n else 100.0
                assert (row["interval_low"], row["interval_high"]) == pytest.approx((low, high), abs=0.006)
                assert (row["exact_low"], row["exact_high"]) == pytest.approx((low, high), abs=0.006)
            elif quantity.observed is None:
                assert row["interval_low"] is row["interval_high"] is row["interval_level"] is None

    def test_has_a_finding_a_summary_and_a_caption_with_its_sources(self, figure, records):
        meta = figure.layout.meta
        assert all(meta[part] for part in ("finding", "summary", "caption"))
        assert len(meta["finding"]) <= 110
        assert len(meta["columns"] if "columns" in meta else meta["table"]["columns"]) == len(
            _table(figure)[0]
        )
        for key in meta["source_keys"]:
            assert records.sources[key].short in meta["sources"]

    def test_prints_no_number_that_its_records_do_not_carry(self, figure, form, records, names):
        meta = figure.layout.meta
        known = _known(figure, form, records)
        known |= {"95", "100", "1"}  # the level, the whole, no effect
        known |= {str(count) for count in (len(_table(figure)), len(meta["source_keys"]))}  # rows, series
        known |= {str(sum(row[-3] != "–" for row in _table(figure)))}  # of these with an interval
        if form == "icons":
            known |= {str(round(float(number))) for number in known if "." in number}
        told = [meta["finding"], meta["summary"], meta["caption"], *(" ".join(row) for row in _table(figure))]
        told += [meta["sources"], *meta["signs"], *(text for _, _, text in meta["legend"])]
        told += [note.text for note in figure.layout.annotations if note.name != theme.NOTEBOOK_ONLY]
        told += list(headings(figure).values())
        for text in told:
            plain = re.sub(r"<[^>]+>", " ", text)
            plain = names.sub("", plain)
            for number in _NUMBER.findall(plain):
                assert number in known or number.lstrip("0") in known, f"{number} in: {plain}"

    def test_a_label_and_its_value_fit_on_a_line_of_a_telephone(self, figure, form):
        if form in ("icons", "people", "curves"):
            return
        notes = [note.text for note in figure.layout.annotations if note.name != theme.NOTEBOOK_ONLY]
        for label, value in zip(notes[::2], notes[1::2], strict=True):
            assert len(label) + len(value) <= 44, f"{label} {value}"

    def test_is_small_enough_for_a_page(self, figure):
        """What a page draws it from: a forest, or plotly's figure."""
        drawn_from = json.loads(figure.to_json())
        assert len(json.dumps(drawn_from["layout"]["meta"].get("forest", drawn_from))) < 40_000

    def test_a_page_draws_each_number_where_the_ledger_has_it(self, figure, form, records):
        """A forest is drawn without plotly: its marks stand at their values, and its lines reach to their bounds."""
        described = figure.layout.meta.get("forest")
        if described is None:
            return
        points = {(key, value): (up, down) for key, value, up, down in _points(figure, form)}
        assert points.keys() == {(row["id"], row["value"]) for row in rows_of(described)}
        for layout in LAYOUTS:
            drawn = ElementTree.fromstring(forest(described, layout)[0])
            for line, (rows, scale) in zip(drawn.iter("g"), _lines(described), strict=True):
                assert _marks(line) == pytest.approx([_share(scale, row["value"]) for row in rows], abs=0.01)
                ends = [
                    (_share(scale, row["value"] - down), _share(scale, min(row["value"] + up, scale["high"])))
                    for row in rows
                    for up, down in [points[row["id"], row["value"]]]
                    if up or down
                ]
                assert _bars(line) == [pytest.approx(pair, abs=0.01) for pair in ends]

    def test_a_forest_is_one_screen_of_a_telephone_and_shows_each_interval(self, figure):
        """As a line on an axis of 80 px or more of 352; and in numbers, unless these would leave it less."""
        described = figure.layout.meta.get("forest")
        if described is None:
            return
        svg, height = forest(described, "narrow")
        assert height <= 760
        columns = described["columns"]["narrow"]
        axis = 352 - sum(width + 5 for width in columns.values() if width)
        assert axis >= 80
        told = [text.text for text in ElementTree.fromstring(svg).iter("text")]
        said = [row["bare"] or row["bounds"].removesuffix("%") in told for row in rows_of(described)]
        assert all(said) or (not columns["bounds"] and axis < 80 + 5 + 58)

    def test_a_page_can_have_table_and_caption_follow_what_is_chosen(self, figure):
        """A row of the table for each result, in the same order; what the caption says of intervals can be replaced."""
        described = figure.layout.meta.get("forest")
        if described is None:
            return
        rows = list(rows_of(described))
        for row, told in zip(rows, _table(figure), strict=True):
            assert told[-6].startswith(row["text"].rstrip(COMPUTED + QUOTED + FEW))
            assert told[-3].startswith(row["bounds"])
            assert told[-2:] == [row["interval"], row["source"]]
        if any(row["share"] and not row["bare"] for row in rows):
            said = figure.layout.meta["intervals"]
            assert "computed" in said
            assert "intervals" not in figure.layout.meta["caption"].replace(said, "").replace("Cediranib", "")

    def test_every_color_that_is_drawn_has_a_twin_for_dark_paper(self, figure):
        used = set(re.findall(r"#[0-9A-Fa-f]{6}", figure.to_json())) - set(theme.DARK.values())
        assert used <= set(theme.DARK)


def _points(figure, form):
    """Return the id, the value drawn, and the two arms of its interval, of every point that stands for a number."""
    for trace in figure.data:
        if trace.customdata is None:
            continue
        values = trace.y if form == "curves" else trace.x
        bars = trace.error_x.array is not None
        up = trace.error_x.array if bars else [0] * len(values)
        down = trace.error_x.arrayminus if bars else [0] * len(values)
        yield from zip(trace.customdata, values, up, down, strict=True)


def _lines(described):
    """Yield the rows of every line of a forest, from the top down, with the scale that they are drawn on."""
    for axis in described["axes"]:
        for group in axis["groups"]:
            for line in group["lines"]:
                yield line["rows"], axis["scale"]


def _share(scale, value):
    """Return where a value stands on a scale [%]."""
    of = math.log10 if scale["log"] else float
    return 100 * (of(value) - of(scale["low"])) / (of(scale["high"]) - of(scale["low"]))


def _marks(line):
    """Return where each mark of a line of a forest stands [%], arrows of open intervals aside."""
    places = [each.get("cx") or each.get("x") for each in line if each.tag in ("circle", "svg")]
    return [float(place.rstrip("%")) for place in places if place != "100%"]


def _bars(line):
    """Return from where to where each interval of a line of a forest reaches [%]."""
    bars = [each for each in line if each.tag == "line" and each.get("stroke-width") == "2"]
    return [tuple(float(bar.get(end).rstrip("%")) for end in ("x1", "x2")) for bar in bars]


def _table(figure: Figure) -> list[list[str]]:
    return figure.layout.meta["table"]["rows"]


def _known(figure: Figure, form: str, records: Ledger) -> set[str]:
    """Return every number that the records behind a chart carry."""
    keys = {key for key, *_ in _points(figure, form)} | {trace.name for trace in figure.data if trace.name}
    texts = []
    for key in keys:
        if key.startswith("claim "):
            texts.append(str(records.claims[key.removeprefix("claim ")].value))
            continue
        record, citation = records.quantities[key], cite_from(records, key)
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
        source = records.sources[citation.source_key]
        texts += [source.short, source.title, source.design]
        for aspect in ASPECTS:
            try:
                texts.append(cite_from(records, f"{key} {aspect}").text)
            except KeyError:
                continue
    for key in figure.layout.meta["source_keys"]:
        texts.append(records.sources[key].short)
    return {number for text in texts for number in _NUMBER.findall(text)}
