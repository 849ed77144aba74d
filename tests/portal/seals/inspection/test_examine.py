"""What is found in sealed papers, and in what people make of them."""

import hashlib
from collections.abc import Callable
from datetime import timedelta

import pytest

from portal.seals.inspection.examine import examine
from portal.seals.inspection.findings import SignatureFinding
from tests.factories import attacks
from tests.factories.pdfs import CODE, small_paper
from tests.factories.signatures import SEALED_AT, YEAR, Authority, self_signed, signed_by, with_fields
from tests.portal.seals.inspection.offices import (
    COUNTERSIGNED_AT,
    PREFECTURE,
    PREFECTURE_FIELD,
    UNIT,
    UNIT_FIELD,
    Office,
    Trust,
    office,
    once,
    problems,
    twice,
)

EMPTY = with_fields(small_paper(), [UNIT_FIELD])


def test_two_seals_hold() -> None:
    pdf, unit, prefecture = twice(), office().unit, office().prefecture
    found = examine(pdf, office().trust)
    assert found.signatures == (
        _good(UNIT_FIELD, UNIT, unit.fingerprint, SEALED_AT.isoformat()),
        _good(PREFECTURE_FIELD, PREFECTURE, prefecture.fingerprint, COUNTERSIGNED_AT.isoformat()),
    )
    assert (found.sha256, found.size) == (hashlib.sha256(pdf).hexdigest(), len(pdf))
    assert (found.covered, found.signed_size, found.additions) == (True, len(pdf), ())
    assert (found.code, found.trouble, found.holds) == (CODE, "", True)


def _good(field: str, signer: str, fingerprint: str, at: str) -> SignatureFinding:
    until = (SEALED_AT + YEAR).isoformat()
    return SignatureFinding(field, signer, fingerprint, at, True, True, True, (), until, True)


def test_the_first_seal_holds_alone() -> None:
    found = examine(once(), office().trust)
    assert (found.holds, problems(found)) == (True, [()])


def test_a_paper_without_seals_holds_nothing() -> None:
    found = examine(EMPTY, office().trust)
    assert (found.trouble, found.signatures, found.holds, found.code) == ("", (), False, CODE)


def test_the_beginnings_are_the_earlier_states_of_the_file() -> None:
    first = once()
    assert (len(first), hashlib.sha256(first).hexdigest()) in examine(twice(), office().trust).beginnings


def test_the_code_is_found_where_it_does_not_stand_in_the_clear() -> None:
    packed = small_paper().replace(b"publicCode>", b"publicKode>").replace(b"/PortalCode (", b"/PortalCode\n\n\n\n\n(")
    assert examine(packed, Trust()).code == CODE


@pytest.mark.parametrize(
    ("attack", "wrong", "additions"),
    [
        (attacks.figure_changed, [("changed",), ("changed",)], ()),
        (attacks.whitewashed, [("modified",), ("modified",)], ("page",)),
        (attacks.redrawn, [("modified",), ("modified",)], ("page",)),
        (attacks.with_other_pages, [("modified",), ("modified",)], ("page",)),
        (attacks.annotated, [("modified",), ("modified",)], ("annotation",)),
        (attacks.signed_once_more, [("modified",), ("modified",), ("self_signed", "no_timestamp")], ("signature",)),
        (attacks.repadded, [(), ("padded",)], ()),
        (attacks.appended, [(), ()], ()),
    ],
)
def test_a_change_is_named(
    attack: Callable[[bytes], bytes], wrong: list[tuple[str, ...]], additions: tuple[str, ...]
) -> None:
    found = examine(attack(twice()), office().trust)
    assert (problems(found), found.additions, found.holds) == (wrong, additions, False)


def test_what_follows_the_last_seal_is_counted() -> None:
    found = examine(attacks.appended(twice(), b"% and more\n"), office().trust)
    assert (found.covered, found.size - found.signed_size) == (False, 11)


