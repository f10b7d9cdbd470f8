"""Uploaded files, in pieces where a browser asks for one: without, a film cannot be wound on, and some do not play it.

A reverse proxy may serve them instead (docs/operators.md).
"""

import re
from collections.abc import Iterator
from typing import BinaryIO, cast

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.views.decorators.http import require_safe
from django.views.static import serve

RANGE = re.compile(r"bytes=(\d*)-(\d*)")
BLOCK = 64 * 1024  # bytes that are read at once


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a file, whole or the piece that `Range` names (RFC 9110, 14: one range; of several, the whole)."""
    whole = serve(request, path, document_root=str(settings.MEDIA_ROOT))
    if not isinstance(whole, FileResponse):  # it has not changed since the browser took it
        return whole
    whole["Accept-Ranges"] = "bytes"
    wanted = RANGE.fullmatch(request.headers.get("Range", ""))
    is_current = request.headers.get("If-Range", whole["Last-Modified"]) == whole["Last-Modified"]
    if wanted is None or wanted.groups() == ("", "") or not is_current:
        return whole
    return _piece(whole, *wanted.groups())


def _piece(whole: FileResponse, first: str, last: str) -> HttpResponseBase:
    size = int(whole["Content-Length"])
    start = int(first) if first else max(size - int(last), 0)
    end = min(int(last), size - 1) if first and last else size - 1
    if start > end:
        whole.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    file = cast("BinaryIO", whole.file_to_stream)
    file.seek(start)
    piece = StreamingHttpResponse(_read(file, end - start + 1), status=206, headers=dict(whole.headers))
    piece["Content-Range"] = f"bytes {start}-{end}/{size}"
    piece["Content-Length"] = str(end - start + 1)
    return piece


def _read(file: BinaryIO, length: int) -> Iterator[bytes]:
    with file:
        while length > 0 and (block := file.read(min(BLOCK, length))):
            length -= len(block)
            yield block
