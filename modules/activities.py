"""The names of modules, their parts, and certificates in xAPI statements: addresses that never change."""

from uuid import UUID


def module_iri(home: str, module_key: UUID | str) -> str:
    """The activity id of a module, in every language and Edition. `home` has no trailing slash."""
    return f"{home}/xapi/module/{module_key}"


def section_iri(home: str, module_key: UUID | str, section_id: str) -> str:
    """The activity id of a section."""
    return f"{module_iri(home, module_key)}/section/{section_id}"


def question_iri(home: str, module_key: UUID | str, question_id: str) -> str:
    """The activity id of a question."""
    return f"{module_iri(home, module_key)}/question/{question_id}"


def scenario_iri(home: str, module_key: UUID | str, scenario_id: str) -> str:
    """The activity id of a scenario."""
    return f"{module_iri(home, module_key)}/scenario/{scenario_id}"


def situation_iri(home: str, module_key: UUID | str, scenario_id: str, node: str) -> str:
    """The activity id of a situation in a scenario."""
    return f"{scenario_iri(home, module_key, scenario_id)}/{node}"


def check_iri(home: str, module_key: UUID | str) -> str:
    """The activity id of the check at the end."""
    return f"{module_iri(home, module_key)}/check"


def certificate_iri(home: str, completion_id: UUID | str) -> str:
    """The activity id of the certificate of a completion."""
    return f"{home}/xapi/certificate/{completion_id}"
