"""Models of the content."""

from modules.models.catalogue import CataloguePage, HomePage
from modules.models.edition import Change, Edition
from modules.models.module import ModulePage
from modules.models.review import ClinicalReviewTask
from modules.models.site import SiteIdentity
from modules.models.taxonomy import Capability, Role

__all__ = [
    "Capability",
    "CataloguePage",
    "Change",
    "ClinicalReviewTask",
    "Edition",
    "HomePage",
    "ModulePage",
    "Role",
    "SiteIdentity",
]
