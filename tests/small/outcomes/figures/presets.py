"""The small book has no counts to begin with."""

PRESETS: dict[str, dict[str, str]] = {}
START = ""
METHODS: tuple[str, ...] = ()
