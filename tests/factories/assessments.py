"""Cycles, obligations and filings for tests, made by the services that people use."""

from datetime import UTC, datetime, timedelta

from assessments.domain.facts import Form, Grade
from assessments.domain.funds import Fund
from assessments.models import Cycle, Filing, Obligation
from assessments.queries import with_squares
from assessments.services.filings import start
from assessments.services.moves import move
from assessments.services.rows import add_rows
from assessments.services.squares import Change, save_squares
from portal.accounts.models import Region, Unit, User

NOW = datetime(2026, 10, 13, 6, 20, tzinfo=UTC)

ROWS: tuple[dict[str, str], ...] = (
    {"level1": "产出指标", "level2": "数量指标", "level3": "参保缴费人数", "target": "2834人", "actual": "2977人"},
    {"level1": "产出指标", "level2": "数量指标", "level3": "支出预算执行率", "target": "95%-105%"},
    {"level1": "产出指标", "level2": "质量指标", "level3": "待遇首次发放成功率", "target": "≥95%", "actual": "98.6%"},
    {
        "level1": "效益指标",
        "level2": "社会效益指标",
        "level3": "生活得到保障",
        "target": "发挥保障作用",
        "actual": "按政策落实",
        "grade": Grade.ACHIEVED.value,
    },
)
SQUARES = {
    "adjusted_budget.total": "14158",
    "received.total": "10934",
    "executed.total": "10800",
    "goal_expected": "确保按时足额发放养老金。",
    "goal_progress": "1-9月按时足额发放养老金。",
    "deviation_and_measures": "按进度完成，下一步继续做好发放。",
}


def make_cycle(
    prefecture: Region, *, kind: Form = Form.MONITORING_REPORT, at: datetime = NOW, **fields: object
) -> Cycle:
    """An open cycle: monitoring up to September, or the year's self-assessment."""
    monitoring = kind is Form.MONITORING_REPORT
    values: dict[str, object] = {
        "prefecture": prefecture,
        "kind": kind.value,
        "year": 2026,
        "month": 9 if monitoring else None,
        "edition": "monitoring-2020" if monitoring else "self-assessment-2022",
        "opens_at": at - timedelta(days=10),
        "due_at": at + timedelta(days=3),
        "opened_at": at - timedelta(days=10),
    }
    return Cycle.objects.create(**(values | fields))


def make_obligation(cycle: Cycle, unit: Unit, fund: Fund = Fund.GOV_PENSION) -> Obligation:
    """What ``unit`` owes in ``cycle`` for ``fund``."""
    return Obligation.objects.create(cycle=cycle, unit=unit, fund=fund.value)


def make_draft(obligation: Obligation, clerk: User, *, rows: int = 0, at: datetime = NOW) -> Filing:
    """A started filing with the first ``rows`` of :data:`ROWS`, over again where there are not enough."""
    filing = start(obligation=obligation, actor=clerk, at=at)
    if values := [ROWS[index % len(ROWS)] for index in range(rows)]:
        add_rows(filing=filing, after=None, actor=clerk, at=at, values=values)
    return loaded(filing)


def make_ready(obligation: Obligation, clerk: User, *, at: datetime = NOW) -> Filing:
    """A filing with nothing in the way of sending it."""
    filing = make_draft(obligation, clerk, rows=len(ROWS), at=at)
    known = {text.key: text.raw for text in filing.squares.all()}
    changes = [Change(key, value, known.get(key, "")) for key, value in SQUARES.items()]
    save_squares(filing_id=filing.pk, changes=changes, actor=clerk, at=at)
    return loaded(filing)


def make_submitted(obligation: Obligation, clerk: User, head: User, *, at: datetime = NOW) -> Filing:
    """A filing that the head has submitted."""
    filing = move(filing=make_ready(obligation, clerk, at=at), name="send_to_head", actor=clerk, at=at)
    return move(filing=filing, name="submit", actor=head, at=at)


def loaded(filing: Filing) -> Filing:
    """The filing read again with its squares."""
    return with_squares(Filing.objects.all()).get(pk=filing.pk)
