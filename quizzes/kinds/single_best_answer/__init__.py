"""One option is best."""

from quizzes.kinds.kind import Kind
from quizzes.kinds.single_best_answer.page import answer, form
from quizzes.kinds.single_best_answer.record import ShownSingleBestAnswer, SingleBestAnswer

KIND = Kind(SingleBestAnswer, ShownSingleBestAnswer, form, answer)
