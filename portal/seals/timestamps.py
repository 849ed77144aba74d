"""Time-stamps (RFC 3161): from the authority at ``settings.SEAL_TIMESTAMP_URL``, else from the portal's own.

The portal's own says what time the portal's clock shows, signed with a key of the portal: it proves the order of things
to those who trust the portal, and nothing to others. The operations guide says so.
"""

from datetime import UTC, datetime
from functools import lru_cache
from time import monotonic
from typing import Any

from asn1crypto import cms, tsp
from asn1crypto.x509 import GeneralName
from cryptography import x509
from django.conf import settings
from django.utils.translation import gettext_noop
from pyhanko.sign.signers import Signer
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.aiohttp_client import HTTPTimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError

from portal.seals import authority
from portal.seals.authority import Office
from portal.seals.errors import CannotSealYet
from portal.seals.signers import DIGEST, KeptKey, asn1_of
from portal.seals.vault import VaultError

NO_AUTHORITY = gettext_noop("系统没有可用的时间戳服务，请联系系统管理员配置。")
NO_STAMP = gettext_noop("时间戳服务没有正常应答，稍后自动重试。")
NO_KEY = gettext_noop("系统自带时间戳服务的密钥无法读取，请联系系统管理员。")
#: Our time-stamps come under a policy of ours, named after a random UUID as X.667 allows to anyone.
POLICY = "2.25.100497850362001953795806809744005162790"


class Stamps(TimeStamper):
    """A time-stamper that knows the instant of its last token, and its size in bytes where that can be known."""

    last: datetime
    size: int | None = None


def timestamper(*, at: datetime) -> Stamps:
    """The time-stamper for one signature at ``at``; raises CannotSealYet where there is none, or it just failed."""
    if settings.SEAL_TIMESTAMP_URL:
        elsewhere = _authority(settings.SEAL_TIMESTAMP_URL, settings.SEAL_TIMESTAMP_TIMEOUT)
        if elsewhere.rests:
            raise CannotSealYet(NO_STAMP)
        return elsewhere
    try:
        office = authority.timestamp_office()
    except VaultError as error:
        raise CannotSealYet(NO_KEY) from error
    if office is None:
        raise CannotSealYet(NO_AUTHORITY)
    return OwnStamps(office, at)


class AuthorityStamps(HTTPTimeStamper, Stamps):
    """Asks an authority; a token that tells the size is asked for once in the process's life.

    One that did not answer well is left alone for half of ``settings.SEAL_RETRY``: many papers that wait for it would
    else each take its time-out from what can be done without it.
    """

    _failed_at: float | None = None

    @property
    def rests(self) -> bool:
        """It failed a moment ago."""
        rest = settings.SEAL_RETRY.total_seconds() / 2
        return self._failed_at is not None and monotonic() < self._failed_at + rest

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """A token over the digest; raises OSError for no answer, TimestampRequestError for one that is of no use."""
        try:
            return await self._token(message_digest, md_algorithm)
        except OSError:
            self._failed_at = monotonic()
            raise

    async def _token(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        try:
            token = await super().async_timestamp(message_digest, md_algorithm)
            stated = token["content"]["encap_content_info"]["content"].parsed
            about, self.last = stated["message_imprint"]["hashed_message"].native, stated["gen_time"].native
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise TimestampRequestError("the answer cannot be read") from error
        if about != message_digest:
            raise TimestampRequestError("the time-stamp is about something else")
        return token


@lru_cache(maxsize=4)
def _authority(url: str, timeout: float) -> AuthorityStamps:
    return AuthorityStamps(url, timeout=timeout)


class OwnStamps(Stamps):
    """Stamps with the portal's own key, in this process; the time is ``at``, which the caller read from the clock."""

    def __init__(self, office: Office, at: datetime) -> None:
        super().__init__(include_nonce=True)
        self._signer, self.last = _signer(office), at.astimezone(UTC).replace(microsecond=0)
        self._certificate = asn1_of(office.certificate)
        self.size = len(self._certificate.dump()) + 1024
        self._certs[self._certificate.issuer_serial] = self._certificate

    async def _ensure_dummy(self) -> None:
        """Nothing is asked for to learn the certificate, which is known."""

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """The answer to a request."""
        content = cms.EncapsulatedContentInfo(
            {"content_type": "tst_info", "content": cms.ParsableOctetString(self._facts(req).dump())}
        )
        token = await self._signer.async_sign_general_data(content, DIGEST, detached=False)
        return tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": token})

    def _facts(self, req: tsp.TimeStampReq) -> tsp.TSTInfo:
        facts: dict[str, Any] = {
            "version": "v1",
            "policy": POLICY,
            "message_imprint": req["message_imprint"],
            "serial_number": x509.random_serial_number(),
            "gen_time": self.last,
            "nonce": req["nonce"],
            "tsa": GeneralName(name="directory_name", value=self._certificate.subject),
        }
        return tsp.TSTInfo(facts)


@lru_cache(maxsize=4)
def _signer(office: Office) -> Signer:
    return KeptKey(office.certificate, office.key, [])
