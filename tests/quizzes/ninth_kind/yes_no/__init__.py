"""A statement that holds, or does not."""

from quizzes.kinds.yes_no.page import answer, form
from quizzes.kinds.yes_no.record import ShownYesNo, YesNo

from quizzes.kinds.kind import Kind

KIND = Kind(YesNo, ShownYesNo, form, answer)
