"""Join codes as people write them, and names as people spell them."""

import re
import secrets
import unicodedata

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""32 letters and digits. I, L, O and U are not among them: they are read as 1, 1, 0 and V."""
LENGTH = 8  # 40 bits: with the limits on trying, nobody comes upon one
_TAKEN_FOR = str.maketrans("ILOU", "110V")
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212._]+")


def new_code() -> str:
    """A code that says nothing: 8 letters and digits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def shown(code: str) -> str:
    """The code as it stands on a poster and in links: XXXX-XXXX."""
    return f"{code[:4]}-{code[4:]}"


def code_in(text: str) -> str:
    """The code that somebody typed, whatever its case, spaces and hyphens. Empty where it cannot be one."""
    typed = unicodedata.normalize("NFKC", text)
    code = _BETWEEN.sub("", typed).upper().translate(_TAKEN_FOR)
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else ""


def same_last_name(one: str, other: str) -> bool:
    """Whether two spellings are of one name: case, accents, hyphens, apostrophes and spaces do not count."""
    return bool(_letters(one)) and _letters(one) == _letters(other)


def _letters(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in apart if letter.isalnum())
