"""No endpoint is explored in the small book."""

from outcomes.chart.endpoint import Endpoint

ENDPOINTS: dict[str, Endpoint] = {}
