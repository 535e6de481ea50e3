"""The counts with which the interval explorer begins: plain shares of patients, from studies whose size teaches."""

PRESETS = {
    "Response to a drug": {
        "atezo-fda-orr": "Atezolizumab, as on the label",
        "atezo-orr": "Atezolizumab, as in the paper",
        "gept-orr": "Geptanolimab",
        "ced-kummar-orr": "Cediranib, US trial",
        "casps-orr-ced": "Cediranib, CASPS by week 24",
        "criz-orr": "Crizotinib, confirmed",
    },
    "None was seen": {
        "casps-orr-pbo": "Response to placebo, CASPS",
        "chemo-met2010": "Response to first chemotherapy",
        "later-netsarc-child": "Later metastasis, children in France",
    },
    "All, or nearly": {
        "mri-flow-14": "Flow voids on MRI",
        "site-fuji-lung": "Lung, where metastatic, Japan",
    },
    "Metastatic at presentation": {
        "m1-fuji": "Registry, Japan",
        "m1-orbach": "Children, Europe",
        "m1-pennac": "Surgical center, Italy",
        "m1-spinnato": "Imaging series, Italy",
    },
}
"""By group: the id of an estimate, and how a reader knows it."""

START = "atezo-fda-orr"
"""The one to begin with; the first one where it is not there."""

METHODS = ("gap-ev-exact", "gap-ev-rule3")
"""The facts on which rests what is said of the intervals and of the rule of three, where the ledger has them."""
