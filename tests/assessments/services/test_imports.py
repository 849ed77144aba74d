"""Published filings come in as they are printed, once, for the unit that owes them."""

from dataclasses import replace
from pathlib import Path

import pytest

import assessments
from assessments.domain.exchange import read_file_text
from assessments.domain.facts import Facts
from assessments.domain.workflow import State
from assessments.models import Cycle, Filing, Snapshot
from assessments.queries import facts_of, facts_of_snapshot
from assessments.services.errors import Refused
from assessments.services.imports import load_filing
from assessments.services.squares import Change, save_squares
from portal.accounts.models import Region, Unit
from tests.factories.accounts import ClerkFactory
from tests.factories.assessments import NOW, loaded, make_cycle, make_obligation

FILINGS = Path(assessments.__file__).parent / "demo" / "filings"
SOURCE = "公开文件"


def published(name: str) -> tuple[Facts, ...]:
    return read_file_text((FILINGS / name).read_bytes()).filings


@pytest.fixture
def tashkurgan() -> Facts:
    return published("tashkurgan-2020-09-monitoring.json")[0]


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["tashkurgan-2020-09-monitoring.json", "bachu-2022-self-assessment.json"])
def test_every_square_comes_in_as_it_was_printed(name: str) -> None:
    for facts in published(name):
        stored = facts_of(loaded(load_filing(facts=facts, source=SOURCE, at=NOW).filing))
        for key in facts.keys():
            if not key.startswith("indicators"):
                assert stored.value(key) == facts.value(key)
        rows = [replace(row, ref="") for row in stored.indicators]
        assert rows == [replace(row, ref="") for row in facts.indicators]


@pytest.mark.django_db
def test_an_import_is_concluded_and_frozen(tashkurgan: Facts) -> None:
    filing = load_filing(facts=tashkurgan, source=SOURCE, at=NOW).filing
    snapshot = Snapshot.objects.get(filing=filing)
    assert (filing.imported, filing.state, filing.version) == (True, State.CONCLUDED, 1)
    assert facts_of_snapshot(snapshot).value("execution_rate") == "77%"
    assert not loaded(filing).editable


@pytest.mark.django_db
def test_what_is_missing_is_created_as_historical(tashkurgan: Facts) -> None:
    load_filing(facts=tashkurgan, source=SOURCE, at=NOW)
    cycle = Cycle.objects.get()
    assert (cycle.historical, cycle.year, cycle.month, cycle.prefecture.code) == (True, 2020, 9, "653100")
    assert Region.objects.get(code="653131").parent == cycle.prefecture
    assert Unit.objects.get().name == "塔什库尔干县社会保险管理局"


@pytest.mark.django_db
def test_loading_twice_is_the_same_as_once(tashkurgan: Facts) -> None:
    outcomes = [load_filing(facts=tashkurgan, source=SOURCE, at=NOW).outcome for _ in range(2)]
    assert (outcomes, Filing.objects.count(), Snapshot.objects.count()) == (["created", "unchanged"], 1, 1)


@pytest.mark.django_db
def test_a_changed_file_makes_a_new_version_and_keeps_the_old(tashkurgan: Facts) -> None:
    load_filing(facts=tashkurgan, source=SOURCE, at=NOW)
    changed = replace(tashkurgan, money={**tashkurgan.money, "executed.total": "10935"})
    filing = load_filing(facts=changed, source=SOURCE, at=NOW).filing
    frozen = [facts_of_snapshot(item).value("executed.total") for item in Snapshot.objects.filter(filing=filing)]
    assert (frozen, loaded(filing).version) == (["10934", "10935"], 2)


@pytest.mark.django_db
def test_the_printed_unit_name_does_not_decide_whose_it_is() -> None:
    first, second = published("bachu-2022-self-assessment.json")
    filings = [load_filing(facts=facts, source=SOURCE, at=NOW).filing for facts in (first, second)]
    assert first.value("reporting_unit") != second.value("reporting_unit")
    assert {filing.obligation.unit.region.code for filing in filings} == {"653130"}
    assert Unit.objects.count() == 1


@pytest.mark.django_db
def test_what_a_person_has_edited_is_not_overwritten(tashkurgan: Facts) -> None:
    load_filing(facts=tashkurgan, source=SOURCE, at=NOW)
    unit = Unit.objects.get()
    make_obligation(make_cycle(unit.region.parent or unit.region), unit)
    facts = replace(tashkurgan, year=2026)
    draft = load_filing(facts=facts, source=SOURCE, at=NOW)
    assert (draft.outcome, draft.filing.state, draft.filing.imported) == ("created", State.DRAFT, False)
    assert load_filing(facts=facts, source=SOURCE, at=NOW).outcome == "unchanged"
    clerk = ClerkFactory.create(unit=unit)
    change = Change("project_period", "全年", "2020.01.01-2020.12.31")
    save_squares(filing_id=draft.filing.pk, changes=[change], actor=clerk, at=NOW)
    with pytest.raises(Refused):
        load_filing(facts=facts, source=SOURCE, at=NOW)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        {"fund": None},
        {"year": None},
        {"month": None},
        {"edition": "nothing-1999"},
        {"texts": {"region_code": "abc"}},
        {"texts": {"region_code": "650000"}},
    ],
)
def test_what_cannot_be_placed_is_refused(tashkurgan: Facts, change: dict[str, object]) -> None:
    with pytest.raises(Refused):
        load_filing(facts=replace(tashkurgan, **change), source=SOURCE, at=NOW)
    assert Filing.objects.count() == 0
