"""What a review sheet is called."""

import pytest

from assessments.domain.facts import Form
from assessments.models import Cycle
from reviews.services.review_sheets import EDITION
from reviews.services.sheet_names import name_of, title_of

MONTH = Cycle(kind=Form.MONITORING_REPORT, year=2020, month=9)
YEAR = Cycle(kind=Form.SELF_ASSESSMENT, year=2022)


@pytest.mark.parametrize(
    ("cycle", "expected"),
    [
        (MONTH, ("绩效监控审核表", "巴楚县社保基金支出绩效监控审核表")),
        (YEAR, ("绩效自评审核表", "巴楚县社保基金支出绩效自评审核表")),
    ],
    ids=["month", "year"],
)
def test_a_sheet_is_called_after_what_it_judges(cycle: Cycle, expected: tuple[str, str]) -> None:
    assert (name_of(EDITION, cycle), title_of(EDITION, cycle, "巴楚县")) == expected
