"""A number and its unit."""

from quizzes.kinds.kind import Kind
from quizzes.kinds.numeric.page import answer, form
from quizzes.kinds.numeric.record import Numeric, ShownNumeric

KIND = Kind(Numeric, ShownNumeric, form, answer)
