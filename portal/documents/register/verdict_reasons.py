"""The reasons for a verdict: one sentence each, for people who know paper and seals but no cryptography."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext, gettext_noop

from portal.seals.inspection import Inspection, SignatureFinding


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, in words a clerk understands: a Chinese msgid and its figures."""

    template: str
    values: Mapping[str, str | int] = field(default_factory=dict)

    def __str__(self) -> str:
        return gettext(self.template) % self.values


SAME_DIGEST = Reason(gettext_noop("与系统登记的摘要一致"))
OTHER_DIGEST = Reason(gettext_noop("与系统登记的摘要不一致"))
NOT_IN_REGISTER = Reason(gettext_noop("系统登记中没有这份文件，不能确认是正式文件"))
NO_REGISTER = Reason(gettext_noop("目前读不到系统登记，不能确认是正式文件"))
NO_ROOTS = Reason(gettext_noop("目前没有可用的根证书，不能确认印章证书是否可信"))
NO_SIGNATURE = Reason(gettext_noop("文件中没有任何数字签名"))
UNSEALED_PRINT = Reason(gettext_noop("这是本系统打印的草稿或未签章文件，没有用印"))
UNSEALED_COPY = Reason(gettext_noop("文件带有本系统的编号，但没有用印，内容也不是系统登记的原样"))
SIGNATURES_GONE = Reason(gettext_noop("这份文件在系统中是用过印的，手中这份的签名已被去掉"))
BROKEN_COPY = Reason(gettext_noop("文件带有本系统的编号或印章，但已损坏或被改写，无法完整读出"))
BUNDLE = Reason(gettext_noop("这是本系统的导出包，请解压后逐份验证"))

TROUBLES = {
    "empty": gettext_noop("文件是空的，没有任何内容"),
    "not_pdf": gettext_noop("文件不是 PDF"),
    "encrypted": gettext_noop("文件加了密码，请去掉密码后再验证；本系统的文件从不加密"),
    "damaged": gettext_noop("文件损坏或不完整，请重新取得完整的文件"),
    "too_large": gettext_noop("文件超过 20 MB，本系统的文件没有这么大"),
    "too_complex": gettext_noop("文件结构异常复杂，已停止读取；本系统的文件不会这样"),
    "portfolio": gettext_noop("这是装有多个文件的 PDF 包，请取出其中的文件逐份验证"),
    "timeout": gettext_noop("读取文件用时过长，已停止"),
}
PROBLEMS = {
    "changed": gettext_noop("第 %(number)d 枚签名（%(signer)s）：用印之后，已签的内容被改动"),
    "broken": gettext_noop("第 %(number)d 枚签名（%(signer)s）：签名与内容或证书对不上"),
    "weak": gettext_noop("第 %(number)d 枚签名（%(signer)s）：所用算法已不安全"),
    "self_signed": gettext_noop("第 %(number)d 枚签名（%(signer)s）：证书是自己给自己签发的，不可信"),
    "untrusted": gettext_noop("第 %(number)d 枚签名（%(signer)s）：证书不是本系统信任的机构签发的"),
    "out_of_time": gettext_noop("第 %(number)d 枚签名（%(signer)s）：用印时证书不在有效期内"),
    "revoked": gettext_noop("第 %(number)d 枚签名（%(signer)s）：用印时证书已被吊销"),
    "unproven": gettext_noop("第 %(number)d 枚签名（%(signer)s）：无法确认用印时证书是否有效"),
    "no_timestamp": gettext_noop("第 %(number)d 枚签名（%(signer)s）：没有时间戳"),
    "bad_timestamp": gettext_noop("第 %(number)d 枚签名（%(signer)s）：时间戳无效"),
    "modified": gettext_noop("第 %(number)d 枚签名（%(signer)s）：用印之后又加进了不允许的改动"),
    "partial": gettext_noop("第 %(number)d 枚签名（%(signer)s）：没有覆盖它应当覆盖的全部内容"),
    "padded": gettext_noop("第 %(number)d 枚签名（%(signer)s）：签名之后的填充部分被动过"),
    "structure": gettext_noop("第 %(number)d 枚签名（%(signer)s）：文件结构不合规范，签名不能作数"),
    "unsupported": gettext_noop("第 %(number)d 枚签名（%(signer)s）：签名种类不是本系统所用的"),
    "unread": gettext_noop("第 %(number)d 枚签名（%(signer)s）：已损坏，无法读出"),
}
ADDITIONS = {
    "page": gettext_noop("用印之后，页面内容被改写或遮盖"),
    "annotation": gettext_noop("用印之后，页面上添加了批注"),
    "signature": gettext_noop("用印之后，又添加了签名"),
    "other": gettext_noop("用印之后，文件又被改动"),
}
ONE_CHAIN = gettext_noop("签名链有效，证书可信")
TWO_CHAINS = gettext_noop("签名链有效，两枚证书均可信")
MANY_CHAINS = gettext_noop("签名链有效，%(count)d 枚证书均可信")
WHOLE_FILE = Reason(gettext_noop("签名覆盖整个文件"))
NOTHING_SINCE = Reason(gettext_noop("用印之后没有任何改动"))
APPENDED = gettext_noop("原文件之后被追加了 %(bytes)d 字节")
ONLY_BYTES = Reason(gettext_noop("签名本身有效，但文件的字节被动过，与登记的原样不同"))
STRANGE_SEAL = gettext_noop("第 %(number)d 枚签名（%(signer)s）：不是本系统登记的印章")
STRANGERS = Reason(gettext_noop("签名的证书不是本系统任何单位的印章"))
NAMESAKE = gettext_noop("证书上写着“%(name)s”，但不是该单位在本系统登记的印章")
MISNAMED = gettext_noop("第 %(number)d 枚签名：证书写的是“%(signer)s”，却登记为%(unit)s的印章，不能确认是该单位用印")
UNNAMED = "—"


