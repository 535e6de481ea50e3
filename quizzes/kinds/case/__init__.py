"""A branching case: at each step, choices that lead on."""

from quizzes.kinds.case.page import answer, form
from quizzes.kinds.case.record import Case, ShownCase
from quizzes.kinds.kind import Kind

KIND = Kind(Case, ShownCase, form, answer)
