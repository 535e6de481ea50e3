"""The order in which the projector shows options, so that a letter is the same there and in a poll."""

from quizzes.export.question import Question
from quizzes.export.task import Choices, Option

SEED = 1
"""As in `frontend/present/question.js`."""
_BITS = 0xFFFFFFFF


def as_projected(question: Question) -> tuple[Option, ...]:
    """Return the options of a question in the order in which a room sees them; none if it has no options.

    The steps are those of `frontend/web/shuffle.js`: FNV-1a of 32 bits as the seed, mulberry32 for the numbers, and
    a Fisher-Yates shuffle.
    """
    task = question.task
    if not isinstance(task, Choices):
        return ()
    order = list(task.options)
    if task.fixed:
        return tuple(order)
    state = 0x811C9DC5
    for sign in f"{SEED}:{question.id}":
        state = (state ^ ord(sign)) * 0x01000193 & _BITS
    for last in range(len(order) - 1, 0, -1):
        state = state + 0x6D2B79F5 & _BITS
        value = (state ^ state >> 15) * (state | 1) & _BITS
        value ^= value + ((value ^ value >> 7) * (value | 61)) & _BITS
        other = int((value ^ value >> 14) / 2**32 * (last + 1))
        order[last], order[other] = order[other], order[last]
    return tuple(order)
