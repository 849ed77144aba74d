"""An authority elsewhere: its root, certificates for seals, a list of revoked ones, and time-stamps, all over HTTP."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from asn1crypto import tsp
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from portal.seals import certificates
from portal.seals.authority import Office
from portal.seals.timestamps import OwnStamps
from tests.factories.assessments import NOW

REPLY = "application/timestamp-reply"
#: What answers a time-stamp request: bytes and their content type.
Answer = Callable[[tsp.TimeStampReq], tuple[bytes, str]]


@dataclass
class Elsewhere:
    """One authority; ``address`` is where it listens, ``answer`` how it answers requests for time-stamps."""

    address: str = ""
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    revoked: list[tuple[int, datetime]] = field(default_factory=list)
    answer: Answer | None = None
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.root = certificates.root(key=self.key, at=NOW - timedelta(days=90))
        stamp_key = ec.generate_private_key(ec.SECP256R1())
        made = certificates.for_timestamps(
            public_key=stamp_key.public_key(), issuer=self.root, issuer_key=self.key, at=NOW - timedelta(days=90)
        )
        self.stamps = Office(made, stamp_key)

    def issue(self, public_key: Any, *, says_where: bool = True, holder: str = "甲局") -> x509.Certificate:
        """A certificate for a seal, good for two years; ``says_where`` its list of revoked ones can be had."""
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, holder)])
        draft = x509.CertificateBuilder(self.root.subject, name, public_key, x509.random_serial_number())
        draft = draft.not_valid_before(NOW - timedelta(days=30)).not_valid_after(NOW + timedelta(days=700))
        if says_where:
            place = x509.UniformResourceIdentifier(f"{self.address}/list.crl")
            point = x509.DistributionPoint([place], relative_name=None, reasons=None, crl_issuer=None)
            draft = draft.add_extension(x509.CRLDistributionPoints([point]), critical=False)
        return draft.sign(self.key, hashes.SHA256())

    def list(self, at: datetime = NOW - timedelta(days=1)) -> bytes:
        """The list of revoked certificates (DER), good for a month from ``at`` on."""
        return certificates.revocations(revoked=self.revoked, number=1, issuer=self.root, issuer_key=self.key, at=at)

    def stamp(self, asked: tsp.TimeStampReq, at: datetime = NOW) -> tuple[bytes, str]:
        """A proper time-stamp."""
        return asyncio.run(OwnStamps(self.stamps, at).async_request_tsa_response(asked)).dump(), REPLY


@contextmanager
def listening(elsewhere: Elsewhere) -> Iterator[Elsewhere]:
    """Serves on a free port of this host meanwhile."""

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            elsewhere.asked.append(self.path)
            # What is fetched is judged by this host's clock.
            self._say(elsewhere.list(datetime.now(UTC) - timedelta(hours=1)), "application/pkix-crl")

        def do_POST(self) -> None:
            elsewhere.asked.append(self.path)
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self._say(*(elsewhere.answer or elsewhere.stamp)(tsp.TimeStampReq.load(body)))

        def _say(self, content: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        elsewhere.address = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield elsewhere
        finally:
            server.shutdown()
