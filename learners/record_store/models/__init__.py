"""What the record store keeps."""

from learners.record_store.models.activity import Activity
from learners.record_store.models.attachment import Attachment, Content
from learners.record_store.models.client import Client, Pace, Token
from learners.record_store.models.document import Document
from learners.record_store.models.statement import Kind, Reference, Statement

__all__ = [
    "Activity",
    "Attachment",
    "Client",
    "Content",
    "Document",
    "Kind",
    "Pace",
    "Reference",
    "Statement",
    "Token",
]
