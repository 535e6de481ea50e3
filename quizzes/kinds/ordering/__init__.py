"""Entries to put into their order."""

from quizzes.kinds.kind import Kind
from quizzes.kinds.ordering.page import answer, form
from quizzes.kinds.ordering.record import Ordering, ShownOrdering

KIND = Kind(Ordering, ShownOrdering, form, answer)
