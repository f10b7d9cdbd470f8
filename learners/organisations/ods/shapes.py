"""What a code of this shape usually is. Advice only: nothing is refused, and no kind is derived. Standard library only.

Since April 2020 all new codes have one shape, whatever they stand for; the older ones stay in use.
"""

import re

CODE = re.compile(r"[A-Z0-9]{3,10}")  # the only rule that refuses; the model's validator says the same
NEW = re.compile(r"[A-Z][0-9][A-Z][0-9][A-Z]")
DEMONSTRATION = "DEMO-"

OLD = [
    (re.compile(r"R[A-Z0-9]{2}"), "an NHS trust: R and two more characters"),
    (
        re.compile(r"R[A-Z0-9]{4}"),
        "a site of the NHS trust {trust}: the trust's code and two more characters",
    ),
    (re.compile(r"U[0-9]{5}"), "a primary care network: U and five digits"),
    (re.compile(r"[A-TWY][0-9]{5}"), "a GP practice: a letter and five digits"),
    (re.compile(r"F[A-Z0-9]{4}"), "a community pharmacy: F and four more characters"),
    (
        re.compile(r"[AC][A-Z0-9]{3}"),
        "the head office of a social care provider: A or C and three more characters",
    ),
    (
        re.compile(r"V[A-Z0-9]{4}"),
        "a place that gives social care, such as a care home: V and four more characters",
    ),
    (re.compile(r"8[A-Z0-9]{4}"), "an organisation outside the NHS: 8 and four more characters"),
    (re.compile(r"Q[A-Z0-9]{2}"), "an integrated care board: Q and two more characters"),
    (re.compile(r"[0-9]{2}[A-Z]"), "a part of an integrated care board: two digits and a letter"),
    (re.compile(r"[0-9]{3}"), "a council: three digits"),
]


def tidy_code(code: str) -> str:
    """The code as it is written: without spaces, in capitals."""
    return "".join(code.split()).upper()


def can_be_a_code(code: str) -> bool:
    """Whether the Organisation Data Service could have given this code, as it stands."""
    return CODE.fullmatch(code) is not None


def hint(code: str) -> str:
    """What a code of this shape usually is, as a sentence; empty for no code."""
    code = tidy_code(code)
    if not code:
        return ""
    if code.startswith(DEMONSTRATION):
        return "A code of the demonstration: no real organisation has it."
    old = next((words.format(trust=code[:3]) for shape, words in OLD if shape.fullmatch(code)), "")
    if not NEW.fullmatch(code):
        return f"Looks like {old}." if old else "We do not know this shape. The code may still be right."
    older = f" It could also be an older code, of {old}." if old else ""
    return (
        "Looks like a new code: letters and digits in turn, as given since April 2020. "
        f"Its shape does not say what it stands for.{older}"
    )
