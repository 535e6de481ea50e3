"""A word or two, typed."""

from quizzes.kinds.kind import Kind
from quizzes.kinds.short_answer.page import answer, form
from quizzes.kinds.short_answer.record import ShortAnswer, ShownShortAnswer

KIND = Kind(ShortAnswer, ShownShortAnswer, form, answer)
