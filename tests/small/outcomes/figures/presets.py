"""The counts with which the interval explorer begins."""

PRESETS = {
    "Remission": {"poe-remission": "Winter clinic", "doe-remission": "Clinic"},
    "None was seen": {"poe-relapse": "Cold again"},
}
START = "poe-remission"
METHODS: tuple[str, ...] = ()
