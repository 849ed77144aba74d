"""The use of a seal at an instant, and the check of its certificate before."""

from datetime import datetime

from asn1crypto import crl
from django.conf import settings
from django.utils.translation import gettext_noop
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import InsufficientRevinfoError, PathBuildingError, RevokedError, ValidationError
from pyhanko_certvalidator.fetchers import OwnedFetcherBackend
from pyhanko_certvalidator.fetchers.aiohttp_fetchers import AIOHttpFetcherBackend

from portal import clock
from portal.seals import authority, keys
from portal.seals.errors import CannotSealYet
from portal.seals.models import Seal
from portal.seals.queries import names_of
from portal.seals.signers import asn1_of
from portal.seals.subjects import names_one_of
from portal.seals.trust import TrustFileError, named_revocations, trust_roots

NOT_YET = gettext_noop("%(unit)s的印章证书尚未生效，%(day)s 起可用。")
EXPIRED = gettext_noop("%(unit)s的印章证书已于 %(day)s 过期，请上传新的印章。")
REVOKED = gettext_noop("%(unit)s的印章已吊销，请上传新的印章。")
REPLACED = gettext_noop("%(unit)s的印章已更换，稍后用新的印章自动重试。")
REVOKED_BY_ISSUER = gettext_noop("%(unit)s的印章证书已被签发机构吊销，请上传新的印章。")
NOTHING_KNOWN = gettext_noop("%(unit)s的印章证书或时间戳证书的吊销信息暂时无法取得，稍后自动重试。")
NOT_TRUSTED = gettext_noop("%(unit)s的印章证书或时间戳证书不在受信任的证书链上，请联系系统管理员。")
NAMES_ANOTHER = gettext_noop("印章证书写的是“%(holder)s”，不是%(unit)s，请上传本单位名称的证书。")
NO_ROOTS = gettext_noop("受信任的根证书文件无法读取，请联系系统管理员。")
#: What the portal's own list of revoked certificates and those of the operator must answer; a certificate of others is
#: checked where it says how, and one that does not say has no revocation to speak of.
_ALWAYS, _WHERE_DECLARED = "require", "hard-fail"


def refuse_unusable(seal: Seal, *, at: datetime) -> None:
    """Raises CannotSealYet for a seal that is out of use, whose certificate is not valid at ``at`` or names another."""
    name = seal.unit.name
    if seal.state == Seal.State.REVOKED:
        raise CannotSealYet(REVOKED, unit=name)
    if seal.state == Seal.State.REPLACED:
        raise CannotSealYet(REPLACED, unit=name)
    if at < seal.valid_from:
        raise CannotSealYet(NOT_YET, unit=name, day=_day(seal.valid_from))
    if at > seal.valid_until:
        raise CannotSealYet(EXPIRED, unit=name, day=_day(seal.valid_until))
    if not names_one_of(keys.certificate_of(seal.certificate), names_of(seal.unit)):
        raise CannotSealYet(NAMES_ANOTHER, unit=name, holder=seal.holder)


def validation_context(seal: Seal, *, at: datetime) -> ValidationContext:
    """The context in which the certificates of seal and time-stamp are checked at ``at``; raises CannotSealYet.

    A seal of the portal's own authority is checked against the list that is made here; others against
    ``settings.SEAL_CRLS`` or, where that is blank, against what their authorities answer.
    """
    try:
        roots = [asn1_of(root) for root in trust_roots()]
        named = named_revocations()
    except TrustFileError as error:
        raise CannotSealYet(NO_ROOTS) from error
    own_seal, own_stamps = issued_here(seal), not settings.SEAL_TIMESTAMP_URL
    known = authority.current_revocations(at=at) if own_seal or own_stamps else b""
    lists = [crl.CertificateList.load(one) for one in (known, *named) if one]
    if named or (own_seal and own_stamps):
        return ValidationContext(trust_roots=roots, crls=lists, moment=at, revocation_mode=_ALWAYS)
    fetchers = AIOHttpFetcherBackend(per_request_timeout=settings.SEAL_TIMESTAMP_TIMEOUT)
    return ValidationContext(
        trust_roots=roots,
        crls=lists,
        allow_fetching=True,
        fetcher_backend=OwnedFetcherBackend(fetchers),
        revocation_mode=_WHERE_DECLARED,
    )


def issued_here(seal: Seal) -> bool:
    """True if the portal's own authority issued the seal's certificate."""
    root = authority.root_certificate()
    return root is not None and keys.certificate_of(seal.certificate).issuer == root.subject


def why_not(error: BaseException | None) -> str | None:
    """The words for a certificate that did not pass its check; None for another error."""
    match error:
        case RevokedError():
            return REVOKED_BY_ISSUER
        case InsufficientRevinfoError():
            return NOTHING_KNOWN
        case PathBuildingError() | ValidationError():
            return NOT_TRUSTED
        case _:
            return None


def _day(instant: datetime) -> str:
    return instant.astimezone(clock.BEIJING).date().isoformat()
