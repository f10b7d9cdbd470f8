"""Lists of mail domains, one a line, as people type them."""

import re

DOMAIN = re.compile(r"(?!-)[a-z0-9-]{1,63}(?:\.(?!-)[a-z0-9-]{1,63})+")


def domains_in(text: str) -> list[str]:
    """The domains of a list: in small letters, without an @ before them, each once."""
    return list(
        dict.fromkeys(line.strip().lower().removeprefix("@") for line in text.splitlines() if line.strip())
    )


def not_domains(text: str) -> list[str]:
    """What stands in a list and cannot be a mail domain."""
    return [domain for domain in domains_in(text) if not DOMAIN.fullmatch(domain)]


def is_within(email: str, domains: list[str]) -> bool:
    """Whether an address belongs to one of these domains. A domain below one of them is another one."""
    return email.rpartition("@")[2].lower() in domains
