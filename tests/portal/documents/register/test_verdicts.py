"""One of six words for every file, with reasons; pure, without a database."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from portal.documents.models import DocumentKind, Variant
from portal.documents.register.verdict_reasons import ADDITIONS, PROBLEMS, TROUBLES
from portal.documents.register.verdicts import Entries, Judgement, Known, Verdict, judge, nothing
from portal.seals.inspection import findings
from portal.seals.inspection.examine import examine
from tests.factories import attacks, pdfs
from tests.factories.attacks import flipped
from tests.factories.pdfs import small_paper
from tests.factories.signatures import self_signed, signed_by, with_fields
from tests.portal.seals.inspection.offices import PREFECTURE, PREFECTURE_FIELD, UNIT, Trust, office, once, twice

DIFFERENT = "与系统登记的摘要不一致"
SEALS = {office().unit.fingerprint: UNIT, office().prefecture.fingerprint: PREFECTURE}


def known(pdf: bytes, variant: str = Variant.COUNTERSIGNED, kind: str = DocumentKind.PDF) -> Known:
    """A registered document."""
    return Known(uuid4(), kind, variant, len(pdf))


PAPER, FIRST = known(twice()), known(once(), Variant.SEALED)


def judged(pdf: bytes, trust: Trust | None = None, **entries: Any) -> Judgement:
    """The judgement by a register that has these entries; those of the usual paper unless they say otherwise."""
    usual: dict[str, Any] = {"code_known": True, "papers": (PAPER, FIRST), "seals": SEALS}
    found = Entries(**usual | entries)
    return judge(examine(pdf, office().trust if trust is None else trust), lambda _: found)


def told(judgement: Judgement) -> tuple[str, list[str]]:
    """The verdict with its reasons in words."""
    return judgement.verdict, [str(reason) for reason in judgement.reasons]


def test_genuine_says_what_all_is_in_order() -> None:
    found = judged(twice(), document=PAPER)
    assert told(found) == (
        Verdict.GENUINE,
        ["签名链有效，两枚证书均可信", "签名覆盖整个文件", "与系统登记的摘要一致", "用印之后没有任何改动"],
    )
    assert found.document_id == PAPER.document_id
    assert [(one["seal"], one["field"]) for one in found.signatures] == [
        (UNIT, "UnitSeal"),
        (PREFECTURE, "PrefectureSeal"),
    ]


def test_one_seal_is_genuine_too() -> None:
    assert told(judged(once(), document=FIRST)) == (
        Verdict.GENUINE,
        ["签名链有效，证书可信", "签名覆盖整个文件", "与系统登记的摘要一致", "用印之后没有任何改动"],
    )


def test_a_registered_file_whose_certificates_are_not_trusted_is_not_genuine() -> None:
    assert told(judged(twice(), Trust(), document=PAPER)) == (
        Verdict.UNREGISTERED,
        [
            f"第 1 枚签名（{UNIT}）：证书不是本系统信任的机构签发的",
            f"第 2 枚签名（{PREFECTURE}）：证书不是本系统信任的机构签发的",
            "与系统登记的摘要一致",
        ],
    )


def test_a_registered_print_without_seals_is_unsigned() -> None:
    pdf = small_paper()
    assert told(judged(pdf, document=known(pdf, Variant.UNSIGNED))) == (
        Verdict.UNSIGNED,
        ["这是本系统打印的草稿或未签章文件，没有用印", "与系统登记的摘要一致"],
    )


def test_an_export_is_to_be_unpacked() -> None:
    pdf = b"PK\x03\x04 not a paper"
    assert told(judged(pdf, document=known(pdf, Variant.COUNTERSIGNED, DocumentKind.BUNDLE))) == (
        Verdict.UNREADABLE,
        ["这是本系统的导出包，请解压后逐份验证", "与系统登记的摘要一致"],
    )


ONE, TWO = f"第 1 枚签名（{UNIT}）：", f"第 2 枚签名（{PREFECTURE}）："
MODIFIED = [f"{ONE}用印之后又加进了不允许的改动", f"{TWO}用印之后又加进了不允许的改动"]
CHANGES: dict[str, tuple[Callable[[], bytes], list[str]]] = {
    "a figure": (
        lambda: attacks.figure_changed(twice()),
        [f"{ONE}用印之后，已签的内容被改动", f"{TWO}用印之后，已签的内容被改动"],
    ),
    "a white box": (lambda: attacks.whitewashed(twice()), [*MODIFIED, "用印之后，页面内容被改写或遮盖"]),
    "another drawing": (lambda: attacks.redrawn(twice()), [*MODIFIED, "用印之后，页面内容被改写或遮盖"]),
    "other pages": (lambda: attacks.with_other_pages(twice()), [*MODIFIED, "用印之后，页面内容被改写或遮盖"]),
    "an annotation": (lambda: attacks.annotated(twice()), [*MODIFIED, "用印之后，页面上添加了批注"]),
    "bytes at the end": (lambda: attacks.appended(twice(), b"12345"), ["原文件之后被追加了 5 字节"]),
    "the filling": (lambda: attacks.repadded(twice()), [f"{TWO}签名之后的填充部分被动过"]),
    "small letters": (
        lambda: attacks.in_small_letters(twice()),
        ["签名本身有效，但文件的字节被动过，与登记的原样不同"],
    ),
    "a signature of another paper": (
        lambda: attacks.with_signature_of(twice(), twice("0" * 12)),
        [f"{TWO}用印之后，已签的内容被改动"],
    ),
    "a namesake's signature": (
        lambda: attacks.countersigned_by_namesake(once(), PREFECTURE_FIELD, PREFECTURE),
        [f"{TWO}证书是自己给自己签发的，不可信", "用印之后，又添加了签名"],
    ),
    "a twin's signature": (
        lambda: attacks.countersigned_by_twin(once(), PREFECTURE_FIELD, PREFECTURE),
        [f"{TWO}证书不是本系统信任的机构签发的", "用印之后，又添加了签名"],
    ),
    "one more signature": (
        lambda: attacks.signed_once_more(twice()),
        [*MODIFIED, "第 3 枚签名（路人）：证书是自己给自己签发的，不可信", "用印之后，又添加了签名"],
    ),
    "signatures off the form": (
        lambda: attacks.unfielded(twice()),
        ["这份文件在系统中是用过印的，手中这份的签名已被去掉"],
    ),
    "a print without seals": (
        lambda: with_fields(small_paper(), ["UnitSeal"]),
        ["这份文件在系统中是用过印的，手中这份的签名已被去掉"],
    ),
    "a self-made seal on a print": (
        lambda: signed_by(small_paper(), "UnitSeal", self_signed(UNIT)),
        [f"{ONE}证书是自己给自己签发的，不可信"],
    ),
    "a cut": (
        lambda: twice()[:-100],
        ["文件带有本系统的编号或印章，但已损坏或被改写，无法完整读出", "文件损坏或不完整，请重新取得完整的文件"],
    ),
    "the head": (
        lambda: flipped(twice(), 1),
        ["文件带有本系统的编号或印章，但已损坏或被改写，无法完整读出", "文件不是 PDF"],
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_altered_says_what_was_done(name: str) -> None:
    change, reasons = CHANGES[name]
    found = judged(change())
    assert told(found) == (Verdict.ALTERED, [*reasons, DIFFERENT])
    assert found.document_id == PAPER.document_id


def test_what_was_made_from_a_registered_document_is_told_by_its_beginning() -> None:
    found = judged(twice() + b"12345", beginning=PAPER, code_known=False, papers=(), seals={})
    assert told(found) == (Verdict.ALTERED, ["原文件之后被追加了 5 字节", DIFFERENT])
    assert found.document_id == PAPER.document_id


def test_our_seal_alone_gives_an_altered_file_away() -> None:
    pdf = attacks.figure_changed(office().twice(office().once(small_paper(""))))
    assert judged(pdf, code_known=False, papers=()).verdict == Verdict.ALTERED


def test_our_roots_alone_give_an_altered_file_away() -> None:
    pdf = attacks.figure_changed(twice())
    assert judged(pdf, code_known=False, papers=(), seals={}).verdict == Verdict.ALTERED


@pytest.mark.parametrize("seals", [SEALS, {}])
def test_a_whole_file_that_no_register_knows_is_unregistered(seals: dict[str, str]) -> None:
    assert told(judged(twice(), code_known=False, papers=(), seals=seals)) == (
        Verdict.UNREGISTERED,
        ["签名链有效，两枚证书均可信", "系统登记中没有这份文件，不能确认是正式文件"],
    )


def test_a_seal_that_nobody_registered_is_strange_on_our_paper() -> None:
    found = judged(twice(), seals={office().unit.fingerprint: UNIT})
    assert told(found) == (Verdict.ALTERED, [f"{TWO}不是本系统登记的印章", DIFFERENT])


NOBODY: dict[str, Any] = {"code_known": False, "papers": (), "seals": {}}


def test_a_file_of_others_is_foreign() -> None:
    pdf = signed_by(small_paper(""), "Sig", self_signed("某公司"))
    assert told(judged(pdf, **NOBODY)) == (Verdict.FOREIGN, ["签名的证书不是本系统任何单位的印章"])


def test_the_right_name_on_a_strangers_certificate_is_pointed_out() -> None:
    pdf = signed_by(small_paper(""), "Sig", self_signed(UNIT))
    assert told(judged(pdf, **NOBODY, units=frozenset({UNIT}))) == (
        Verdict.FOREIGN,
        ["签名的证书不是本系统任何单位的印章", f"证书上写着“{UNIT}”，但不是该单位在本系统登记的印章"],
    )


def test_a_file_without_signatures_is_unsigned() -> None:
    assert told(judged(small_paper(""), **NOBODY)) == (Verdict.UNSIGNED, ["文件中没有任何数字签名"])


def test_a_copy_of_what_was_never_sealed_is_unsigned() -> None:
    assert told(judged(small_paper(), papers=())) == (
        Verdict.UNSIGNED,
        ["文件中没有任何数字签名", "文件带有本系统的编号，但没有用印，内容也不是系统登记的原样"],
    )


@pytest.mark.parametrize("trouble", findings.TROUBLES)
def test_every_trouble_has_its_sentence(trouble: str) -> None:
    found = judge(findings.Inspection("0" * 64, 1, trouble), lambda _: Entries())
    assert told(found) == (Verdict.UNREADABLE, [TROUBLES[trouble]])


def test_a_registered_file_that_could_not_be_read_is_not_called_altered() -> None:
    found = judge(findings.Inspection("0" * 64, 1, "timeout"), lambda _: Entries(document=PAPER))
    assert told(found) == (Verdict.UNREADABLE, ["读取文件用时过长，已停止", "与系统登记的摘要一致"])


def test_every_word_has_its_sentence() -> None:
    assert sorted(PROBLEMS) == sorted(findings.PROBLEMS)
    assert sorted(ADDITIONS) == sorted(findings.ADDITIONS)
    assert sorted(TROUBLES) == sorted(findings.TROUBLES)


class TestWithoutRegister:
    """Where nobody can say which bytes are ours, the certificates alone speak."""

    @staticmethod
    def _told(pdf: bytes, trust: Trust | None = None) -> tuple[str, list[str]]:
        return told(judge(examine(pdf, office().trust if trust is None else trust), nothing))

    def test_our_own_file_is_unregistered_at_best(self) -> None:
        assert self._told(twice()) == (
            Verdict.UNREGISTERED,
            ["签名链有效，两枚证书均可信", "目前读不到系统登记，不能确认是正式文件"],
        )

    def test_a_change_is_still_seen(self) -> None:
        assert self._told(attacks.figure_changed(once())) == (Verdict.ALTERED, [f"{ONE}用印之后，已签的内容被改动"])

    def test_a_stranger_is_foreign(self) -> None:
        assert self._told(signed_by(small_paper(), "UnitSeal", self_signed(UNIT)))[0] == Verdict.FOREIGN

    def test_without_roots_nobody_can_tell(self) -> None:
        assert self._told(twice(), Trust()) == (
            Verdict.UNREGISTERED,
            ["目前没有可用的根证书，不能确认印章证书是否可信", "目前读不到系统登记，不能确认是正式文件"],
        )

    def test_no_signature_no_readable_file(self) -> None:
        assert self._told(small_paper()) == (Verdict.UNSIGNED, ["文件中没有任何数字签名"])
        assert self._told(pdfs.program()) == (Verdict.UNREADABLE, ["文件不是 PDF"])


def test_no_flipped_bit_is_ever_genuine() -> None:
    """Every 397th byte, so that each part of the file has its turn."""
    places = range(0, len(twice()), 397)
    verdicts = {place: judged(flipped(twice(), place, place % 8)).verdict for place in places}
    assert {place: verdict for place, verdict in verdicts.items() if verdict != Verdict.ALTERED} == {}
