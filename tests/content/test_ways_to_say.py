"""The ways to say the keys, which the front end's judge is tested on, are those of the course's own short answers."""

import json

from build import ROOT
from chapters import banks
from quizzes.kinds.short_answer.record import ShortAnswer

TABLE = json.loads((ROOT / "tests" / "content" / "ways_to_say.json").read_text("utf-8"))


def test_the_table_has_every_short_answer_of_the_course_as_it_is_in_its_bank():
    items = [item for bank in banks().values() for item in bank.items if isinstance(item, ShortAnswer)]
    assert [{name: row[name] for name in ("id", "accepted", "also")} for row in TABLE] == [
        {
            "id": item.id,
            "accepted": list(item.accepted),
            "also": [{"id": wrong.id, "answers": list(wrong.answers)} for wrong in item.also],
        }
        for item in items
    ]


def test_it_has_a_hundred_ways_and_more():
    assert sum(len(row["right"]) + len(row["wrong"]) for row in TABLE) >= 100
