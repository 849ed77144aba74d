"""Target tables are read as printed, as facts of their own kind."""

import pytest

from assessments.domain.computed import amount
from assessments.domain.exchange import NotThisShape, read_file_object
from assessments.domain.facts import Facts, Form
from assessments.domain.funds import Fund
from tests.filings import KASHGAR, parcel


def targets_of(*tables: object, **head: str) -> tuple[Facts, ...]:
    """The target tables of a file with these objects in it."""
    return read_file_object({**head, "targets": list(tables)}).targets


def test_the_published_target_tables() -> None:
    targets = parcel(KASHGAR).dossier.targets
    assert [(target.fund, target.year, len(target.indicators)) for target in targets] == [
        (Fund.RESIDENT_PENSION, 2023, 17),
        (Fund.GOV_PENSION, 2023, 18),
        (Fund.EMPLOYEE_MEDICAL, 2023, 18),
        (Fund.RESIDENT_MEDICAL, 2023, 18),
    ]
    assert {(target.form, target.edition, target.amount_unit) for target in targets} == {
        (Form.REGIONAL_TARGET_TABLE, "regional-target-2023", "亿元")
    }
    assert targets[2].value("expenditure_budget") == "26"
    assert amount(targets[0], "income_budget").value == 1_128_000_000
    place = parcel(KASHGAR).dossier.place_of_target(3, targets[3].indicators[8].key("target"))
    assert place == "targets[3].indicators[8].target"


def test_a_fund_is_found_by_code_name_or_title() -> None:
    targets = targets_of(
        {"fund": "WORK_INJURY"},
        {"fund_name": "城乡居民养老保险"},
        {"title": "某地区失业保险基金绩效目标表"},
        {"fund_name": "某险"},
    )
    assert [target.fund for target in targets] == [Fund.WORK_INJURY, Fund.RESIDENT_PENSION, Fund.UNEMPLOYMENT, None]


def test_a_year_is_found_in_the_title() -> None:
    (target,) = targets_of({"title": "某地区2024年失业保险基金绩效目标表"})
    assert target.year == 2024


def test_amounts_are_in_the_tables_own_unit_not_in_that_of_the_file() -> None:
    plain, named = targets_of({}, {"amount_unit": "万元"}, amount_unit="元")
    assert (plain.amount_unit, named.amount_unit) == ("亿元", "万元")


def test_what_is_no_table_is_named() -> None:
    with pytest.raises(NotThisShape) as refused:
        targets_of({}, "")
    assert str(refused.value) == "targets[1] 应为对象（花括号）"
