"""True dossiers: forms of a county, or tables and targets of a prefecture, that agree in everything."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Any

from tests.benchmarks.consistency.budgets_papers import Budget, drawn, own_level, tables, targets
from tests.benchmarks.consistency.fillings_forms import Form, monitoring, review_sheet, self_assessment
from tests.benchmarks.consistency.places_papers import (
    FUND_NAMES,
    MEDICAL_FUNDS,
    PENSION_FUNDS,
    PLACES,
    office,
)
from tests.benchmarks.consistency.rows_papers import half_up

MONTHS = (6, 7, 8, 9, 9, 9, 10)


@dataclass
class Case:
    """A dossier in the exchange format, and what is behind it."""

    sort: str
    file: dict[str, Any]
    forms: list[Form] = field(default_factory=list)
    budget: Budget | None = None
    last_year: dict[str, Any] | None = None
    traps: list[str] = field(default_factory=list)

    def copy(self) -> "Case":
        """A case of its own to spoil; forms keep pointing at the filings of the copied file."""
        made = deepcopy(self)
        for form, filing in zip(made.forms, made.file.get("filings", ()), strict=False):
            form.filing = filing
        return made


def year_end(random: Random) -> Case:
    """自评表 of one to three funds, sometimes with last year's."""
    return _forms(random, "year end", lambda *about: self_assessment(random, *about))


def within_year(random: Random) -> Case:
    """监控情况表 of one to three funds, mostly with their 审核表."""
    month = random.choice(MONTHS)
    case = _forms(
        random, "within the year", lambda place, unit, fund, year: monitoring(random, place, unit, fund, year, month)
    )
    if random.random() < 0.7:
        year = case.forms[0].filing["monitoring_point"][:4]
        case.file["review_sheet"] = review_sheet(case.forms, int(year), month, random)
    return case


def _forms(random: Random, sort: str, make: Callable[..., Form]) -> Case:
    place, year = random.choice(PLACES), random.randint(2019, 2024)
    medical = random.random() < 0.4
    units = {each: office(random, place, each) for each in (False, True)}
    funds = list(MEDICAL_FUNDS if medical else PENSION_FUNDS)
    if random.random() < 0.25:
        funds = [*MEDICAL_FUNDS, *PENSION_FUNDS]
    chosen = random.sample(funds, min(len(funds), random.randint(1, 3)))
    forms = [make(place, units[fund in MEDICAL_FUNDS], fund, year) for fund in chosen]
    file: dict[str, Any] = {"source": f"{place.full}（公开文件）", "filings": [form.filing for form in forms]}
    case = Case(sort, file, forms)
    if sort == "year end" and random.random() < 0.4:
        case.last_year = _year_before(random, forms, year)
    return case


def _year_before(random: Random, forms: list[Form], year: int) -> dict[str, Any]:
    """The forms of the year before, some 15 % beside this year's."""
    found = deepcopy([form.filing for form in forms])
    for form, filing in zip(forms, found, strict=True):
        share = Decimal(random.randint(860, 1130)) / 1000
        filing["year"] = str(year - 1)
        for block, value in (("budget", form.budget), ("executed", form.executed)):
            total = form.money.print(value * share)
            filing[block] = {"total": total, "social_insurance_fund": total, "other": ""}
        filing["goal_actual"] = "全年按时足额发放各项待遇。"
        filing["project_name"] = filing["project_name"].replace(str(year), str(year - 1))
    return {"filings": found}


def yearly_budget(random: Random) -> Case:
    """表一 to 表七, with targets, own-level tables or last year's tables."""
    budget = drawn(random)
    file: dict[str, Any] = {
        "source": f"{budget.name} {budget.year + 1}年社会保险基金预算（公开文件）",
        "region": budget.name,
        "amount_unit": "万元",
        "scope": "whole_prefecture",
        "tables": tables(random, budget),
    }
    if random.random() < 0.8:
        file["targets"] = targets(random, budget)
    if random.random() < 0.35:
        file["tables"] += tables(random, own_level(random, budget), _OWN, "本级")
    case = Case("budget", file, budget=budget)
    if random.random() < 0.4:
        case.last_year = _tables_before(random, budget)
    return case


_OWN = ("八", "九", "十", "十一", "十二", "十三", "十四")


def _tables_before(random: Random, budget: Budget) -> dict[str, Any]:
    """Last year's closing balances as this year opens with them (table 四 of the year before)."""
    before = deepcopy(budget)
    before.year -= 1
    for stages in before.money.values():
        this = stages["this"]
        opening = this["opening"]
        stages["next"] = dict(this)
        spent = half_up(this["spending"] * Decimal("0.93"), budget.places)
        earned = half_up(this["income"] * Decimal("0.95"), budget.places)
        stages["this"] = {
            **{item: half_up(value * Decimal("0.9"), budget.places) for item, value in this.items()},
            "spending": spent,
            "income": earned,
            "closing": opening,
            "opening": opening - earned + spent,
        }
        stages["adjusted"] = {item: half_up(value, budget.places) for item, value in stages["this"].items()}
    return {
        "region": budget.name,
        "amount_unit": "万元",
        "scope": "whole_prefecture",
        "tables": tables(random, before),
    }


SORTS = {"year end": year_end, "within the year": within_year, "budget": yearly_budget}


def true_case(random: Random, sort: str) -> Case:
    """A dossier without a mistake, now and then with an unusual but right way of writing."""
    case = SORTS[sort](random)
    if random.random() < 0.5:
        from tests.benchmarks.consistency.unusual_papers import UNUSUAL

        fitting = UNUSUAL[case.sort]
        name = random.choice(list(fitting))
        if fitting[name](random, case):
            case.traps.append(name)
    return case


def fund_name(case: Case, number: int) -> str:
    """The first name of a form's fund."""
    return FUND_NAMES[case.forms[number].fund][0]
