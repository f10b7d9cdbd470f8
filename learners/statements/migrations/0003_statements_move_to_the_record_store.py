"""What was sent from here is the first thing in the service's own record store."""

import json
from itertools import batched

from django.conf import settings
from django.db import migrations

from learners.record_store.clock import EPOCH, MICROSECOND, moment_of, place
from learners.record_store.mentions import facts_of


def move(apps, schema_editor):
    database = schema_editor.connection.alias
    account = {"homePage": f"{settings.XAPI_HOME}/xapi/authority", "name": "service"}
    authority = {"objectType": "Agent", "account": account}
    Old = apps.get_model("statements", "Statement")
    last = None
    rows = Old.objects.using(database).select_related("event__organisation").order_by("created_at", "pk")
    for batch in batched(rows.iterator(chunk_size=1000), 1000):
        statements, references = [], []
        for old in batch:
            micros = (old.created_at - EPOCH) // MICROSECOND
            last = micros if last is None else max(micros, last + 1)
            facts = facts_of(json.loads(old.payload), authority=authority)
            statements.append(_statement(apps, old, facts, place(last)))
            references += _references(apps, facts, place(last))
        apps.get_model("record_store", "Statement").objects.using(database).bulk_create(statements)
        apps.get_model("record_store", "Reference").objects.using(database).bulk_create(references)


def _statement(apps, old, facts, seq):
    return apps.get_model("record_store", "Statement")(
        id=old.event_id,
        seq=seq,
        stored=moment_of(seq),
        timestamp=facts.timestamp or moment_of(seq),
        verb=facts.verb,
        registration=facts.registration,
        version="1.0.0",
        payload=old.payload,
        target=facts.target,
        organisation=old.event.organisation.uuid if old.event.organisation_id else None,
        event_id=old.event_id,
    )


def _references(apps, facts, seq):
    Reference = apps.get_model("record_store", "Reference")
    return [
        Reference(key=name, kind=role, depth=0, statement_id=seq) for name, role in facts.mentions.items()
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("statements", "0002_administrators_read_statements"),
        ("record_store", "0002_tags_and_administrators"),
    ]
    operations = [migrations.RunPython(move)]
