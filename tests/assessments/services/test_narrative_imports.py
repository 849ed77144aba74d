"""Published narratives come in word by word, once, for the unit and year that they are about."""

from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import replace

import pytest
from django.db import connection, transaction

from assessments.domain.facts import Facts, Form
from assessments.domain.funds import Fund
from assessments.domain.papers import Narrative
from assessments.domain.workflow import State
from assessments.models import Cycle, Filing, NarrativeReport, NarrativeVersion, Snapshot
from assessments.queries import facts_of
from assessments.services.errors import Refused
from assessments.services.examining import examine
from assessments.services.imports import load_filing
from assessments.services.narrative_imports import LoadedNarrative, load_narrative
from assessments.services.narratives import save_narrative
from portal.accounts.models import Region, Unit
from tests.assessments.conftest import Scene
from tests.factories.accounts import UnitFactory
from tests.factories.assessments import NOW, loaded, make_cycle, make_draft, make_obligation

TEXT = Narrative(region="甲县", year=2022, paragraphs=("一、总体情况", "2022年失业保险基金支出100万元。"))
SOURCE = "公开文件"

pytestmark = pytest.mark.django_db


def load(narrative: Narrative = TEXT, code: str = "653130", *beside: Facts) -> LoadedNarrative:
    return load_narrative(narrative=narrative, region_code=code, beside=beside, source=SOURCE, at=NOW)


def paper(fund: Fund = Fund.GOV_PENSION) -> Facts:
    """A published self-assessment of the same place and year."""
    texts = {"region": "甲县", "region_code": "653130", "reporting_unit": "甲县社保中心"}
    money = {"executed.total": "100"}
    return Facts(Form.SELF_ASSESSMENT, "self-assessment-2022", fund, 2022, imported=True, squares={**texts, **money})


def code_of(scene: Scene) -> str:
    return scene.clerk.unit.region.code


def test_a_text_is_kept_word_by_word_with_its_source_and_a_version() -> None:
    found = load()
    report = NarrativeReport.objects.get()
    assert (found.outcome, report.text, report.source) == ("created", "\n".join(TEXT.paragraphs), SOURCE)
    assert [(version.version, version.text, version.actor) for version in report.versions.all()] == [
        (1, report.text, None)
    ]
    assert (report.cycle.historical, report.cycle.kind, report.cycle.year) == (True, Form.SELF_ASSESSMENT, 2022)
    assert (report.unit.region.code, report.unit.kind) == ("653130", Unit.Kind.SOCIAL_INSURANCE)


def test_twice_is_the_same_as_once_and_a_changed_text_keeps_the_old() -> None:
    load()
    assert (load().outcome, NarrativeVersion.objects.count()) == ("unchanged", 1)
    changed = load(replace(TEXT, paragraphs=("改过的一段。",)))
    assert (changed.outcome, NarrativeReport.objects.get().text) == ("updated", "改过的一段。")
    assert list(NarrativeVersion.objects.values_list("text", flat=True)) == ["\n".join(TEXT.paragraphs), "改过的一段。"]


def test_it_goes_to_the_unit_of_the_papers_beside_it() -> None:
    medical = paper(Fund.RESIDENT_MEDICAL)
    assert load(TEXT, "653130", medical).report.unit.kind == Unit.Kind.MEDICAL_INSURANCE
    assert load(replace(TEXT, year=None), "", medical).outcome == "unchanged"


def test_a_cover_tells_the_bureau_of_medical_insurance_from_the_rest() -> None:
    found = load(replace(TEXT, cover={"implementing_unit": "甲县医疗保障局"}))
    assert found.report.unit.kind == Unit.Kind.MEDICAL_INSURANCE


def test_the_papers_that_come_after_it_are_frozen_with_it() -> None:
    report = load(TEXT, "653130", paper()).report
    load_filing(facts=paper(), source=SOURCE, at=NOW)
    assert [snapshot.narrative for snapshot in Snapshot.objects.all()] == [report.versions.get()]


def test_the_papers_that_were_there_are_frozen_anew_with_it() -> None:
    filing = load_filing(facts=paper(), source=SOURCE, at=NOW).filing
    report = load(TEXT, "653130", paper()).report
    assert [(snapshot.version, snapshot.narrative) for snapshot in Snapshot.objects.order_by("version")] == [
        (1, None),
        (2, report.versions.get()),
    ]
    assert loaded(filing).version == 2


