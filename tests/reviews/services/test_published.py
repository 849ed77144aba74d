"""An import shows what was published about it beside what would be proposed today."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

import assessments
from assessments.domain.exchange import read_file_text
from assessments.models import Filing
from portal.accounts.models import Region
from reviews.domain.rubric import Part
from reviews.models import Review
from reviews.services.decisions import judgement_of, unscored_judgement_of
from reviews.services.imports import load_parcel
from tests.factories.accounts import FinanceUnitFactory, ReviewerFactory
from tests.factories.assessments import NOW

FILE = Path(assessments.__file__).parent / "demo" / "filings" / "tashkurgan-2020-09-monitoring.json"


@pytest.fixture
def published(db: None) -> dict[str, Filing]:
    load_parcel(parcel=read_file_text(FILE.read_bytes()), name=FILE.name, at=NOW)
    return {filing.obligation.fund: filing for filing in Filing.objects.all()}


@pytest.mark.parametrize(
    ("fund", "proposed", "given"),
    [
        ("GOV_PENSION", [30, 26, 30, None], [30, 30, 30, 9]),
        ("RESIDENT_PENSION", [28, 24, 10, None], [30, 30, 25, 9]),
    ],
)
def test_published_scores_stand_beside_the_proposal(
    published: dict[str, Filing], fund: str, proposed: list[int | None], given: list[int]
) -> None:
    decisions = judgement_of(Review.objects.get(filing=published[fund])).decisions
    assert [decisions[part].proposal.points for part in Part] == proposed
    assert [decisions[part].points for part in Part] == given


def test_an_import_without_scores_has_a_proposal(published: dict[str, Filing]) -> None:
    decisions = unscored_judgement_of(published["GOV_PENSION"]).decisions
    assert [decisions[part].proposal.points for part in Part] == [30, 26, 30, None]
    assert [decisions[part].points for part in Part] == [None] * 4


def test_the_page_says_that_it_is_an_import(client: Client, published: dict[str, Filing]) -> None:
    office = FinanceUnitFactory.create(region=Region.objects.get(code="653100"))
    client.force_login(ReviewerFactory.create(unit=office))
    page = client.get(reverse("reviews:review", args=[published["GOV_PENSION"].pk])).content.decode()
    assert page.count("本表按公开文件导入") == 1
    assert page.count("本表还没有受理") == 0
