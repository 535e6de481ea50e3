"""The endpoints between which the controls of `explore` choose."""

from outcomes.chart.endpoint import EndpointChart
from outcomes.figures.charts import progression_free_survival, response_by_class, survival_by_stage

ENDPOINTS = {
    "Objective response rate": EndpointChart(
        response_by_class.response_by_class,
        response_by_class.panels_of,
        response_by_class.CLASSES,
        "Class and way of assessing",
    ),
    "Progression-free survival": EndpointChart(
        progression_free_survival.progression_free_survival,
        progression_free_survival.panels_of,
        progression_free_survival.CLASSES,
        "Class and design",
    ),
    "Survival at 5 years": EndpointChart(
        survival_by_stage.survival_by_stage,
        survival_by_stage.panels_of,
        survival_by_stage.CLASSES,
        "Extent",
    ),
}
"""By name, the first one shown first."""
