"""The endpoints between which the controls choose."""

from outcomes.chart.endpoint import EndpointChart

from .charts import cold_again, remission

ENDPOINTS = {
    "Remission": EndpointChart(
        remission.remission, remission.panels_of, remission.CLASSES, "Who was treated"
    ),
    "Cold again": EndpointChart(cold_again.cold_again, cold_again.panels_of, cold_again.CLASSES, "Endpoint"),
}
