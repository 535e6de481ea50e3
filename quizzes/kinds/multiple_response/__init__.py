"""A stated number of options is right."""

from quizzes.kinds.kind import Kind
from quizzes.kinds.multiple_response.page import answer, form
from quizzes.kinds.multiple_response.record import MultipleResponse, ShownMultipleResponse

KIND = Kind(MultipleResponse, ShownMultipleResponse, form, answer)
