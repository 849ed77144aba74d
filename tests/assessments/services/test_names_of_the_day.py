"""A paper is called as its day calls it: a draft as today, what was sent as it was sent, an import as its period."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from assessments.domain.consistency import Finding
from assessments.domain.facts import Facts
from assessments.domain.funds import Fund
from assessments.models import Filing, Obligation, Snapshot
from assessments.queries import facts_of
from assessments.rendering.paper.printed_filing import build
from assessments.services.examining import examine
from assessments.services.filings import start
from assessments.services.imports import load_filing
from assessments.services.moves import move
from assessments.services.sealing import standings_of
from assessments.services.squares import Change, save_squares
from portal.accounts.models import Unit
from portal.accounts.services.renaming import rename_county, rename_unit
from portal.clock import beijing_day
from tests.assessments.conftest import Scene
from tests.factories.assessments import NOW, loaded, make_draft, make_obligation, make_submitted
from tests.filings import monitoring

LATER = NOW + timedelta(days=1)
TODAY = beijing_day(NOW)
OLD, NEW = "巴楚县社会保险管理局", "巴楚县社会保险中心"


@pytest.fixture
def scene(scene: Scene) -> Scene:
    """The bureau has a name that can change."""
    unit = scene.obligation.unit
    unit.region.name, unit.name, unit.short_name = "巴楚县", OLD, "巴楚县社保局"
    unit.region.save()
    unit.save()
    return scene


@dataclass(frozen=True)
class Named:
    """What one filing calls its unit and region, on the paper and above it."""

    square: str
    region: str
    project: str
    heading: tuple[str, str]


def rename(scene: Scene, name: str = NEW, day: date = TODAY) -> None:
    unit = Unit.objects.get(pk=scene.obligation.unit_id)
    rename_unit(admin=scene.admin, unit=unit, name=name, short_name="", day=day, at=NOW)


def to_city(scene: Scene) -> None:
    county = Unit.objects.get(pk=scene.obligation.unit_id).region
    rename_county(admin=scene.admin, county=county, name="巴楚市", code=county.code, day=TODAY, at=NOW)


def named(filing: Filing) -> Named:
    filing = loaded(filing)
    texts = facts_of(filing).squares
    squares = [texts[key] for key in ("reporting_unit", "region", "project_name")]
    return Named(squares[0], squares[1], squares[2], (filing.unit_name, filing.region_name))


def shown(scene: Scene, name: str, *args: object, by: str = "clerk") -> str:
    """The page without its filters, whose counties are those of today."""
    client = Client()
    client.force_login(getattr(scene, by))
    page = client.get(reverse(name, args=args)).content.decode()
    return re.sub("<select.*?</select>", "", page, flags=re.DOTALL)


def digest(filing: Filing, version: int) -> str:
    return Snapshot.objects.get(filing=filing, version=version).digest


def test_a_draft_is_called_as_its_unit_is_today(scene: Scene) -> None:
    draft = make_draft(scene.obligation, scene.clerk)
    rename(scene)
    to_city(scene)
    assert named(draft) == Named(NEW, "巴楚市", "巴楚市机关事业单位基本养老保险基金支出", (NEW, "巴楚市"))
    page = build(str(draft.pk), "draft", "")
    assert (OLD in page.html, NEW in page.html, page.filename.split("_")[0]) == (False, True, "巴楚市")
    assert OLD not in shown(scene, "assessments:edit", draft.pk)


def test_what_was_sent_is_called_as_it_was_sent(scene: Scene) -> None:
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    rename(scene)
    to_city(scene)
    assert named(filing) == Named(OLD, "巴楚县", "巴楚县机关事业单位基本养老保险基金支出", (OLD, "巴楚县"))
    page = build(str(filing.pk), "unsigned", digest(filing, 1))
    assert (OLD in page.html, NEW in page.html, page.filename.split("_")[0]) == (True, False, "巴楚县")
    for name, args, by in (
        ("assessments:filing", (filing.pk,), "clerk"),
        ("assessments:filings", (), "reviewer"),
        ("reviews:queue", (), "reviewer"),
        ("reviews:review", (filing.pk,), "reviewer"),
    ):
        text = shown(scene, name, *args, by=by)
        assert ("巴楚县" in text, "巴楚市" in text) == (True, False), name


def test_each_version_keeps_its_names_and_says_todays(scene: Scene) -> None:
    filing = move(
        filing=make_submitted(scene.obligation, scene.clerk, scene.head), name="withdraw", actor=scene.head, at=NOW
    )
    rename(scene)
    assert named(filing).square == NEW
    filing = move(filing=loaded(filing), name="send_to_head", actor=scene.clerk, at=LATER)
    filing = move(filing=filing, name="submit", actor=scene.head, at=LATER)
    standings = standings_of(str(filing.pk))
    versions = [standings[digest(filing, number)] for number in (1, 2)]
    assert [(one.unit, one.region, one.renamed_to) for one in versions] == [(OLD, "巴楚县", NEW), (NEW, "巴楚县", "")]


def test_a_new_form_has_the_new_name(scene: Scene) -> None:
    rename(scene)
    owed = Obligation.objects.get(pk=scene.obligation.pk)
    assert named(start(obligation=owed, actor=scene.clerk, at=NOW)).square == NEW


def test_a_name_that_is_not_in_force_yet_stands_nowhere(scene: Scene) -> None:
    draft = make_draft(scene.obligation, scene.clerk)
    rename(scene, day=TODAY + timedelta(days=30))
    assert named(draft).square == OLD


@pytest.mark.parametrize("words", [f"原{OLD}更名为{NEW}。", f"1-9月{OLD}按时发放。", "巴楚县社保局按时发放。"])
def test_a_text_may_name_the_unit_as_it_was_called_before(scene: Scene, words: str) -> None:
    draft = make_draft(scene.obligation, scene.clerk)
    rename(scene)
    assert names_found(draft, scene, words) == []


def test_a_text_may_not_name_it_as_it_was_never_called(scene: Scene) -> None:
    draft = make_draft(scene.obligation, scene.clerk)
    rename(scene)
    assert [item.where for item in names_found(draft, scene, "巴楚县社会保险事业局按时发放。")] == ["goal_progress"]


def names_found(draft: Filing, scene: Scene, words: str) -> list[Finding]:
    change = Change("goal_progress", words, "")
    save_squares(filing_id=draft.pk, changes=[change], actor=scene.clerk, at=NOW)
    draft = loaded(draft)
    return [item.finding for item in examine(draft, facts_of(draft)).at_squares if item.rule == "V16"]


def test_renaming_costs_no_more_queries(scene: Scene, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    make_draft(scene.obligation, scene.clerk)
    client = Client()
    client.force_login(scene.clerk)
    address = reverse("assessments:tasks")
    client.get(address)
    with django_assert_num_queries(QUERIES_OF_TASKS):
        client.get(address)
    rename(scene)
    rename(scene, "巴楚县社会保险事务中心", TODAY + timedelta(days=2))
    with django_assert_num_queries(QUERIES_OF_TASKS):
        client.get(address)


QUERIES_OF_TASKS = 18


def published(scene: Scene, unit: str, month: int = 9) -> Facts:
    """A paper of 2020 as the unit printed it then."""
    code = scene.obligation.unit.region.code
    texts = {"region_code": code, "region": "巴楚县", "reporting_unit": unit, "project_name": "养老保险基金支出"}
    return monitoring(texts=texts, month=month)


def test_an_import_is_called_as_its_period_called_it(scene: Scene) -> None:
    rename(scene, day=date(2021, 5, 1))
    filing = load_filing(facts=published(scene, "社保局"), source="公开文件", at=NOW).filing
    assert (filing.obligation.unit_id, filing.unit_name) == (scene.obligation.unit_id, OLD)
    (standing,) = standings_of(str(filing.pk)).values()
    assert (standing.unit, standing.renamed_to) == (OLD, NEW)


def test_an_import_finds_its_region_by_the_code_of_its_time(scene: Scene) -> None:
    facts, county = published(scene, OLD), scene.obligation.unit.region
    code = f"{county.code[:4]}99"
    rename_county(admin=scene.admin, county=county, name="巴楚市", code=code, day=date(2021, 5, 1), at=NOW)
    filing = load_filing(facts=facts, source="公开文件", at=NOW).filing
    assert (filing.obligation.unit.region_id, filing.region_name) == (county.pk, "巴楚县")


def test_of_two_units_an_import_is_of_the_one_that_bore_its_name(scene: Scene) -> None:
    region = scene.obligation.unit.region
    other = Unit.objects.create(region=region, kind=scene.obligation.unit.kind, name="巴楚县机关社保中心")
    rename(scene, day=date(2021, 5, 1))
    found = [
        load_filing(facts=published(scene, name, month), source="公开文件", at=NOW).filing.obligation.unit_id
        for month, name in ((6, OLD), (9, "巴楚县机关社保中心"))
    ]
    assert found == [scene.obligation.unit_id, other.pk]


def test_a_second_paper_of_the_cycle_is_called_by_its_own_day(scene: Scene) -> None:
    sent = make_submitted(scene.obligation, scene.clerk, scene.head)
    draft = make_draft(make_obligation(scene.cycle, scene.obligation.unit, Fund.RESIDENT_PENSION), scene.clerk)
    rename(scene)
    assert (named(sent).square, named(draft).square) == (OLD, NEW)
