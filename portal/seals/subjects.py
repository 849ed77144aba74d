"""The subject of a certificate: a seal may stand for that unit and for no other."""

import re
import unicodedata
from collections.abc import Iterable

from cryptography import x509
from cryptography.x509.oid import NameOID

from portal.seals.certificates import LONGEST_ORGANISATION, fitting
from portal.seals.drawing import MARK

#: Where authorities write the name of a body: as the name itself, as the organisation or as a part of it.
_PLACES = (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME, NameOID.ORGANIZATIONAL_UNIT_NAME)
_BLANKS = re.compile(r"\s+")
#: What authorities write behind the name of a body on the certificate of its seal.
_OF_A_SEAL = re.compile(rf"[(]?(?:{MARK}|电子公章|电子印章|公章|印章)[)]?$")


def names_one_of(certificate: x509.Certificate, names: Iterable[str]) -> bool:
    """True if the certificate's subject names a body of one of these names.

    Width and blanks do not matter, nor what says that it is a seal (公章, 样章); a name that does not fit into X.509 is
    known by its beginning, as :func:`portal.seals.certificates.fitting` cuts it.
    """
    said = {_plain(str(one.value)) for place in _PLACES for one in certificate.subject.get_attributes_for_oid(place)}
    return any(_spellings(name) & said for name in names if name.strip())


def _spellings(name: str) -> set[str]:
    return {_plain(one) for one in (name, name[:LONGEST_ORGANISATION], fitting(name, ""), fitting(name, MARK))}


def _plain(name: str) -> str:
    return _OF_A_SEAL.sub("", _BLANKS.sub("", unicodedata.normalize("NFKC", name)))
