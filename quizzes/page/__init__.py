"""The questions of a chapter on a built page, whole with scripts off."""
