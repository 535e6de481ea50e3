"""Prompts and a menu of answers."""

from quizzes.kinds.kind import Kind
from quizzes.kinds.matching.page import answer, form
from quizzes.kinds.matching.record import Matching, ShownMatching

KIND = Kind(Matching, ShownMatching, form, answer)
