"""Target tables are read as printed."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.funds import Fund
from assessments.domain.tables import read_targets
from tests.filings import KASHGAR, parcel


def test_the_published_target_tables() -> None:
    targets = parcel(KASHGAR).dossier.targets
    assert [(target.fund, target.year, len(target.indicators)) for target in targets] == [
        (Fund.RESIDENT_PENSION, 2023, 17),
        (Fund.GOV_PENSION, 2023, 18),
        (Fund.EMPLOYEE_MEDICAL, 2023, 18),
        (Fund.RESIDENT_MEDICAL, 2023, 18),
    ]
    assert targets[2].texts["expenditure_budget"] == "26"
    assert targets[0].amount("income_budget").value == 1_128_000_000
    assert targets[3].place(targets[3].indicators[8].key("target")) == "targets[3].indicators[8].target"


def test_a_fund_is_found_by_code_name_or_title() -> None:
    tables = [
        {"fund": "WORK_INJURY"},
        {"fund_name": "城乡居民养老保险"},
        {"title": "某地区失业保险基金绩效目标表"},
        {"fund_name": "某险"},
    ]
    assert [target.fund for target in read_targets(tables)] == [
        Fund.WORK_INJURY,
        Fund.RESIDENT_PENSION,
        Fund.UNEMPLOYMENT,
        None,
    ]


def test_a_place_counts_what_is_no_table() -> None:
    assert [target.number for target in read_targets(["", {"fund": "UNEMPLOYMENT"}])] == [1]


_VALUES = st.recursive(st.none() | st.text(max_size=8) | st.integers(), lambda inner: st.lists(inner, max_size=3))


@given(st.lists(_VALUES | st.dictionaries(st.sampled_from(["year", "fund", "indicators"]), _VALUES), max_size=3))
def test_anything_in_the_place_of_targets_is_read(found: list[Any]) -> None:
    assert len(read_targets(found)) == sum(isinstance(table, dict) for table in found)
