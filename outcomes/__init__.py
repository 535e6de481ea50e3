"""The evidence ledger: what the studies found, and where each figure was read.

`ledger()` gives the records, `cite("<id>")` one number as it stands in a sentence, `table()` the estimates as a data
frame; `with_study` adds a study in memory and `explore` puts controls to the charts. Charts, drawings and intervals
are imported when they are first asked for, so that a page without them does not pay for plotly or scipy.
"""

import importlib
from typing import TYPE_CHECKING, Any

from outcomes.load import LedgerFault, ledger, load_ledger, with_study
from outcomes.model import Ledger
from outcomes.phrase import Citation, cite

if TYPE_CHECKING:
    from outcomes.charts.age_and_site import age_and_site
    from outcomes.charts.answer_beside_studies import answer_beside_studies
    from outcomes.charts.local_and_distant_control import local_and_distant_control
    from outcomes.charts.local_relapse_by_margin import local_relapse_by_margin
    from outcomes.charts.long_curve import long_curve
    from outcomes.charts.metastatic_at_presentation import metastatic_at_presentation
    from outcomes.charts.metastatic_sites import metastatic_sites
    from outcomes.charts.misdiagnosis import misdiagnosis
    from outcomes.charts.mri_signature import mri_signature
    from outcomes.charts.of_one_hundred import of_one_hundred
    from outcomes.charts.pd_l1_by_assay import pd_l1_by_assay
    from outcomes.charts.progression_free_survival import progression_free_survival
    from outcomes.charts.radiotherapy_studies import radiotherapy_studies
    from outcomes.charts.randomized_contrasts import randomized_contrasts
    from outcomes.charts.response_by_class import response_by_class
    from outcomes.charts.survival_by_stage import survival_by_stage
    from outcomes.charts.target_and_response import target_and_response
    from outcomes.charts.time_to_metastasis import time_to_metastasis
    from outcomes.controls import explore
    from outcomes.drawings.diagnosis_pathway import diagnosis_pathway
    from outcomes.drawings.first_hour import first_hour
    from outcomes.drawings.follow_up_schedule import follow_up_schedule
    from outcomes.drawings.fusion_gene import fusion_gene
    from outcomes.drawings.harm_by_grade import harm_by_grade
    from outcomes.drawings.lesion_over_time import lesion_over_time
    from outcomes.drawings.microscope import microscope
    from outcomes.drawings.mri_signs import mri_signs
    from outcomes.drawings.other_sites import other_sites
    from outcomes.drawings.primary_sites import primary_sites
    from outcomes.drawings.spread import spread
    from outcomes.drawings.tfe3_ladder import tfe3_ladder
    from outcomes.drawings.timeline import timeline
    from outcomes.drawings.treatment_pathway import treatment_pathway
    from outcomes.explorer import interval_explorer
    from outcomes.frame import table
    from outcomes.measures import clopper_pearson, rule_of_three, wilson

__all__ = [
    "Citation",
    "Ledger",
    "LedgerFault",
    "age_and_site",
    "answer_beside_studies",
    "cite",
    "clopper_pearson",
    "diagnosis_pathway",
    "explore",
    "first_hour",
    "follow_up_schedule",
    "fusion_gene",
    "harm_by_grade",
    "interval_explorer",
    "ledger",
    "lesion_over_time",
    "load_ledger",
    "local_and_distant_control",
    "local_relapse_by_margin",
    "long_curve",
    "metastatic_at_presentation",
    "metastatic_sites",
    "microscope",
    "misdiagnosis",
    "mri_signature",
    "mri_signs",
    "of_one_hundred",
    "other_sites",
    "pd_l1_by_assay",
    "primary_sites",
    "progression_free_survival",
    "radiotherapy_studies",
    "randomized_contrasts",
    "response_by_class",
    "rule_of_three",
    "spread",
    "survival_by_stage",
    "table",
    "target_and_response",
    "tfe3_ladder",
    "time_to_metastasis",
    "timeline",
    "treatment_pathway",
    "wilson",
    "with_study",
]

# Every chart and every drawing is a module of its own name.
CHARTS = (
    "age_and_site",
    "answer_beside_studies",
    "local_and_distant_control",
    "local_relapse_by_margin",
    "long_curve",
    "metastatic_at_presentation",
    "metastatic_sites",
    "misdiagnosis",
    "mri_signature",
    "of_one_hundred",
    "pd_l1_by_assay",
    "progression_free_survival",
    "radiotherapy_studies",
    "randomized_contrasts",
    "response_by_class",
    "survival_by_stage",
    "target_and_response",
    "time_to_metastasis",
)
DRAWINGS = (
    "diagnosis_pathway",
    "first_hour",
    "follow_up_schedule",
    "fusion_gene",
    "harm_by_grade",
    "lesion_over_time",
    "microscope",
    "mri_signs",
    "other_sites",
    "primary_sites",
    "spread",
    "tfe3_ladder",
    "timeline",
    "treatment_pathway",
)
_LATE = {
    "clopper_pearson": "outcomes.measures",
    "interval_explorer": "outcomes.explorer",
    "rule_of_three": "outcomes.measures",
    "wilson": "outcomes.measures",
    "explore": "outcomes.controls",
    "table": "outcomes.frame",
    **{chart: f"outcomes.charts.{chart}" for chart in CHARTS},
    **{drawing: f"outcomes.drawings.{drawing}" for drawing in DRAWINGS},
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the module exports
    if name in _LATE:
        return getattr(importlib.import_module(_LATE[name]), name)
    raise AttributeError(f"module 'outcomes' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
