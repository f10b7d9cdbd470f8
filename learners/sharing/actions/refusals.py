"""What an action does not do, and why."""


class Refused(Exception):
    """It cannot be done. `words` say why, `field` where that is to be put right; empty: nowhere in the form."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field, self.words = field, words
