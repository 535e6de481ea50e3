"""The few decisions on which a case turns."""

from quizzes.kinds.key_feature.page import answer, form
from quizzes.kinds.key_feature.record import KeyFeature, ShownKeyFeature
from quizzes.kinds.kind import Kind

KIND = Kind(KeyFeature, ShownKeyFeature, form, answer)
