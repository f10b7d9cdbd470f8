"""Checklists, changes, champions and talks."""

import datetime
from typing import Any

from django.utils import timezone

from learners.organisations.models import Membership, Network, Organisation
from learners.programme.actions.checklist import add_action, begin
from learners.programme.actions.culture import name_champion, record_talk_through
from learners.programme.models import ChecklistItem, Guide, TalkThrough, WorkflowChange


def action_about(owner: Network | Organisation, *, by: Any, number: int = 1, **given: Any) -> Any:
    """Something to be done about an item, by the end of a month."""
    said = {
        "what": "Write the sentence",
        "who": "Programme lead",
        "due_on": timezone.localdate() + datetime.timedelta(days=30),
    }
    return add_action(owner=owner, item=ChecklistItem.objects.get(number=number), by=by, **said | given)


def talk_of(membership: Membership, *, by: Any, **given: Any) -> TalkThrough:
    """A talk in which one person took part."""
    return record_talk_through(
        **{
            "organisation": membership.organisation,
            "team": membership.team,
            "guide": Guide.objects.get(barrier="when"),
            "module": None,
            "held_on": timezone.localdate(),
            "note": "",
            "participants": [membership],
            "by": by,
        }
        | given
    )


def change_in(network: Network, **given: Any) -> WorkflowChange:
    """A change of a workflow."""
    return WorkflowChange.objects.create(
        **{
            "network": network,
            "level": "workflow",
            "before": "Staff ring three services.",
            "after": "Staff look first, then ring whom they need.",
            "effort": "medium",
            "benefit": "Fewer calls.",
            "owner": "Programme lead",
        }
        | given
    )


def culture_parts(membership: Membership, *, by: Any) -> dict[str, Any]:
    """For the walk: an organisation's assessment, action, champion and talk."""
    champion = name_champion(membership=membership, area="Nights", on=timezone.localdate(), by=by)
    return {
        "assessment": begin(owner=membership.organisation, by=by).uuid,
        "action": action_about(membership.organisation, by=by).uuid,
        "champion": champion.pk,
        "talk": talk_of(membership, by=by).uuid,
    }


def culture_parts_of_network(network: Network, *, by: Any) -> dict[str, dict[str, Any]]:
    """For the walk: those of a network, whose addresses have the same parts."""
    return {
        "culture:network_assess": {"assessment": begin(owner=network, by=by).uuid},
        "culture:network_action": {"action": action_about(network, by=by).uuid},
        "culture:network_change": {"change": change_in(network).uuid},
    }