@pytest.mark.parametrize(
    ("narrative", "code", "says"),
    [
        (replace(TEXT, year=None), "653130", "报告没有写明年度，不知道该归入哪一批。"),
        (TEXT, "", "没有可用的六位区划代码（region_code）。"),
        (replace(TEXT, paragraphs=("", " ")), "653130", "报告里没有文字。"),
        (
            replace(TEXT, paragraphs=("字" * 200_001,)),
            "653130",
            "“绩效评价报告”最多 200000 个字，现在有 200001 个，请缩短",
        ),
    ],
    ids=["no year", "no region", "no text", "too long"],
)
def test_what_cannot_be_kept_is_refused_and_leaves_nothing(narrative: Narrative, code: str, says: str) -> None:
    with pytest.raises(Refused) as refused:
        load(narrative, code)
    assert refused.value.message == says
    assert (NarrativeReport.objects.count(), Cycle.objects.count(), Region.objects.count()) == (0, 0, 0)


@pytest.fixture
def this_year(scene: Scene) -> Cycle:
    """An open self-assessment in which the scene's unit has begun a paper."""
    cycle = make_cycle(scene.cycle.prefecture, kind=Form.SELF_ASSESSMENT)
    make_draft(make_obligation(cycle, scene.clerk.unit), scene.clerk)
    return cycle


def test_in_an_open_cycle_it_is_a_draft_until_somebody_writes(scene: Scene, this_year: Cycle) -> None:
    now = replace(TEXT, year=this_year.year)
    first = load(now, code_of(scene))
    again = load(replace(now, paragraphs=("改过的一段。",)), code_of(scene))
    assert [first.outcome, again.outcome, NarrativeVersion.objects.count()] == ["created", "updated", 0]
    revision = NarrativeReport.objects.get().revision
    save_narrative(
        cycle=this_year, unit=scene.clerk.unit, text="自己写的。", revision=revision, actor=scene.clerk, at=NOW
    )
    with pytest.raises(Refused, match="已有人填写或送出，不能覆盖"):
        load(now, code_of(scene))
    assert NarrativeReport.objects.get().text == "自己写的。"


@pytest.mark.django_db(transaction=True)
def test_a_draft_waits_for_a_form_that_is_on_its_way_to_the_head(scene: Scene, this_year: Cycle) -> None:
    def attempt() -> str:
        try:
            return load(replace(TEXT, year=this_year.year), code_of(scene)).outcome
        except Refused as refused:
            return refused.message
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            theirs = Filing.objects.filter(pk=this_year.obligations.get().filing.pk)
            theirs.select_for_update().get()
            late = pool.submit(attempt)
            wait([late], timeout=1)
            theirs.update(state=State.PENDING_HEAD)
        assert late.result(timeout=30).startswith("有自评表正待负责人审核")
    assert NarrativeReport.objects.count() == 0


def test_in_an_open_cycle_a_unit_that_owes_nothing_gets_no_text(scene: Scene, this_year: Cycle) -> None:
    neighbour = UnitFactory.create(region=scene.clerk.unit.region, kind=Unit.Kind.MEDICAL_INSURANCE, name="乙局")
    now = replace(TEXT, year=this_year.year, fund=Fund.RESIDENT_MEDICAL)
    with pytest.raises(Refused, match="在本批次没有应报事项"):
        load(now, code_of(scene))
    assert not NarrativeReport.objects.filter(unit=neighbour).exists()


def test_an_imported_text_is_last_years_where_no_paper_was_published_with_it(scene: Scene, this_year: Cycle) -> None:
    before = replace(
        TEXT, year=this_year.year - 1, paragraphs=(f"{this_year.year - 1}年社会保险基金年末滚存结余7217万元。",)
    )
    load(before, code_of(scene))
    text = f"{this_year.year}年上年滚存结余7271万元。"
    NarrativeReport.objects.create(cycle=this_year, unit=scene.clerk.unit, text=text)
    filing = loaded(this_year.obligations.get().filing)
    found = [item for item in examine(filing, facts_of(filing)).in_narrative if item.rule == "V19"]
    assert [(item.finding.where, item.finding.expected) for item in found] == [("narrative[0]", "7217万元")]
