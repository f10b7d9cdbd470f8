"""What no journey may cause, whatever else it is about."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError


class Watch:
    """Notes requests to anywhere else, errors of scripts, and errors in the console.

    Whatever the Content Security Policy refuses is an error in the console, and so is a page that is not 200.
    """

    def __init__(self, home: str) -> None:
        self.home = urlsplit(home).netloc
        self.allowed: list[str] = []
        self.seen: list[str] = []

    def over(self, context: BrowserContext) -> None:
        """Watch every page of a context."""
        context.on("request", self._on_request)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)

    def allow(self, *texts: str) -> None:
        """Expect errors in the console that hold one of these texts: this journey is about them."""
        self.allowed += texts

    @property
    def faults(self) -> list[str]:
        """What was seen and not allowed."""
        return [fault for fault in self.seen if not any(text in fault for text in self.allowed)]

    def _on_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob", "about") and address.netloc != self.home:
            self.seen.append(f"A request left the site: {request.url}")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            page = message.page.url if message.page else "?"
            self.seen.append(f"In the console of {page}: {message.text} ({message.location['url']})")

    def _on_error(self, error: WebError) -> None:
        self.seen.append(f"A script failed: {error.error}")
