"""A study that nobody did, for tests and for nothing else."""

from typing import Any


def study(key: str = "class-2026", **fields: Any) -> dict[str, Any]:
    """Return a sound study with one response rate; `fields` change the estimate."""
    source = {
        "key": key,
        "authors": "The class",
        "title": "An invented trial",
        "journal": "none",
        "year": 2026,
        "design": "invented",
        "level_seen": "invented",
    }
    estimate = {
        "id": f"{key}-orr",
        "topic": "exercise",
        "measure": "objective response rate",
        "endpoint": "objective response rate",
        "value": 30,
        "unit": "%",
        "events": 12,
        "n": 40,
        "population": "nobody",
        "label": "Invented drug",
        "locator": "invented",
    }
    return {"source": source, "estimates": [{**estimate, **fields}]}
