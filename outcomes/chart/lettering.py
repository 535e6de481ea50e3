"""How wide a text gets before a browser draws it, and where it is broken."""

# Widths of characters in em, in the widest of the common faces.
_THIN, _SIGN, _BROAD, _CAPITAL, _OTHER = 0.36, 0.52, 0.95, 0.68, 0.62


def length(text: str, px: float) -> float:
    """Return roughly how wide a text gets [px] in letters of a size [px].

    >>> length("fit", 10) < length("sum", 10)
    True
    """

    def em(sign: str) -> float:
        if sign in " fijlrt.,:;'|!()[]·-/":
            return _THIN
        if sign in "*†‡":
            return _SIGN
        if sign in "mwMW%+":
            return _BROAD
        return _CAPITAL if sign.isupper() else _OTHER

    return px * sum(map(em, text))


def fitted(text: str, width: float, px: float) -> list[str]:
    """Return a text in lines of a width [px], broken between words.

    >>> fitted("Response by week 24", 80, 12)
    ['Response by', 'week 24']
    """
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and length(longer, px) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
