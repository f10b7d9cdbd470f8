"""An organisation's service behind real HTTPS on this machine: it checks signatures, and fails as it is told."""

import datetime
import hmac
import json
import ssl
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from learners.access.receiver import Receiver
from learners.access.signing import signature

HOST = "hooks.example.org"


@dataclass
class Service:
    """`answers` are the next statuses, a negative one drops the connection after reading; then it is 200."""

    secret: str = ""
    answers: deque[int] = field(default_factory=deque)
    headers: dict[str, str] = field(default_factory=dict)
    taken: list[dict[str, Any]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    certificate: Path = Path()
    port: int = 0

    def door(self, address: str) -> Receiver:
        """A receiver that finds this machine under the name, and trusts its certificate."""
        trusted = ssl.create_default_context(cafile=str(self.certificate))
        return Receiver(
            address, resolve=lambda host, port: ["127.0.0.1"], allows=lambda found: True, verify=trusted
        )

    @property
    def address(self) -> str:
        """Where it is."""
        return f"https://{HOST}:{self.port}/access"


def _certificate(folder: Path) -> tuple[Path, Path]:
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.datetime.now(datetime.UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1000))
        .not_valid_after(now + datetime.timedelta(days=1000))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    certificate, private = folder / "certificate.pem", folder / "key.pem"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return certificate, private


@contextmanager
def serving(folder: Path) -> Iterator[Service]:
    """Serve, until it is over."""
    service = Service()
    service.certificate, private = _certificate(folder)

    class Handler(_Handler):
        pass

    Handler.service = service
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(service.certificate, private)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.daemon_threads = True
    service.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    service: Service
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        service = self.service
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status = service.answers.popleft() if service.answers else 200
        key, stamp = self.headers["webhook-id"], int(self.headers["webhook-timestamp"])
        wanted = signature(service.secret, key=key, timestamp=stamp, body=body) if service.secret else ""
        if not hmac.compare_digest(wanted, self.headers["webhook-signature"]):
            status = 401
        if status in (200, -200):
            service.taken.append(json.loads(body))
            service.ids.append(key)
            service.hosts.append(self.headers["Host"])
        if status < 0:
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in service.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        """Keep quiet."""