def of_trouble(trouble: str) -> Reason:
    """The reason why the file could not be read."""
    return Reason(TROUBLES[trouble])


def of_chain(count: int) -> Reason:
    """That all certificates are trusted."""
    return Reason({1: ONE_CHAIN, 2: TWO_CHAINS}[count]) if count < 3 else Reason(MANY_CHAINS, {"count": count})


def of_genuine(count: int) -> list[Reason]:
    """The things that were all found in order."""
    return [of_chain(count), WHOLE_FILE, SAME_DIGEST, NOTHING_SINCE]


def of_signatures(inspection: Inspection) -> list[Reason]:
    """The faults of each signature, the first one first."""
    return [_of_one(number, found) for number, found in enumerate(inspection.signatures, start=1) if found.problems]


def of_misnamed(inspection: Inspection, misnamed: Collection[str], seals: Mapping[str, str]) -> list[Reason]:
    """The signatures that bear another name than that of the unit whose seal they are registered as."""
    return [
        Reason(MISNAMED, {"number": number, "signer": found.signer or UNNAMED, "unit": seals[found.fingerprint]})
        for number, found in enumerate(inspection.signatures, start=1)
        if found.fingerprint in misnamed
    ]


def of_changes(inspection: Inspection, seals: Mapping[str, str], complete: int = 0) -> list[Reason]:
    """The changes in a file that comes from here.

    ``seals`` are those signers that are ours; ``complete`` is the number of bytes that a registered document had with
    which the file begins, 0 if none.
    """
    found = of_signatures(inspection) + _strange_seals(inspection, seals)
    found += [Reason(ADDITIONS[word]) for word in inspection.additions]
    end = max(complete, inspection.signed_size)
    if 0 < end < inspection.size and not inspection.additions:
        found.append(Reason(APPENDED, {"bytes": inspection.size - end}))
    return found or [ONLY_BYTES]


def of_strangers(inspection: Inspection, units: Collection[str]) -> list[Reason]:
    """The reason why a signed file is none of ours; ``units`` are names of signers that units of ours bear."""
    return [STRANGERS, *(Reason(NAMESAKE, {"name": name}) for name in sorted(units))]


def _of_one(number: int, found: SignatureFinding) -> Reason:
    return Reason(PROBLEMS[found.problems[0]], {"number": number, "signer": found.signer or UNNAMED})


def _strange_seals(inspection: Inspection, seals: Mapping[str, str]) -> list[Reason]:
    """Signatures that hold, but are nobody's here."""
    return [
        Reason(STRANGE_SEAL, {"number": number, "signer": found.signer or UNNAMED})
        for number, found in enumerate(inspection.signatures, start=1)
        if seals and found.fingerprint not in seals and not found.problems
    ]
