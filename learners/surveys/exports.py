"""Results as lines of a file, with the same figures hidden as on the page."""

from collections.abc import Iterator

from learners.surveys.selectors import Line, Results

TOO_FEW = "Too few answers"


def csv_of(results: Results) -> tuple[list[str], Iterator[list[str]]]:
    """Headings, and a line for everybody, each organisation and each staff group."""
    headings = ["Of whom", "Name", "Answered", "Asked"]
    for scale in results.scales:
        headings += [f"{scale}: agree", f"{scale}: of", f"{scale}: per cent", f"{scale}: median"]
        headings += [f"{scale}: change"]
    return headings, _lines(results)


def _lines(results: Results) -> Iterator[list[str]]:
    yield _line("Everybody", results.whole)
    for line in results.organisations:
        yield _line("Organisation", line)
    for line in results.groups:
        yield _line("Staff group", line)


def _line(of_whom: str, line: Line) -> list[str]:
    found = [of_whom, line.name]
    found += _about(line.response.number, line.response.total) if line.response else [TOO_FEW, TOO_FEW]
    for cell in line.cells:
        if cell.share is None:
            found += [TOO_FEW] * 5
            continue
        number, total = cell.share.number, cell.share.total
        found += _about(number, total) if cell.is_rounded else [str(number), str(total)]
        found += [cell.percent, cell.median, cell.change]
    return found


def _about(*numbers: int) -> list[str]:
    return [f"about {number}" for number in numbers]
