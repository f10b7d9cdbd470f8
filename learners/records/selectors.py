"""Reading what people have completed, and the certificates that came of it."""

from django.db.models import QuerySet

from learners.organisations.scope import Scope
from learners.records.models import Certificate, Completion
from learners.records.models.certificate import ALPHABET
from learners.records.validity import Issued, Published, Validity, validity_of
from modules.models.edition import Change, Edition


def own_completions(scope: Scope) -> QuerySet[Completion]:
    """The completions of the person whose scope this is, newest first."""
    return Completion.objects.of(scope.person)


def own_record(scope: Scope) -> QuerySet[Completion]:
    """The same, with what was corrected since: the owner may see why."""
    return Completion.objects.filter(person=scope.person).select_related(
        "edition__page", "organisation", "person", "event", "voided_by"
    )


def own_certificates(scope: Scope) -> QuerySet[Certificate]:
    """The certificates of the person whose scope this is."""
    return Certificate.objects.complete().filter(completion__person=scope.person)


def code_in(typed: str) -> str:
    """The code that somebody typed or said, however they spaced it. What no code has in it is left out."""
    return "".join(letter for letter in typed.upper() if letter in ALPHABET)


def certificate_with(code: str) -> Certificate | None:
    """The certificate with this code, for anybody who has it."""
    return Certificate.objects.complete().filter(code=code).first()


def validity(certificate: Certificate | None) -> Validity:
    """Whether a certificate stands today."""
    if certificate is None:
        return validity_of(None)
    completion = certificate.completion
    others = Certificate.objects.exclude(pk=certificate.pk).filter(
        completion__person=completion.person, completion__module_key=completion.module_key
    )
    editions = Edition.objects.filter(page=completion.edition.page)
    return validity_of(
        _issued(certificate),
        edition=completion.edition.number,
        others=[_issued(other) for other in others],
        editions=[Published(each.number, each.change == Change.MATERIAL) for each in editions],
    )


def _issued(certificate: Certificate) -> Issued:
    return Issued(certificate.issued_at, certificate.withdrawn_at)
