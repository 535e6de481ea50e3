"""The form of a bank file as JSON Schema, for editors that complete and check as you type."""

import json
from pathlib import Path

from quizzes.authoring.bank import Bank

SCHEMA = Path(__file__).parents[1] / "schema.json"


def schema() -> str:
    """Return the schema as the file holds it. Rules across several fields are left to `check`."""
    form = {"$schema": "https://json-schema.org/draft/2020-12/schema", **Bank.model_json_schema()}
    return json.dumps(form, indent=2, ensure_ascii=False) + "\n"


def is_current() -> bool:
    """Return whether the file matches the model."""
    return SCHEMA.is_file() and SCHEMA.read_text("utf-8") == schema()


def write() -> None:
    """Write the file."""
    SCHEMA.write_text(schema(), "utf-8")
