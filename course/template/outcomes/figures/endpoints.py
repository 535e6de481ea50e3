"""The endpoints between which the controls of `explore` choose."""

from outcomes.chart.endpoint import Endpoint

ENDPOINTS: dict[str, Endpoint] = {}
"""By name, the first one shown first."""
