"""The ledger: values of texts and cells under their datum."""

from dataclasses import replace

from assessments.domain.dossier import Dossier
from assessments.domain.funds import Fund
from assessments.domain.ledger.entries import Ledger
from assessments.domain.narrative.claims import Key, Spot
from assessments.domain.narrative.roles import BUDGETS, OUTCOMES, ClaimRole
from assessments.domain.papers import Narrative
from tests.assessments.domain.narrative.texts import report
from tests.filings import KASHGAR, TASHKURGAN, monitoring, parcel, row, self_assessment

_SPENDING = Key("", Fund.UNEMPLOYMENT, "spending", 2022)


def _nearest(ledger: Ledger, spot: Spot) -> list[str]:
    return [entry.quantity.printed() for entry in ledger.nearest(_SPENDING, OUTCOMES, 0, spot)]


def test_the_nearest_values_are_those_of_the_sentence_then_the_paragraph_then_the_text() -> None:
    ledger = report("失业保险支出5万元。失业保险支出6万元，失业保险支出7万元。", "失业保险支出8万元。").ledger
    first, _second, third, last = (claim.spot for claim in ledger.texts[0].reading.claims.values)
    assert _nearest(ledger, first) == ["5万元"]
    assert _nearest(ledger, third) == ["7万元", "6万元"]
    assert _nearest(ledger, last) == ["8万元"]
    assert _nearest(ledger, last._replace(sentence=9)) == ["8万元"]


def test_cells_come_after_the_text_and_before_other_texts() -> None:
    form = replace(self_assessment(money={"executed.total": "4"}), fund=Fund.UNEMPLOYMENT, year=2022)
    ledger = report("参保人员待遇按时发放。", forms=(form,)).ledger
    (entry,) = ledger.nearest(_SPENDING, OUTCOMES, 0, Spot(0, 0, 0, 0))
    assert entry.cell is not None
    assert (entry.cell.where, str(entry.cell.name)) == ("filings[0].executed.total", "表中执行数")


def test_a_monitoring_forms_outcome_is_of_its_months_and_its_budget_of_the_year() -> None:
    ledger = parcel(TASHKURGAN).dossier.ledger
    key = Key("", Fund.GOV_PENSION, "spending", 2020)
    assert [entry.quantity.printed() for entry in ledger.cells(key, BUDGETS)] == ["14158万元"]
    assert ledger.cells(key, OUTCOMES) == []
    assert [entry.quantity.printed() for entry in ledger.cells(key._replace(months="9"), OUTCOMES)] == ["10934万元"]


def test_rows_on_people_are_values() -> None:
    form = replace(monitoring(row("2834人", "2977人", "参保缴费人数")), fund=Fund.GOV_PENSION)
    key = Key("", Fund.GOV_PENSION, "contributors", 2020, "9")
    ledger = Dossier((form,)).ledger
    assert [entry.quantity.printed() for entry in ledger.cells(key, (ClaimRole.ACTUAL,))] == ["2977人"]
    assert [entry.quantity.printed() for entry in ledger.cells(key, (ClaimRole.TARGET,))] == ["2834人"]


def test_tables_give_the_funds_and_their_total() -> None:
    ledger = parcel(KASHGAR).dossier.ledger
    total, fund = (Key("", subject, "income", 2023) for subject in ("all", Fund.GOV_PENSION))
    assert [entry.quantity.printed() for entry in ledger.cells(total, (ClaimRole.BUDGET,))] == ["1268642万元"]
    assert [entry.quantity.printed() for entry in ledger.cells(fund, (ClaimRole.BUDGET,))] == ["423668万元"]


def test_last_years_papers_stand_in_the_ledger_without_a_place() -> None:
    before = report("失业保险支出5万元。", year=2021)
    (entry,) = report("参保。", before=before).ledger.cells(_SPENDING._replace(year=2021), OUTCOMES)
    assert entry.cell is not None
    assert (entry.cell.where, str(entry.cell.name)) == ("", "上年报告中的“失业保险支出5万元”")


def test_papers_of_another_county_are_about_other_data() -> None:
    form = replace(
        self_assessment(
            money={"executed.total": "4"}, texts={"region": "喀什地区疏附县", "goal_actual": "全县支出5万元。"}
        ),
        fund=Fund.UNEMPLOYMENT,
    )
    narrative = Narrative(region="喀什地区巴楚县", year=2022, paragraphs=("待遇按时发放。",))
    ledger = Dossier((form,), (narrative,)).ledger
    assert {key.scope for key in ledger.by_key} == {"疏附县"}


def test_a_ledger_is_made_once() -> None:
    dossier = report("支出5万元。")
    assert dossier.ledger is dossier.ledger
