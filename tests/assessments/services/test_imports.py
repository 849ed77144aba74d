"""Published filings come in as they are printed, once, for the unit that owes them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import assessments
from assessments.domain.exchange import read_file_text
from assessments.domain.facts import Facts, Form, Indicator
from assessments.domain.workflow import State
from assessments.models import Cycle, Filing, Snapshot
from assessments.queries import facts_of, facts_of_snapshot
from assessments.services.errors import Refused
from assessments.services.imports import load_filing
from assessments.services.squares import Change, save_squares
from portal.accounts.models import Region, Unit
from tests.factories.accounts import ClerkFactory
from tests.factories.assessments import NOW, loaded, make_cycle, make_obligation
from tests.filings import revised

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
        for key in tuple(facts.every_key()):
            if not key.startswith("indicators"):
                assert stored.value(key) == facts.value(key)
        assert [row.squares for row in stored.indicators] == [row.squares for row in facts.indicators]


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
    changed = revised(tashkurgan, money={**tashkurgan.squares, "executed.total": "10935"})
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
def test_amounts_keep_the_unit_of_their_own_paper(tashkurgan: Facts) -> None:
    money = {"adjusted_budget.total": "141,580,000元", "executed.total": "109340000"}
    facts = revised(tashkurgan, amount_unit="元", money=money)
    filing = loaded(load_filing(facts=facts, source=SOURCE, at=NOW).filing)
    amounts = {line.key: line.amount for line in filing.squares.all() if line.amount is not None}
    assert amounts == {"adjusted_budget.total": 141_580_000, "executed.total": 109_340_000}
    assert (filing.amount_unit, facts_of(filing).amount_unit) == ("元", "元")
    assert facts_of_snapshot(Snapshot.objects.get()).amount_unit == "元"
    assert load_filing(facts=facts, source=SOURCE, at=NOW).outcome == "unchanged"


@pytest.mark.django_db
def test_a_draft_takes_no_amounts_in_another_unit_than_its_papers(tashkurgan: Facts) -> None:
    load_filing(facts=tashkurgan, source=SOURCE, at=NOW)
    unit = Unit.objects.get()
    make_obligation(make_cycle(unit.region.parent or unit.region), unit)
    with pytest.raises(Refused):
        load_filing(facts=replace(tashkurgan, year=2026, amount_unit="元"), source=SOURCE, at=NOW)
    assert Filing.objects.count() == 1


@pytest.mark.django_db
def test_a_draft_is_of_the_edition_that_its_cycle_called_for() -> None:
    facts = published("bachu-2022-self-assessment.json")[0]
    load_filing(facts=facts, source=SOURCE, at=NOW)
    unit = Unit.objects.get()
    prefecture = unit.region.parent or unit.region
    cycle = make_cycle(prefecture, kind=Form.SELF_ASSESSMENT, edition="self-assessment-scored")
    make_obligation(cycle, unit)
    with pytest.raises(Refused, match="用的表式是“绩效自评表（计分）”，文件里是“绩效自评表”"):
        load_filing(facts=replace(facts, year=2026), source=SOURCE, at=NOW)
    assert Filing.objects.count() == 1


@pytest.mark.django_db
def test_a_draft_takes_the_points_that_a_person_gave_and_no_rate_that_was_stated() -> None:
    facts = published("bachu-2022-self-assessment.json")[0]
    load_filing(facts=facts, source=SOURCE, at=NOW)
    unit = Unit.objects.get()
    prefecture = unit.region.parent or unit.region
    make_obligation(make_cycle(prefecture, kind=Form.SELF_ASSESSMENT, edition="self-assessment-scored"), unit)
    given = {"level3": "发放时效", "weight": "20", "score": "18", "grade": "achieved"}
    said = Indicator("0", squares=given | {"completion_rate": "90%"})
    scored = revised(facts, year=2026, edition="self-assessment-scored", indicators=[said])
    filing = load_filing(facts=scored, source=SOURCE, at=NOW).filing
    assert [row.squares for row in filing.list_rows.all()] == [given]
    assert load_filing(facts=scored, source=SOURCE, at=NOW).outcome == "unchanged"


@pytest.mark.django_db
def test_an_import_is_of_the_edition_that_its_newest_file_names() -> None:
    facts = published("bachu-2022-self-assessment.json")[0]
    load_filing(facts=facts, source=SOURCE, at=NOW)
    scored = replace(facts, edition="self-assessment-scored")
    loaded_again = load_filing(facts=scored, source=SOURCE, at=NOW)
    editions = Snapshot.objects.filter(filing=loaded_again.filing).values_list("edition", flat=True)
    assert (loaded_again.outcome, list(editions)) == ("updated", ["self-assessment-2022", "self-assessment-scored"])


@pytest.mark.django_db
def test_a_fund_that_the_portal_does_not_know_is_kept_and_shown(tashkurgan: Facts) -> None:
    unknown = replace(tashkurgan, fund=None, extras={"fund": "CORPORATE_ANNUITY"})
    filing = load_filing(facts=unknown, source=SOURCE, at=NOW).filing
    assert (filing.obligation.fund_name, filing.imported) == ("CORPORATE_ANNUITY", True)
    assert load_filing(facts=unknown, source=SOURCE, at=NOW).outcome == "unchanged"
    nameless = revised(tashkurgan, fund=None, texts={**tashkurgan.squares, "project_name": "职工大额医疗补助"})
    assert load_filing(facts=nameless, source=SOURCE, at=NOW).filing.obligation.unit.kind == "medical_insurance"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        {"amount_unit": "亿元"},
        {"extras": {"remark": "补报"}},
        {"texts": {"region_code": "653131", "goal_expected": "目标"}},
        {"money": {"executed.total": "10934"}},
        {"indicators": (Indicator(ref="0", level3="人数", target="5人", deviation_reason="人数减少"),)},
    ],
)
def test_whatever_has_changed_in_a_file_is_taken_over_once(tashkurgan: Facts, change: dict[str, Any]) -> None:
    load_filing(facts=tashkurgan, source=SOURCE, at=NOW)
    facts = revised(tashkurgan, **change)
    assert [load_filing(facts=facts, source=SOURCE, at=NOW).outcome for _ in range(2)] == ["updated", "unchanged"]
    stored = facts_of(loaded(Filing.objects.get()))
    for name, value in change.items():
        if name in ("texts", "money"):
            filled = {key: raw for key, raw in stored.squares.items() if raw and ("." in key) is (name == "money")}
            assert filled == value
        elif name != "indicators":
            assert getattr(stored, name) == value
    assert [row.squares for row in stored.indicators] == [row.squares for row in facts.indicators]


@pytest.mark.django_db
def test_squares_with_long_names_are_kept(tashkurgan: Facts) -> None:
    odd = {"备" * 80: "说明", f"executed.{'行' * 40}": "5", f"{'列' * 40}.total": "6"}
    texts, money = {**tashkurgan.squares, "备" * 80: "说明"}, {**tashkurgan.squares, **dict(list(odd.items())[1:])}
    facts = revised(tashkurgan, texts=texts, money=money)
    stored = facts_of(loaded(load_filing(facts=facts, source=SOURCE, at=NOW).filing))
    assert {key: stored.value(key) for key in odd} == odd
    assert load_filing(facts=facts, source=SOURCE, at=NOW).outcome == "unchanged"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"indicators": (Indicator(ref="0", target="九" * 501),)}, "indicators[0].target 太长，最多 500 个字。"),
        ({"money": {"executed.total": "9" * 201}}, "executed.total 太长，最多 200 个字。"),
        ({"amount_unit": "元" * 21}, "amount_unit 太长，最多 20 个字。"),
        ({"indicators": tuple(Indicator(ref=str(n)) for n in range(1001))}, "一张表最多 1000 行指标。"),
    ],
)
def test_what_would_have_to_be_cut_is_refused(tashkurgan: Facts, change: dict[str, Any], says: str) -> None:
    with pytest.raises(Refused) as refused:
        load_filing(facts=revised(tashkurgan, **change), source=SOURCE, at=NOW)
    assert (refused.value.message, Filing.objects.count()) == (says, 0)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "change",
    [
        {"year": None},
        {"month": None},
        {"edition": "nothing-1999"},
        {"texts": {"region_code": "abc"}},
        {"texts": {"region_code": "650000"}},
    ],
)
def test_what_cannot_be_placed_is_refused(tashkurgan: Facts, change: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        load_filing(facts=revised(tashkurgan, **change), source=SOURCE, at=NOW)
    assert Filing.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize("edition", ["self-assessment-2022", "review-sheet-2020"])
def test_the_edition_of_another_kind_of_paper_is_refused(tashkurgan: Facts, edition: str) -> None:
    with pytest.raises(Refused, match=f"表式“{edition}”不是监控情况表用的。"):
        load_filing(facts=replace(tashkurgan, edition=edition), source=SOURCE, at=NOW)
    assert Filing.objects.count() == 0
