"""Squares in the record: each by its place on the paper of its filing, a row that is gone without its number."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from assessments.models import Filing
from portal.audit.models import Entry
from portal.audit.wording import facts_of, names_of
from tests.assessments.conftest import Scene
from tests.factories.assessments import make_draft


def line(filing: Filing, key: str) -> Entry:
    return Entry(verb="accept_answer", subject_kind="filing", subject_id=str(filing.pk), details={"key": key})


def test_a_line_names_the_square_and_not_its_key(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk, rows=3)
    row = filing.list_rows.order_by("position")[1]
    keys = ["executed.total", f"indicators[{row.pk}].actual", "indicators[999999].actual", "no_such_square"]
    lines = [line(filing, key) for key in keys]
    with CaptureQueriesContext(connection) as queries:
        names = names_of(lines)
    assert [facts_of(one, names) for one in lines] == [
        [("格", "二 · 执行数")],
        [("格", "四 · 2 · 指标完成值")],
        [("格", "四 · 指标完成值")],
        [("格", "no_such_square")],
    ]
    assert len(queries) == 3


def test_a_line_of_a_filing_that_is_gone_keeps_the_key(scene: Scene) -> None:
    gone = line(Filing(pk=10**8), "executed.total")
    assert facts_of(gone, names_of([gone])) == [("格", "executed.total")]
