"""Papers to print or keep: PDF that a screen reader can read, from data and a typst template."""

from modules.documents.typesetting import pdf

__all__ = ["pdf"]
