"""The suitability of a certificate for the seal of a unit."""

from asyncio import run
from collections.abc import Sequence
from datetime import datetime

from cryptography import x509
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathBuildingError
from pyhanko_certvalidator.errors import ValidationError as PathError

from portal.accounts.models import Unit
from portal.clock import BEIJING
from portal.seals import keys
from portal.seals.models import Seal
from portal.seals.queries import names_of
from portal.seals.signers import asn1_of
from portal.seals.subjects import names_one_of
from portal.seals.trust import TrustFileError, trust_roots

LONGEST_SERIAL = 60


def refuse_unsuitable(
    certificate: x509.Certificate, *, chain: Sequence[x509.Certificate], unit: Unit, at: datetime
) -> None:
    """Raises ValidationError on ``key_file`` for a certificate that is not for signing, not valid now, another's, that
    names another, is revoked, or leads to no root of ours."""
    described = keys.described(certificate)
    if at > described["valid_until"]:
        raise _refusal(_("证书已于 %(day)s 过期，请先换发新证书。"), day=_day(described["valid_until"]))
    if at < described["valid_from"]:
        raise _refusal(_("证书 %(day)s 起才生效，请到时再上传。"), day=_day(described["valid_from"]))
    if not _signs(certificate):
        raise _refusal(_("证书的用途不含数字签名，不能用作印章。"))
    if len(described["serial"]) > LONGEST_SERIAL:
        raise _refusal(_("证书的序列号过长，不符合 X.509 标准。"))
    _refuse_known(described["fingerprint"], unit)
    if not names_one_of(certificate, names_of(unit)):
        words = _("证书写的是“%(holder)s”，不是“%(unit)s”。请使用本单位名称的证书；单位更名的，请先请业务管理员更名。")
        raise _refusal(words, holder=described["holder"], unit=unit.name)
    _refuse_untrusted(certificate, chain, described["issuer"], at)


def _signs(certificate: x509.Certificate) -> bool:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    except ValueError:
        return False
    return usage.digital_signature or usage.content_commitment


def _refuse_known(fingerprint: str, unit: Unit) -> None:
    """A certificate of another unit, or one that was taken out of use for good."""
    known = Seal.objects.filter(fingerprint=fingerprint).select_related("unit")
    for seal in known:
        if seal.unit_id != unit.pk:
            raise _refusal(_("这张证书已由%(unit)s使用，请使用本单位自己的证书。"), unit=seal.unit.name)
        if seal.state == Seal.State.REVOKED:
            raise _refusal(_("这张证书已经吊销，不能再用，请换发新证书。"))


def _refuse_untrusted(
    certificate: x509.Certificate, chain: Sequence[x509.Certificate], issuer: str, at: datetime
) -> None:
    try:
        roots = [asn1_of(root) for root in trust_roots()]
    except TrustFileError as error:
        raise _refusal(_("受信任的根证书文件无法读取，请联系系统管理员。")) from error
    context = ValidationContext(trust_roots=roots, moment=at)
    validator = CertificateValidator(
        asn1_of(certificate), intermediate_certs=[asn1_of(one) for one in chain], validation_context=context
    )
    try:
        run(validator.async_validate_usage(set()))
    except (PathBuildingError, PathError, ValueError) as error:
        words = _("证书由“%(issuer)s”签发，不在本系统信任的范围内。请联系系统管理员，或换用受信任机构的证书。")
        raise _refusal(words, issuer=issuer) from error


def _refusal(words: object, **values: str) -> ValidationError:
    return ValidationError({"key_file": ValidationError(words, "unsuitable", values)})  # type: ignore[arg-type]


def _day(instant: datetime) -> str:
    return instant.astimezone(BEIJING).date().isoformat()
