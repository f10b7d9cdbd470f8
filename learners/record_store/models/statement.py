"""Statements, and the narrow table by which they are found."""

import uuid

from django.db import models
from django.db.models import Q

from learners.record_store.models.client import Client
from learners.records.models import LearningEvent


class Statement(models.Model):
    """An xAPI statement, as it was received. Never edited, but that a later one can void it.

    The service's own have the id of their event, and were written in its transaction; those that a client sent have
    none. `organisation` says whose it is: a client of one organisation finds no others.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    seq = models.BigIntegerField(
        unique=True, editable=False, help_text="The order in which statements came: see record_store.clock."
    )
    stored = models.DateTimeField(help_text="When it came. `seq` in other words.")
    timestamp = models.DateTimeField(help_text="When what it tells of happened, as it says.")
    verb = models.TextField(help_text="The verb's IRI.")
    registration = models.UUIDField(null=True)
    voided = models.BooleanField(default=False, help_text="A later statement says that it no longer counts.")
    version = models.CharField(max_length=10, help_text="The version of xAPI in which it came.")
    payload = models.TextField(help_text="The statement's JSON, byte for byte as it was received.")
    target = models.UUIDField(null=True, help_text="The statement that it is about, if any.")
    organisation = models.UUIDField(null=True, help_text="The organisation whose it is, by its uuid.")
    client = models.ForeignKey(Client, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    event = models.OneToOneField(LearningEvent, null=True, on_delete=models.PROTECT, related_name="statement")

    class Meta:
        ordering = ("-seq",)
        default_permissions = ("view",)  # nobody adds, edits or deletes one
        permissions = [
            ("retry_statement", "Can retry statement"),
            ("name_statement", "Can see whose statement it is"),
        ]
        indexes = [
            models.Index(
                fields=["organisation", "seq"],
                condition=Q(organisation__isnull=False),
                name="statement_organisation",
            ),
            models.Index(
                fields=["client", "seq"], condition=Q(client__isnull=False), name="statement_client"
            ),
            models.Index(
                fields=["target", "seq"], condition=Q(target__isnull=False), name="statement_target"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Kind(models.IntegerChoices):
    """What something is to a statement that mentions it."""

    AGENT = 1, "actor or object"
    RELATED_AGENT = 2, "mentioned besides"
    ACTIVITY = 3, "object"
    RELATED_ACTIVITY = 4, "mentioned besides"
    VERB = 5, "verb"
    REGISTRATION = 6, "registration"


class Reference(models.Model):
    """That a statement mentions something: a 16-byte name of it, what it is there, and the statement's place.

    Each query of the record store is a walk along the primary key. `depth` steps lie between the statement and the
    one that has it: a statement about a statement is found by what that one says.
    """

    pk = models.CompositePrimaryKey("key", "kind", "depth", "statement")
    key = models.UUIDField()
    kind = models.SmallIntegerField(choices=Kind.choices)
    depth = models.SmallIntegerField(default=0)
    statement = models.ForeignKey(
        Statement,
        to_field="seq",
        db_column="seq",
        on_delete=models.CASCADE,
        related_name="references",
        db_index=False,
        db_constraint=False,
    )

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.key}"
