"""Agreements in the CMS: plain fields are put right there, documents are linked, and stages are left alone."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model

from learners.sharing.actions.agreements import enter_stage
from learners.sharing.models import Agreement, Party
from learners.sharing.viewsets import AgreementViewSet
from tests.factories import AppointmentFactory, NetworkMembershipFactory, PersonFactory
from tests.factories.sharing import agreement_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> Any:
    return AppointmentFactory(network_lead=True)


def test_in_the_cms_plain_fields_are_put_right_and_the_stage_is_not(signed_in: Any) -> None:
    agreement = agreement_in(NetworkMembershipFactory().network)
    client = signed_in(PersonFactory(groups=["Administrators"]))
    page = reverse("agreement:edit", args=[agreement.pk])
    assert "Active" in client.get(page).text
    said = {"title": "A better title", "version": "1.0", "owner": "Lead", "stage": "expired", "network": "1"}
    client.post(page, said)
    agreement.refresh_from_db()
    assert (agreement.title, agreement.stage) == ("A better title", "active")
    assert client.get(reverse("agreement:index")).status_code == 200
    for name in ("add", "delete"):
        args = [agreement.pk] if name == "delete" else []
        assert client.get(reverse(f"agreement:{name}", args=args)).status_code == 302  # not allowed
    assert not Party.objects.exists()


def test_in_the_cms_a_version_that_there_is_already_is_refused(signed_in: Any) -> None:
    network = NetworkMembershipFactory().network
    agreement_in(network)
    other = agreement_in(network, version="2.0")
    client = signed_in(PersonFactory(groups=["Administrators"]))
    said = {"title": other.title, "version": "1.0", "owner": "Lead"}
    text = client.post(reverse("agreement:edit", args=[other.pk]), said).text
    assert "This network has this version already" in text
    other.refresh_from_db()
    assert other.version == "2.0"


def test_a_document_is_linked_in_the_cms_and_read_on_the_page(signed_in: Any, lead: Any) -> None:
    agreement = agreement_in(lead.network)
    document = get_document_model().objects.create(title="Scan", file="scan.pdf")
    client = signed_in(PersonFactory(groups=["Administrators"]))
    said = {"agreement": agreement.pk, "document": document.pk, "what": "Impact assessment"}
    assert client.post(reverse("agreementdocument:add"), said).status_code == 302
    page = (
        signed_in(lead.person)
        .get(reverse("agreements:network_agreement", args=[lead.network.slug, agreement.uuid]))
        .text
    )
    assert "Impact assessment" in page
    assert document.url in page


def test_an_administrator_s_edit_takes_no_stage_back(lead: Any) -> None:
    network = lead.network
    agreement = agreement_in(network, stage="review")  # type: ignore[arg-type]
    opened = Agreement.objects.get(pk=agreement.pk)
    form_class = AgreementViewSet("sharing").get_form_class(for_update=True)
    said = {"title": "A better title", "version": "1.0", "owner": agreement.owner}
    form = form_class(said, instance=opened, for_user=lead.person)
    today = timezone.localdate()
    enter_stage(agreement=agreement, stage="signing", on=today, today=today, by=lead.person)
    assert form.is_valid()
    form.save()
    agreement.refresh_from_db()
    assert (agreement.title, agreement.stage) == ("A better title", "signing")
