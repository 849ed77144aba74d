"""What the register knows of a file, and the verdict on papers as they are in service."""

import random
from collections.abc import Callable

import pytest
from pytest_django import DjangoAssertNumQueries

from portal.accounts.models import Unit
from portal.documents.models import Document, Imprint, Variant
from portal.documents.register.registered_files import registered
from portal.documents.register.verdicts import Verdict, judge
from portal.seals.inspection import inspect
from portal.seals.inspection.examine import examine
from portal.seals.models import Seal
from portal.seals.trust import trust_material
from tests.factories import attacks
from tests.factories.accounts import UnitFactory
from tests.factories.attacks import flipped
from tests.factories.seals import forget_authority, make_authority, revoke_seal
from tests.factories.signatures import self_signed, signed_by, with_fields
from tests.portal.documents.registered_papers import PREFECTURE, UNIT, SealedPaper, make_sealed_paper, register

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper() -> SealedPaper:
    return make_sealed_paper()


def verdict_on(pdf: bytes) -> Verdict:
    """The verdict as a worker finds it."""
    return judge(inspect(pdf, trust_material()), registered).verdict


def quickly(pdf: bytes) -> Verdict:
    """The same in this process."""
    return judge(examine(pdf, trust_material()), registered).verdict


def test_a_paper_is_genuine_at_every_stage_that_was_registered(paper: SealedPaper) -> None:
    assert (verdict_on(paper.twice), verdict_on(paper.once)) == (Verdict.GENUINE, Verdict.GENUINE)
    found = judge(inspect(paper.once, trust_material()), registered)
    assert (found.document_id, [one["seal"] for one in found.signatures]) == (paper.first.pk, [UNIT])


def test_its_code_and_seals_are_found(paper: SealedPaper) -> None:
    inspection = examine(paper.twice, trust_material())
    assert (inspection.code, inspection.holds) == (paper.code.code, True)
    assert [one.fingerprint for one in inspection.signatures] == [paper.unit.fingerprint, paper.prefecture.fingerprint]


def test_a_print_of_a_sealed_paper_is_altered(paper: SealedPaper) -> None:
    assert verdict_on(paper.printed) == Verdict.ALTERED


def test_a_registered_print_is_unsigned(paper: SealedPaper) -> None:
    register(paper.printed, paper.code, Variant.UNSIGNED)
    assert verdict_on(paper.printed) == Verdict.UNSIGNED


@pytest.mark.parametrize(
    "attack",
    [
        attacks.whitewashed,
        attacks.annotated,
        attacks.with_other_pages,
        attacks.unfielded,
        attacks.appended,
        attacks.repadded,
        attacks.in_small_letters,
        attacks.signed_once_more,
    ],
)
def test_an_attack_on_it_is_altered(paper: SealedPaper, attack: Callable[[bytes], bytes]) -> None:
    found = judge(examine(attack(paper.twice), trust_material()), registered)
    assert (found.verdict, found.document_id) == (Verdict.ALTERED, paper.second.pk)


def test_a_signature_of_another_paper_is_altered(paper: SealedPaper) -> None:
    other = make_sealed_paper("2", "b" * 64)
    assert quickly(attacks.with_signature_of(paper.twice, other.twice)) == Verdict.ALTERED


def test_a_self_made_seal_on_it_is_altered_and_on_anything_else_foreign(paper: SealedPaper) -> None:
    assert quickly(attacks.countersigned_by_namesake(paper.once, "PrefectureSeal", PREFECTURE)) == Verdict.ALTERED
    assert quickly(signed_by(paper.printed, "UnitSeal", self_signed(UNIT))) == Verdict.ALTERED
    blank = with_fields(paper.printed.replace(paper.code.code.encode(), b"0" * 12), [])
    found = judge(examine(signed_by(blank, "UnitSeal", self_signed(f"{UNIT}样章")), trust_material()), registered)
    assert [str(reason) for reason in found.reasons] == [
        "签名的证书不是本系统任何单位的印章",
        f"证书上写着“{UNIT}”，但不是该单位在本系统登记的印章",
    ]
    assert found.verdict == Verdict.FOREIGN


def test_sixty_flipped_bits_are_sixty_altered_files(paper: SealedPaper) -> None:
    chance = random.Random(20260302)
    places = [chance.randrange(len(paper.twice)) for _ in range(60)]
    verdicts = {place: quickly(flipped(paper.twice, place, place % 8)) for place in places}
    assert {place: verdict for place, verdict in verdicts.items() if verdict != Verdict.ALTERED} == {}


def test_it_stays_genuine_when_its_seals_are_revoked_later(paper: SealedPaper) -> None:
    revoke_seal(paper.unit)
    assert verdict_on(paper.twice) == Verdict.GENUINE


def test_a_seal_whose_certificate_names_another_unit_is_not_genuine_and_said_so(paper: SealedPaper) -> None:
    Seal.objects.filter(pk=paper.unit.pk).update(unit=UnitFactory.create(name="伽师县社会保险中心"))
    Imprint.objects.filter(seal=paper.unit).update(unit_name="伽师县社会保险中心")
    judgement = judge(examine(paper.twice, trust_material()), registered)
    assert judgement.verdict == Verdict.UNREGISTERED
    assert [str(reason) for reason in judgement.reasons] == [
        f"第 1 枚签名：证书写的是“{UNIT}样章”，却登记为伽师县社会保险中心的印章，不能确认是该单位用印",
        "与系统登记的摘要一致",
    ]


def test_it_stays_genuine_under_its_old_name_when_the_unit_is_renamed(paper: SealedPaper) -> None:
    Unit.objects.filter(pk=paper.unit.unit_id).update(name="巴楚县社会保险中心")
    assert quickly(paper.twice) == Verdict.GENUINE


def test_under_another_authority_it_is_not_genuine(paper: SealedPaper) -> None:
    forget_authority()
    make_authority()
    assert verdict_on(paper.twice) == Verdict.UNREGISTERED


def test_what_nobody_registered_is_unregistered(paper: SealedPaper) -> None:
    paper.code.delete()
    Imprint.objects.all().delete()
    Document.objects.all().delete()
    assert verdict_on(paper.twice) == Verdict.UNREGISTERED


def test_a_file_that_goes_on_after_a_registered_one_is_known_by_its_beginning(paper: SealedPaper) -> None:
    entries = registered(examine(paper.twice + b"% more", trust_material()))
    assert entries.beginning is not None
    assert entries.beginning.document_id == paper.second.pk


def test_the_register_is_asked_six_times_at_most(
    paper: SealedPaper, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    inspection = examine(attacks.annotated(paper.twice), trust_material())
    with django_assert_max_num_queries(6):
        registered(inspection)
