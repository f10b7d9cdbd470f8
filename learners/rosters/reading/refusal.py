"""Why a whole file is refused."""


class FileRefused(ValueError):
    """A file that is not read. Its text is the message for the person who chose it, and holds nothing of any row."""
