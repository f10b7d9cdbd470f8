"""What tools keep for themselves: states and profiles."""

from django.db import models


class Document(models.Model):
    """A document of the State, Activity Profile or Agent Profile resource: bytes, as somebody sent them."""

    class Resource(models.TextChoices):
        """Whose drawer it lies in."""

        STATE = "state", "State"
        ACTIVITY = "activity", "Activity profile"
        AGENT = "agent", "Agent profile"

    key = models.UUIDField(primary_key=True, help_text="Names resource, scope, owner, registration and id.")
    drawer = models.UUIDField(help_text="Names resource, scope and owner: an agent, an activity, or both.")
    resource = models.CharField(max_length=10, choices=Resource.choices)
    registration = models.UUIDField(null=True)
    name = models.TextField(help_text="Its stateId or profileId.")
    agent = models.UUIDField(null=True, help_text="Names the agent, for a copy of what is held.")
    content = models.BinaryField()
    content_type = models.TextField()
    etag = models.CharField(max_length=40)
    updated_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["drawer", "updated_at"], name="document_drawer"),
            models.Index(fields=["agent"], name="document_agent"),
        ]

    def __str__(self) -> str:
        return f"{self.get_resource_display()} {self.name}"
