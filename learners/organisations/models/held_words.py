"""What somebody typed and could not send before a shared computer signed them out."""

from django.conf import settings
from django.db import models


class HeldWords(models.Model):
    """Own words of one person, for one page, until they are sent there. Nobody else sees them, nor does any history.

    `words`: the text by the name of its field.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="held_words")
    page = models.CharField(max_length=300)
    words = models.JSONField()
    held_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint("person", "page", name="held_words_once")]

    def __str__(self) -> str:
        return f"{self.person}, {self.page}"
