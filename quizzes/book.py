"""Which book this is: answers are kept, exported and read under its name (`book.json`), apart from other books'."""

import json
from pathlib import Path

BOOK: str = json.loads((Path(__file__).parent / "book.json").read_text("utf-8"))["book"]
