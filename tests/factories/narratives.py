"""Reports for tests, and sentences in which the rules find something."""

from assessments.domain.facts import Form
from assessments.domain.funds import Fund
from assessments.models import Cycle, NarrativeReport
from assessments.services.narratives import Stored, save_narrative
from portal.accounts.models import Region, Unit, User
from tests.factories.assessments import NOW, make_cycle, make_obligation

#: V01 must be changed: the rise is 100.
WRONG = "2026年城乡居民基本养老保险参保1000人，2025年参保900人，比上年增加50人。"
#: V10 asks for a word: the rate lies outside its band.
DOUBTFUL = "2026年基金支出预算执行率目标95%至105%。全年支出完成预算的106.71%，达到了预期目标。"
#: V29 informs: a number is left out.
ODD = "（一）总体情况\n无。\n（三）其他情况\n无。"


def make_report_cycle(prefecture: Region, unit: Unit, funds: tuple[Fund, ...] = (Fund.GOV_PENSION,)) -> Cycle:
    """The self-assessment of 2026, in which ``unit`` owes a form for each of ``funds``."""
    cycle = make_cycle(prefecture, kind=Form.SELF_ASSESSMENT)
    for fund in funds:
        make_obligation(cycle, unit, fund)
    return cycle


def write(cycle: Cycle, clerk: User, text: str) -> NarrativeReport:
    """The report of the clerk's unit, with ``text`` saved over what stood there."""
    report = NarrativeReport.objects.filter(cycle=cycle, unit=clerk.unit).first()
    revision = report.revision if report else 0
    saved = save_narrative(cycle=cycle, unit=clerk.unit, text=text, revision=revision, actor=clerk, at=NOW)
    assert isinstance(saved, Stored)
    return saved.report
