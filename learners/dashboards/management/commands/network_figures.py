"""Works out what the leads of networks are shown today, so that the first of them need not wait."""

from typing import Any

from django.core.management.base import BaseCommand

from learners.dashboards.publishing import publish
from learners.organisations.models import Network


class Command(BaseCommand):
    """`manage.py network_figures`: every day, after `standings`."""

    help = "Works out the figures of every network for today. Run it after `standings`; twice does no harm."

    def handle(self, *args: Any, **options: Any) -> None:
        """Go through the networks, one transaction each."""
        networks = list(Network.objects.all())
        for network in networks:
            publish(network)
            self.stdout.write(f"{network}: figures of today.")
        self.stdout.write(f"{len(networks)} networks.")
