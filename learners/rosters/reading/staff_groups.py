"""Staff groups by the names that files give them."""

from learners.rosters.reading.columns import heading_key

# Values are those of learners.organisations.models.StaffGroup, but for “not known”; a test holds the two together.
_NAMES = {
    "additional_clinical": """Additional Clinical Services | Add Clinical Services | Addl Clinical Services |
        Unregistered Nurses | Healthcare Support Workers | Clinical Support""",
    "scientific_technical": """Additional Professional Scientific and Technical | Add Prof Scientific and Technic |
        Add Prof Scientific and Technical | Additional Professional Scientific and Technic |
        Additional Prof Scientific and Technical | Professional Scientific and Technical |
        Prof Scientific and Technical""",
    "administrative": """Administrative and Clerical | Admin and Clerical | Admin | Administration |
        Administration and Clerical | A and C""",
    "allied_health": "Allied Health Professionals | Allied Health Professional | AHP | AHPs",
    "estates": "Estates and Ancillary | Estates and Facilities | Estates | Ancillary",
    "healthcare_scientists": "Healthcare Scientists | Healthcare Scientist | Healthcare Science",
    "medical": "Medical and Dental | Medical | Dental | Doctors and Dentists | M and D",
    "nursing": """Nursing and Midwifery Registered | Nursing and Midwifery | Nursing | Midwifery |
        Registered Nursing and Midwifery | Registered Nurses | N and M""",
    "students": "Students | Student",
    "social_care": "Social Care | Social Care Staff | Adult Social Care | Care Workers",
    "volunteers": "Volunteers | Volunteer",
}


def _key(name: str) -> str:
    return heading_key(name.replace("&", " and "))


GROUPS = {_key(name): value for value, names in _NAMES.items() for name in names.split("|")} | {
    _key(value): value for value in _NAMES
}


_SAY_NOTHING = frozenset("notknown unknown na none null nil notapplicable notstated tbc".split())


def staff_group(text: str) -> str:
    """The value of the staff group that a file means, or "" if nobody knows it by that name."""
    return GROUPS.get(_key(text), "")


def is_unknown_group(text: str) -> bool:
    """Whether a file names a group that nobody knows. “Unknown” and “N/A” name none."""
    key = _key(text)
    return bool(key) and key not in GROUPS and key not in _SAY_NOTHING
