"""The dates of spaced review are those of the Python package `fsrs`, a second implementation of the algorithm."""

import json
import os
import random
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fsrs import Card, Rating, Scheduler

HERE = Path(__file__).parent
NODE = Path(sys.executable).parent / "node"
# The weights of both are the defaults of FSRS-6. No steps of minutes, as in quizzes/frontend/record/schedule.js.
REFERENCE = Scheduler(desired_retention=0.9, learning_steps=[], relearning_steps=[], enable_fuzzing=False)
START = datetime(2026, 1, 1, tzinfo=UTC)
LONGEST_WAIT = 1500  # days

Step = tuple[int, int, int]  # day, minute of the day, rating


def histories(count: int, seed: int) -> tuple[list[list[Step]], list[list[int]]]:
    """Return random histories, and after each review the day on which the reference has it due."""
    chance = random.Random(seed)
    given, expected = [], []
    for _ in range(count):
        card, day, minute = Card(), chance.randrange(365), 0
        steps: list[Step] = []
        dues: list[int] = []
        for _ in range(chance.randint(1, 15)):
            rating = chance.choices([1, 2, 3, 4], weights=[25, 15, 45, 15])[0]
            minute = chance.randrange(minute, 1440)
            card, _ = REFERENCE.review_card(card, Rating(rating), START + timedelta(days=day))
            steps.append((day, minute, rating))
            dues.append((card.due - START).days)
            # Early, on the day, late, or once more on the same day.
            wait = dues[-1] - day
            step = chance.choice([0, chance.randint(0, wait), wait, wait + chance.randint(0, 2 * wait)])
            step = min(step, LONGEST_WAIT)
            day, minute = day + step, minute if step == 0 else 0
        given.append(steps)
        expected.append(dues)
    return given, expected


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland", "America/St_Johns"])
def test_a_thousand_random_histories_have_the_same_due_dates(zone):
    given, expected = histories(1000, seed=20261121)
    assert sum(len(dues) for dues in expected) > 5000
    ran = subprocess.run(
        [NODE, HERE / "review_histories.js"],
        input=json.dumps(given),
        env={**os.environ, "TZ": zone},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == expected
