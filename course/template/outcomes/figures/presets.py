"""The counts with which the interval explorer begins: plain shares of patients, from studies whose size teaches."""

PRESETS: dict[str, dict[str, str]] = {"Response": {"doe-orr": "An invented trial"}}
"""By group: the id of an estimate, and how a reader knows it."""

START = "doe-orr"
"""The one to begin with; the first one where it is not there."""

METHODS: tuple[str, ...] = ()
"""The facts on which rests what is said of the intervals and of the rule of three, where the ledger has them."""
