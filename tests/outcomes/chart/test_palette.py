"""Data colors are told apart by readers who see fewer colors, on light paper and on dark."""

import math
from functools import cache
from itertools import combinations

import pytest
from charts import chart

import outcomes
from outcomes.chart import theme

# Full dichromacy, for linear RGB: Machado GM, Oliveira MM, Fernandes LAF. IEEE Trans Vis Comput Graph 2009;15:1291.
SIGHT = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE = (0.95047, 1.0, 1.08883)
DATA = [
    theme.LOCALIZED, theme.METASTATIC, theme.ALL_PATIENTS, theme.KINASE, theme.COMBINATION, theme.CLAIM,
]  # fmt: skip
# CIEDE2000; 1 is just seen side by side. Ten is told apart at a glance in marks of this size.
APART = 10


def _times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def _linear(color):
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def lab(color, sight="usual"):
    seen = [min(1, max(0, part)) for part in _times(SIGHT[sight], _linear(color))]

    def f(t):
        return t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29

    x, y, z = (f(part / white) for part, white in zip(_times(TO_XYZ, seen), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(one, other):
    """Return the difference of two colors in CIELAB (Sharma, Wu, Dalal. Color Res Appl 2005;30:21)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(mean**7 / (mean**7 + 25**7)))
    a1, a2 = (1 + g) * a1, (1 + g) * a2
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 if a or b else 0 for a, b in ((a1, b1), (a2, b2)))
    turn = 0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    if turn == -180:
        turn = 180
    d_l, d_c = l2 - l1, c2 - c1
    d_h = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    l_, c_ = (l1 + l2) / 2, (c1 + c2) / 2
    if c1 * c2 == 0:
        h_ = h1 + h2
    elif abs(h1 - h2) <= 180:
        h_ = (h1 + h2) / 2
    else:
        h_ = ((h1 + h2 + 360) / 2) % 360
    t = (
        1
        - 0.17 * math.cos(math.radians(h_ - 30))
        + 0.24 * math.cos(math.radians(2 * h_))
        + 0.32 * math.cos(math.radians(3 * h_ + 6))
        - 0.20 * math.cos(math.radians(4 * h_ - 63))
    )
    s_l = 1 + 0.015 * (l_ - 50) ** 2 / math.sqrt(20 + (l_ - 50) ** 2)
    s_c, s_h = 1 + 0.045 * c_, 1 + 0.015 * c_ * t
    r_c = 2 * math.sqrt(c_**7 / (c_**7 + 25**7))
    r_t = -r_c * math.sin(math.radians(60 * math.exp(-(((h_ - 275) / 25) ** 2))))
    by_light, by_chroma, by_hue = d_l / s_l, d_c / s_c, d_h / s_h
    return math.sqrt(by_light**2 + by_chroma**2 + by_hue**2 + r_t * by_chroma * by_hue)


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [  # pairs 1, 7, 17 and 25 of the table that comes with the formula
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ],
)
def test_the_measure_gives_the_published_differences(one, other, difference):
    assert ciede2000(one, other) == pytest.approx(difference, abs=1e-4)


@cache
def drawn_together():
    """Return every pair of data colors that stands in one chart."""
    pairs = set()
    for name in outcomes.CHARTS:
        text = chart(name).to_json()
        text = text.partition('"layout":')[0]  # the traces alone
        pairs |= set(combinations(sorted(color for color in DATA if color in text), 2))
    return sorted(pairs)


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("paper", ["light", "dark"])
def test_colors_of_one_chart_are_told_apart(sight, paper):
    near = {}
    for pair in drawn_together():
        shown = [theme.DARK[color] for color in pair] if paper == "dark" else pair
        difference = ciede2000(*(lab(color, sight) for color in shown))
        if difference < APART:
            near[pair] = round(difference, 1)
    assert not near


def test_every_group_has_a_marker_of_its_own_as_well():
    assert len(set(theme.MARKERS.values())) == len(theme.MARKERS) == len(DATA)


def _contrast(one, other):
    light, dark = sorted(
        (
            sum(w * part for w, part in zip((0.2126, 0.7152, 0.0722), _linear(c), strict=True))
            for c in (one, other)
        ),
        reverse=True,
    )
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("color", DATA)
def test_marks_stand_out_from_their_paper(color):
    assert _contrast(theme.DARK[color], theme.DARK[theme.PAPER]) >= 3
    # Okabe and Ito's orange and pink are paler on white; their marks are large, outlined and labeled.
    assert _contrast(color, theme.PAPER) >= (2 if color in (theme.CLAIM, theme.COMBINATION) else 3)
