"""Files that came with statements."""

from django.db import models

from learners.record_store.models.statement import Statement


class Content(models.Model):
    """The bytes of files, each once, by their SHA-256."""

    sha2 = models.CharField(max_length=64, primary_key=True)
    data = models.BinaryField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.sha2


class Attachment(models.Model):
    """That a file came with a statement. Whoever may read the statement may read the file."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="attachments")
    content = models.ForeignKey(Content, on_delete=models.PROTECT, related_name="+")
    content_type = models.TextField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint("statement", "content", name="attachment_once")]

    def __str__(self) -> str:
        return f"{self.content_type} of {self.statement_id}"