def test_a_signature_of_another_paper_does_not_fit() -> None:
    found = examine(attacks.with_signature_of(twice(), twice("0" * 12)), office().trust)
    assert problems(found) == [(), ("changed",)]
    assert [one.fingerprint for one in found.signatures] == [office().unit.fingerprint, office().prefecture.fingerprint]


@pytest.mark.parametrize(
    ("attack", "problem"),
    [(attacks.countersigned_by_namesake, "self_signed"), (attacks.countersigned_by_twin, "untrusted")],
)
def test_the_right_name_on_another_certificate_is_not_trusted(
    attack: Callable[[bytes, str, str], bytes], problem: str
) -> None:
    found = examine(attack(once(), PREFECTURE_FIELD, PREFECTURE), office().trust)
    assert problems(found) == [(), (problem, "no_timestamp")]
    assert [(one.signer, one.trusted, one.rooted) for one in found.signatures] == [
        (UNIT, True, True),
        (PREFECTURE, False, False),
    ]


def test_our_certificate_without_a_time_stamp_is_not_trusted() -> None:
    here = Office(Authority(since=SEALED_AT - 9 * YEAR))
    found = examine(signed_by(EMPTY, UNIT_FIELD, here.unit), here.trust)
    assert problems(found) == [("out_of_time", "no_timestamp")]
    assert [(one.sound, one.trusted, one.rooted) for one in found.signatures] == [(True, False, True)]


def test_a_time_stamp_of_another_authority_is_not_trusted() -> None:
    stamper = Authority().stamper(SEALED_AT)
    found = examine(signed_by(EMPTY, UNIT_FIELD, office().unit, stamper=stamper), office().trust)
    assert problems(found) == [("bad_timestamp",)]


def test_no_roots_no_trust() -> None:
    found = examine(twice(), Trust())
    assert (found.intact, found.holds, found.roots) == (True, False, 0)
    assert problems(found) == [("untrusted", "bad_timestamp"), ("untrusted", "bad_timestamp")]


class TestTime:
    """What was sealed in time stays good; what was not never becomes it."""

    def test_an_expired_certificate_was_good_when_it_sealed(self) -> None:
        here = Office(Authority(since=SEALED_AT - 5 * YEAR))
        here.__dict__["unit"] = here.authority.issue(UNIT, until=SEALED_AT + timedelta(days=1))
        assert examine(here.once(), here.trust).holds

    def test_a_certificate_out_of_its_time_is_not_trusted(self) -> None:
        authority = office().authority
        expired = authority.issue(UNIT, until=SEALED_AT - timedelta(days=1))
        pdf = signed_by(EMPTY, UNIT_FIELD, expired, stamper=authority.stamper(SEALED_AT))
        assert problems(examine(pdf, office().trust)) == [("out_of_time",)]

    def test_a_certificate_revoked_later_was_good_when_it_sealed(self) -> None:
        here = Office()
        pdf = here.twice(here.once())
        here.authority.revoked[here.unit.certificate.serial_number] = COUNTERSIGNED_AT - timedelta(days=2)
        assert examine(pdf, here.trust).holds

    def test_a_certificate_revoked_before_it_sealed_is_not_trusted(self) -> None:
        here = Office()
        pdf = here.once()
        here.authority.revoked[here.unit.certificate.serial_number] = SEALED_AT - timedelta(hours=1)
        assert problems(examine(pdf, here.trust)) == [("revoked",)]

    def test_the_list_in_the_file_is_enough(self) -> None:
        here = Office()
        assert examine(here.once(), Trust((here.authority.root.der,))).holds


def test_a_seal_with_a_weak_digest_is_refused() -> None:
    pdf = signed_by(EMPTY, UNIT_FIELD, self_signed(UNIT), md_algorithm="sha1")
    assert problems(examine(pdf, office().trust)) == [("weak", "self_signed", "no_timestamp")]
