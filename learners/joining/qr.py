"""QR codes as the path of an SVG: no image file, no inline style, nothing to fetch."""

from dataclasses import dataclass
from itertools import groupby

import qrcode

QUIET = 4  # modules of white around, as the standard asks


@dataclass(frozen=True)
class QrCode:
    """A square of `size` by `size`, and the `path` that fills what is dark in it."""

    size: int
    path: str

    @property
    def svg(self) -> str:
        """A document of its own, for paper."""
        box = f"0 0 {self.size} {self.size}"
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><path d="{self.path}"/></svg>'


def qr_code(text: str) -> QrCode:
    """The QR code of a text, readable with a seventh of it torn or stained."""
    made = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=QUIET)
    made.add_data(text)
    made.make()
    rows = made.get_matrix()
    runs = [run for y, row in enumerate(rows) for run in _runs(y, row)]
    return QrCode(size=len(rows), path="".join(runs))


def _runs(y: int, row: list[bool]) -> list[str]:
    """The dark stretches of a row, each as a bar one high."""
    runs, x = [], 0
    for is_dark, cells in groupby(row, bool):
        length = len(list(cells))
        if is_dark:
            runs.append(f"M{x} {y}h{length}v1h-{length}z")
        x += length
    return runs
