"""The figures, as people read them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import median, quantiles

AIMS = {"section page": 0.5, "answer": 0.8}
"""At most this share of (b), the plain Wagtail page."""

FLAT = 0.02
"""Memory may grow by this share from the 2,000th to the 10,000th request, and is still called flat."""


@dataclass
class Figures:
    """What was measured of one variant. Times are in seconds."""

    queries: int
    cpu: list[float] = field(default_factory=list)  # of a request, one for each round
    alone: list[float] = field(default_factory=list)
    four: list[float] = field(default_factory=list)

    @property
    def cpu_ms(self) -> float:
        """The server's CPU time for one request, in milliseconds."""
        return median(self.cpu) * 1000

    @property
    def median_ms(self) -> float:
        """How long one client waits."""
        return median(self.alone) * 1000


def table(figures: Mapping[str, Figures]) -> str:
    """A line for each variant."""
    lines = [
        f"{'':<24}{'CPU':>8}{'one client':>18}{'four clients':>18}{'queries':>10}",
        f"{'milliseconds':<24}{'':>8}{'median':>10}{'p95':>8}{'median':>10}{'p95':>8}",
    ]
    for name, each in figures.items():
        times = "".join(
            f"{median(t) * 1000:10.2f}{quantiles(t, n=20)[-1] * 1000:8.2f}" for t in (each.alone, each.four)
        )
        lines.append(f"{name:<24}{each.cpu_ms:8.2f}{times}{each.queries:10}")
    return "\n".join(lines)


def ratios(figures: Mapping[str, Figures]) -> str:
    """What a section page and an answer cost beside (a) and (b), and whether that is what we aim at."""
    return "\n".join(
        _ratio(f"{name} / {other}", figures[name], figures[other], aim if other.startswith("(b)") else None)
        for name, aim in AIMS.items()
        for other in figures
        if other.startswith("(")
    )


def _ratio(words: str, one: Figures, other: Figures, aim: float | None) -> str:
    """CPU is compared within each round, so that a round in which the machine was busy counts no more than another."""
    cpu = median(mine / theirs for mine, theirs in zip(one.cpu, other.cpu, strict=True))
    wait = one.median_ms / other.median_ms
    verdict = "" if aim is None else f"   aim {aim}: {'met' if max(cpu, wait) <= aim else 'MISSED'}"
    return f"{words:<42}CPU {cpu:5.2f}   latency {wait:5.2f}{verdict}"


def memory(held: Mapping[int, float]) -> str:
    """A worker's memory after so many requests, and whether it is flat."""
    first, last = held[2_000], held[max(held)]
    grown = last / first - 1
    lines = [f"{requests:>8,} requests {mib:8.1f} MiB" for requests, mib in held.items()]
    verdict = "flat" if grown < FLAT else "NOT FLAT"
    return "\n".join([*lines, f"{verdict}: {grown:+.2%} over the last {max(held) - 2_000:,} requests"])
