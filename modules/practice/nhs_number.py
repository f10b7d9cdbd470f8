"""NHS numbers that belong to nobody. Standard library only."""


def is_fictional_nhs_number(text: str) -> bool:
    """Whether this is a valid NHS number of the test range, which is never issued: ten digits that begin with 999.

    The tenth digit is the check digit, modulus 11, as the NHS Data Dictionary defines it.
    """
    digits = [int(digit) for digit in digits_of(text)]
    if len(digits) != 10 or digits[:3] != [9, 9, 9]:
        return False
    total = sum(weight * digit for weight, digit in zip(range(10, 1, -1), digits, strict=False))
    return (11 - total % 11) % 11 == digits[9]


def digits_of(text: str) -> str:
    """The digits of a text, and nothing else."""
    return "".join(character for character in text if character in "0123456789")  # "²".isdigit(), too
