"""What a text looks like: the eye cannot tell apart two texts of one look."""

import unicodedata

_CYRILLIC = (
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0405\u0406\u0408",
    "ABEKMHOPCTXSIJ",
)
_SMALL_CYRILLIC = ("\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458", "aeopcyxsij")
_GREEK = (
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "ABEZHIKMNOPTYX",
)

LOOKS = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\u2043\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u2033", '"'),
    "\u2026": "...",
    "\u00b5": "\u03bc",  # the sign for a millionth, and the letter mu
    "\u03bf": "o",
    **{
        one: other
        for letters, latin in (_CYRILLIC, _SMALL_CYRILLIC, _GREEK)
        for one, other in zip(letters, latin, strict=True)
    },
}
"""What is drawn as something else is: signs by those that they look like. A browser is given it too."""


def look(text: str) -> str:
    """Return what a text looks like: white space folded, what hides left out, signs of one shape made one.

    >>> look("Anna\u20101  B\u00ad") == look("Anna-1 B"), look("x\u00b2") == look("x2")
    (True, False)
    """
    seen = (LOOKS.get(sign, sign) for sign in unicodedata.normalize("NFC", text) if not _hides(sign))
    return " ".join("".join(seen).split())


def _hides(sign: str) -> bool:
    """Return whether a sign only changes how those around it are drawn."""
    return unicodedata.category(sign) == "Cf" or "\ufe00" <= sign <= "\ufe0f"
