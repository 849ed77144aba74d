"""导出 and 总览."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

import assessments
from assessments.domain.exchange import read_file_text
from assessments.domain.funds import Fund
from assessments.models import Cycle
from assessments.services.imports import load_filing
from assessments.services.moves import move
from portal.documents.permissions import may_read_subject
from portal.jobs.models import Job
from reviews.models import Export
from reviews.services.errors import ExportRefused
from reviews.services.exports import export
from reviews.services.review_sheets import send_for_signature, sign
from tests.factories.accounts import BusinessAdminFactory, FinanceUnitFactory
from tests.factories.assessments import NOW, make_obligation
from tests.factories.reviews import Court

PUBLISHED = Path(assessments.__file__).parent / "demo" / "filings" / "tashkurgan-2020-09-monitoring.json"
EXPORTS = reverse("reviews:exports")
OVERVIEW = reverse("reviews:overview")


def names(job: Job) -> list[str]:
    return [entry["name"] for entry in job.parameters["entries"]]


def test_a_cycle_is_exported_with_its_filings_and_signed_sheets(court: Court, client: Client) -> None:
    filing = court.scored()
    sheet = sign(
        sheet=send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW), actor=court.office_head, at=NOW
    )
    client.force_login(court.admin)
    client.post(EXPORTS, {"cycle": court.cycle.pk, "region": ""})
    job = Job.objects.get(kind="bundle")
    county = court.county.name
    assert names(job) == [
        f"{county}/{court.bureau.name}_机关事业单位基本养老保险_{court.cycle.name}_监控情况表.pdf",
        f"{county}/{court.cycle.name}_{sheet.title}.pdf",
    ]
    assert [entry["subject_id"] for entry in job.parameters["entries"]] == [str(filing.pk), str(sheet.pk)]


def test_the_same_choice_with_the_same_content_is_one_job(court: Court) -> None:
    court.submitted()
    jobs = {export(cycle=court.cycle, actor=court.admin, at=NOW).pk for _time in range(2)}
    court.submitted(Fund.RESIDENT_PENSION)
    jobs.add(export(cycle=court.cycle, actor=court.admin, at=NOW).pk)
    assert (len(jobs), Export.objects.count()) == (2, 1)


def test_concluded_papers_are_wanted_with_both_seals_the_others_with_their_units(court: Court) -> None:
    court.scored()
    sheet = send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW)
    sign(sheet=sheet, actor=court.office_head, at=NOW)
    court.submitted(Fund.RESIDENT_PENSION)
    entries = export(cycle=court.cycle, actor=court.admin, at=NOW).parameters["entries"]
    assert [(entry["variant"], entry["fallback"]) for entry in entries] == [
        ("countersigned", "sealed"),
        ("sealed", ""),
        ("sealed", ""),
    ]


def test_an_import_comes_unsigned_and_is_named_so(court: Court) -> None:
    (facts, *_others) = read_file_text(PUBLISHED.read_bytes()).filings
    filing = load_filing(facts=facts, source="公开文件", at=NOW).filing
    cycle = filing.obligation.cycle
    admin = BusinessAdminFactory.create(unit=FinanceUnitFactory.create(region=cycle.prefecture))
    (entry,) = export(cycle=cycle, actor=admin, at=NOW).parameters["entries"]
    assert (entry["variant"], entry["name"].endswith("_监控情况表_未签章.pdf")) == ("unsigned", True)


def test_one_filing_is_exported_alone(court: Court, client: Client) -> None:
    filing = court.submitted()
    court.submitted(Fund.RESIDENT_PENSION)
    client.force_login(court.admin)
    client.post(reverse("reviews:export_filing", args=[filing.pk]))
    assert len(names(Job.objects.get(kind="bundle"))) == 1


def test_an_export_of_nothing_is_refused_with_a_sentence(court: Court, client: Client) -> None:
    client.force_login(court.admin)
    response = client.post(EXPORTS, {"cycle": court.cycle.pk})
    assert response.status_code == 422
    assert not Job.objects.exists()
    assert not Export.objects.exists()


@pytest.mark.parametrize("who", ["reviewer", "office_head", "clerk"])
def test_only_business_admins_export(court: Court, who: str) -> None:
    court.submitted()
    with pytest.raises(ExportRefused):
        export(cycle=court.cycle, actor=getattr(court, who), at=NOW)


def test_another_prefecture_exports_and_reads_nothing_of_it(court: Court) -> None:
    court.submitted()
    stranger = Court().admin
    with pytest.raises(ExportRefused):
        export(cycle=court.cycle, actor=stranger, at=NOW)
    job = export(cycle=court.cycle, actor=court.admin, at=NOW)
    assert may_read_subject(court.admin, job.subject_kind, job.subject_id)
    assert not may_read_subject(stranger, job.subject_kind, job.subject_id)
    assert not may_read_subject(court.reviewer, job.subject_kind, job.subject_id)


def test_past_exports_are_listed(court: Court, client: Client) -> None:
    court.submitted()
    job = export(cycle=court.cycle, actor=court.admin, at=NOW)
    client.force_login(court.admin)
    assert list(client.get(EXPORTS).context["page"]) == [job]
    client.force_login(Court().admin)
    assert list(client.get(EXPORTS).context["page"]) == []


def test_the_overview_says_where_every_paper_stands(court: Court, client: Client) -> None:
    court.submitted(Fund.GOV_PENSION)
    make_obligation(court.cycle, court.bureau, Fund.RESIDENT_PENSION)
    client.force_login(court.office_head)
    matrix = client.get(OVERVIEW).context["matrix"]
    (line,) = matrix.lines
    words = {fund: cell.word for fund, cell in zip(Fund, line.cells, strict=True) if cell}
    assert words == {Fund.RESIDENT_PENSION: "未开始", Fund.GOV_PENSION: "已报送"}
    assert (line.received, line.owed) == (1, 2)


def test_the_overview_and_the_list_of_cycles_count_alike(court: Court, client: Client) -> None:
    court.submitted(Fund.RESIDENT_PENSION)
    court.taken_back()
    client.force_login(court.admin)
    (listed,) = client.get(reverse("assessments:cycles")).context["cycles"]
    seen = client.get(OVERVIEW).context["progress"]
    assert [(one.owed, one.received, one.concluded) for one in (listed, seen)] == [(2, 1, 0)] * 2


def test_a_cycle_of_which_all_is_concluded_is_not_overdue(court: Court, client: Client) -> None:
    court.scored()
    sign(sheet=send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW), actor=court.office_head, at=NOW)
    Cycle.objects.update(opens_at=NOW - timedelta(days=700), due_at=NOW - timedelta(days=600))
    for person, address in ((court.admin, OVERVIEW), (court.admin, reverse("assessments:cycles"))):
        client.force_login(person)
        page = client.get(address).content.decode()
        assert ("已全部办结" in page, "已逾期" in page, "已截止" in page) == (True, False, False)


@pytest.mark.parametrize("funds", [[Fund.GOV_PENSION], [Fund.GOV_PENSION, Fund.RESIDENT_PENSION, Fund.UNEMPLOYMENT]])
def test_the_overview_costs_the_same_for_one_paper_and_for_three(
    court: Court, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, funds: list[Fund]
) -> None:
    for fund in funds:
        court.submitted(fund)
    client.force_login(court.office_head)
    with django_assert_max_num_queries(12):
        client.get(OVERVIEW)


def test_what_its_unit_withdrew_is_not_exported(court: Court) -> None:
    court.submitted(Fund.RESIDENT_PENSION)
    withdrawn = court.submitted()
    move(filing=withdrawn, name="withdraw", actor=court.head, at=NOW)
    assert names(export(cycle=court.cycle, actor=court.admin, at=NOW)) == [
        f"{court.county.name}/{court.bureau.name}_城乡居民基本养老保险_{court.cycle.name}_监控情况表.pdf"
    ]
    with pytest.raises(ExportRefused):
        export(cycle=court.cycle, filing=withdrawn, actor=court.admin, at=NOW)


def test_a_withdrawn_answer_leaves_the_version_before_it(court: Court) -> None:
    filing = court.taken_back()
    (entry,) = export(cycle=court.cycle, actor=court.admin, at=NOW).parameters["entries"]
    assert (filing.version, entry["digest"]) == (2, filing.snapshots.get(version=1).digest)
