"""What an indicator of a target table is about, and what the budget gives for it."""

from decimal import Decimal

import pytest
from hypothesis import given

from assessments.domain.funds import Fund
from assessments.domain.tables import BudgetItem
from assessments.domain.tables.subjects import Subject, SubjectSort, budget_of, subject_of
from tests.filings import KASHGAR, parcel
from tests.strategies import any_text


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("社会保险费收入", Subject(SubjectSort.AMOUNT, BudgetItem.PREMIUM)),
        ("医疗保险待遇支出", Subject(SubjectSort.AMOUNT, BudgetItem.BENEFITS)),
        ("社会保险费收入占基金收入比重", Subject(SubjectSort.SHARE, BudgetItem.PREMIUM, BudgetItem.INCOME)),
        ("其他支出占基金支出的比例", Subject(SubjectSort.SHARE, BudgetItem.OTHER_EXPENDITURE, BudgetItem.EXPENDITURE)),
        ("基金静态可支付月数", Subject(SubjectSort.MONTHS, BudgetItem.CLOSING, BudgetItem.EXPENDITURE)),
        ("参保人员满意度", None),
        ("政策范围内住院费用报销比例", None),
        ("重点群体占参保人数比例", None),
        ("", None),
    ],
)
def test_a_name_says_what_is_promised(name: str, subject: Subject | None) -> None:
    assert subject_of(name) == subject


@given(any_text)
def test_any_name_is_read(name: str) -> None:
    assert subject_of(name) is None or isinstance(subject_of(name), Subject)


@pytest.mark.parametrize(
    ("fund", "name", "value", "arithmetic"),
    [
        (Fund.RESIDENT_PENSION, "其他支出占基金支出比重", "0.0071", "(71171 − 70667) ÷ 71171"),
        (Fund.RESIDENT_MEDICAL, "其他支出占基金支出比重", "0.0068", "(440913 − 392207 − 45726) ÷ 440913"),
        (Fund.RESIDENT_PENSION, "基金静态可支付月数", "72.6945", "431145 ÷ (71171 ÷ 12)"),
        (Fund.GOV_PENSION, "社会保险费收入占基金收入比重", "0.9902", "419532 ÷ 423668"),
        (Fund.GOV_PENSION, "社会保险待遇支出", "3776010000", "377601"),
    ],
)
def test_the_budget_gives_the_figure_with_its_arithmetic(fund: Fund, name: str, value: str, arithmetic: str) -> None:
    budget, subject = budget_of(parcel(KASHGAR).dossier.tables, fund, 2023), subject_of(name)
    assert budget is not None
    assert subject is not None
    found = budget.value(subject)
    assert found is not None
    assert (round(found.value, 4), found.arithmetic) == (Decimal(value), arithmetic)


def test_without_tables_fund_or_year_there_is_no_budget() -> None:
    tables = parcel(KASHGAR).dossier.tables
    assert budget_of(None, Fund.GOV_PENSION, 2023) is None
    assert budget_of(tables, None, 2023) is None
    assert budget_of(tables, Fund.GOV_PENSION, None) == budget_of(tables, Fund.GOV_PENSION, 2023)
    assert budget_of(tables, Fund.GOV_PENSION, 2030) is None
    assert budget_of(tables, Fund.UNEMPLOYMENT, 2023) is None
