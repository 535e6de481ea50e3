"""The endpoints between which the controls choose."""

from outcomes.chart.endpoint import Endpoint

from .charts import cold_again, remission

ENDPOINTS = {
    "Remission": Endpoint(remission.remission, remission.panels_of, remission.CLASSES, "Who was treated"),
    "Cold again": Endpoint(cold_again.cold_again, cold_again.panels_of, cold_again.CLASSES, "Endpoint"),
}
