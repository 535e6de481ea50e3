"""The endpoints between which the controls of `explore` choose."""

from outcomes.chart.endpoint import EndpointChart

ENDPOINTS: dict[str, EndpointChart] = {}
"""By name, the first one shown first."""
