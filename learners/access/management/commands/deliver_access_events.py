"""manage.py deliver_access_events: tell organisations' webhooks what happened in their access queues."""

from typing import Any

from django.core.management.base import BaseCommand

from learners.access.delivering import deliver
from learners.access.models import Webhook
from learners.requirements.keeping import catch_up


class Command(BaseCommand):
    """Run it every minute. Nothing is lost whenever it stops, and any number may run at once."""

    help = "Tell organisations' webhooks what happened in their access queues. Does nothing where there are none."

    def handle(self, *args: Any, **options: Any) -> None:
        """Tell, and say how many."""
        for organisation in Webhook.objects.filter(active=True).values_list("organisation_id", flat=True):
            catch_up(organisation)
        tally = deliver()
        self.stdout.write(f"Taken: {tally.taken}. Given up: {tally.dead}.")
        if tally.problem:
            self.stdout.write(f"A receiver failed: {tally.problem} It is tried again later.")
