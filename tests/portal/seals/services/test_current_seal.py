"""Which seal a unit uses."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from pytest_django import Settings

from portal.audit.models import Entry
from portal.audit.wording import names_of, subject_of
from portal.seals.errors import CannotSealYet
from portal.seals.models import Seal
from portal.seals.services.current_seal import seal_of
from portal.seals.signing import UNIT_FIELD, apply_seal
from tests.factories.accounts import UnitFactory
from tests.factories.assessments import NOW
from tests.factories.seals import make_authority, make_seal, revoke_seal
from tests.portal.seals.papers import paper

pytestmark = pytest.mark.django_db


def why(unit_id: int) -> str:
    with pytest.raises(CannotSealYet) as refused:
        seal_of(unit_id, NOW)
    return str(refused.value)


def test_it_is_the_one_in_use() -> None:
    unit = UnitFactory.create()
    make_seal(unit, state=Seal.State.REPLACED)
    used = make_seal(unit)
    assert seal_of(unit.pk, NOW) == used


def test_a_unit_without_one_gets_a_demo_seal_that_seals() -> None:
    make_authority()
    unit = UnitFactory.create(name="巴楚县社会保险管理局")
    made = seal_of(unit.pk, NOW)
    assert (made.holder, made.demo, made.valid_from) == ("巴楚县社会保险管理局样章", True, NOW)
    assert apply_seal(paper(), field=UNIT_FIELD, seal=made, certify=True, reason="报送", at=NOW).at == NOW
    assert seal_of(unit.pk, NOW) == made


def test_a_unit_that_was_renamed_gets_a_demo_seal_with_its_new_name() -> None:
    make_authority()
    unit = UnitFactory.create(name="巴楚县社会保险管理局")
    before = seal_of(unit.pk, NOW)
    unit.name = "巴楚县社会保险中心"
    unit.save()
    made = seal_of(unit.pk, NOW)
    before.refresh_from_db()
    assert (made.holder, before.state) == ("巴楚县社会保险中心样章", Seal.State.REPLACED)
    assert seal_of(unit.pk, NOW) == made


def test_that_stands_in_the_record_of_the_units_region() -> None:
    make_authority()
    unit = UnitFactory.create()
    made = seal_of(unit.pk, NOW)
    entry = Entry.objects.get(verb="demo_seal_made")
    assert (entry.subject_id, entry.region_code, entry.actor) == (str(made.pk), unit.region.code, None)
    assert subject_of(entry, names_of([entry])) == f"印章 {unit.name}"


def test_a_name_of_a_hundred_characters_gets_one_too() -> None:
    make_authority()
    assert seal_of(UnitFactory.create(name="长" * 100).pk, NOW).holder == "长" * 18 + "…样章"


@pytest.mark.django_db(transaction=True)
def test_two_workers_that_ask_at_once_get_the_same() -> None:
    make_authority()
    unit = UnitFactory.create()

    def ask(_: int) -> int:
        try:
            return seal_of(unit.pk, NOW).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        assert len(set(workers.map(ask, range(4)))) == 1
    assert Seal.objects.count() == 1


def test_who_revoked_the_seal_gets_no_demo_seal_for_it() -> None:
    unit = UnitFactory.create(name="甲局")
    revoke_seal(make_seal(unit))
    assert why(unit.pk) == "甲局的印章已吊销，请上传新的印章。"


def test_in_service_the_portal_makes_none(settings: Settings) -> None:
    settings.EMBEDDED = False
    make_authority()
    assert why(UnitFactory.create(name="甲局").pk) == "甲局还没有上传印章。"


def test_without_an_authority_there_is_none() -> None:
    assert why(UnitFactory.create(name="甲局").pk) == "甲局还没有上传印章。"


def test_where_the_vault_is_closed_there_is_none(settings: Settings) -> None:
    make_authority()
    settings.SEAL_VAULT_PRIVATE_KEY = ""
    unit = UnitFactory.create()
    assert why(unit.pk) == "印章密钥库无法使用，请联系系统管理员。"
    assert not Seal.objects.exists()
