"""The demonstration's people say how confident they are when they could have said it."""

import datetime
import random

import pytest
from django.utils import timezone

from learners.attempts.models import Attempt
from learners.reflection.models import Confidence, FollowUp
from tests.factories import MembershipFactory, finish_attempt
from tests.learners.afterwards import module_with_a_card
from training.demo.confidence import say_how_confident

pytestmark = pytest.mark.django_db


def test_most_say_it_before_and_after_and_some_again_once_they_were_asked() -> None:
    module, here = module_with_a_card(), MembershipFactory().organisation
    long_ago = timezone.now() - datetime.timedelta(weeks=7)
    for number in range(30):
        member = MembershipFactory(organisation=here)
        attempt = finish_attempt(member.person, module, here)
        if number < 20:
            Attempt.objects.filter(pk=attempt.pk).update(started_at=long_ago, finished_at=long_ago)
    say_how_confident(chance=random.Random(999))
    said = {moment: Confidence.objects.filter(moment=moment) for moment in ("before", "after", "later")}
    assert 10 < said["before"].count() == said["after"].count() < 30
    assert 0 < said["later"].count() < said["after"].count()
    assert FollowUp.objects.filter(next_shift__attempt__finished_at__gt=long_ago).count() == 0
    assert not Confidence.objects.filter(given_at__gt=timezone.now()).exists()
    assert sum(row.level for row in said["after"]) > sum(row.level for row in said["before"])


def test_where_a_module_does_not_ask_nobody_says_it() -> None:
    member = MembershipFactory()
    finish_attempt(member.person, module_with_a_card(confidence=""), member.organisation)
    say_how_confident(chance=random.Random(1))
    assert not Confidence.objects.exists()
