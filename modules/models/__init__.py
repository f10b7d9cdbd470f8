"""Models of the content."""

from modules.models.catalogue import CataloguePage, HomePage
from modules.models.edition import Change, Edition, EditionRecord
from modules.models.module import ModulePage
from modules.models.moment import MomentPage, MomentsPage
from modules.models.practice_record import PracticeRecord
from modules.models.review import ClinicalReviewTask
from modules.models.sign_off import SignOff, SpecialistSignOffTask
from modules.models.site import SiteIdentity
from modules.models.taxonomy import (
    Capability,
    FactKind,
    InformationCategory,
    Role,
    SignOffKind,
    VolatileFact,
)

__all__ = [
    "Capability",
    "CataloguePage",
    "Change",
    "ClinicalReviewTask",
    "Edition",
    "EditionRecord",
    "FactKind",
    "HomePage",
    "InformationCategory",
    "ModulePage",
    "MomentPage",
    "MomentsPage",
    "PracticeRecord",
    "Role",
    "SignOff",
    "SignOffKind",
    "SiteIdentity",
    "SpecialistSignOffTask",
    "VolatileFact",
]
