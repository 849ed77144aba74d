"""What a filing is checked with is read by its unit and cycle, however many papers others have filed."""

from functools import partial

import pytest
from pytest_django import DjangoAssertNumQueries

from assessments.domain.facts import Form
from assessments.models import Cycle, Filing, Obligation, Snapshot
from assessments.queries import facts_of, facts_of_snapshot
from assessments.services.dossiers import place_of, surroundings_of
from assessments.services.snapshots import take_snapshot
from portal.accounts.models import Unit
from tests.assessments.conftest import Scene
from tests.factories.accounts import CountyFactory, PrefectureFactory, UnitFactory
from tests.factories.assessments import NOW, make_cycle, make_draft, make_obligation
from tests.rows_read import rows_read

pytestmark = pytest.mark.django_db
STRANGERS = 40


def strangers_file(like: Snapshot, cycle: Cycle) -> None:
    """As many units of another prefecture have filed the year before."""
    units = Unit.objects.bulk_create(
        UnitFactory.build(region=CountyFactory.create(parent=cycle.prefecture)) for _ in range(STRANGERS)
    )
    owed = Obligation.objects.bulk_create(Obligation(cycle=cycle, unit=unit, fund="gov_pension") for unit in units)
    papers = Filing.objects.bulk_create(
        Filing(obligation=item, edition=cycle.edition, created_at=NOW, version=1) for item in owed
    )
    Snapshot.objects.bulk_create(
        Snapshot(
            filing=paper,
            unit=paper.obligation.unit,
            version=1,
            edition=cycle.edition,
            payload=like.payload,
            digest="0" * 64,
            at=NOW,
        )
        for paper in papers
    )


def this_year_and_last(scene: Scene) -> tuple[Filing, Snapshot]:
    """A draft of this year, and what the unit filed the year before."""
    cycles = [make_cycle(scene.cycle.prefecture, kind=Form.SELF_ASSESSMENT, year=year) for year in (2025, 2026)]
    before, now = (paper_in(cycle, scene) for cycle in cycles)
    return now, take_snapshot(filing=before, facts=facts_of(before), version=1, actor=None, at=NOW)


def paper_in(cycle: Cycle, scene: Scene) -> Filing:
    """A draft of the clerk."""
    return make_draft(make_obligation(cycle, scene.clerk.unit), scene.clerk, rows=2)


def test_what_last_year_is_found_by_reads_nothing_of_strangers(scene: Scene) -> None:
    now, before = this_year_and_last(scene)
    facts = facts_of(now)
    elsewhere = make_cycle(PrefectureFactory.create(), kind=Form.SELF_ASSESSMENT, year=2025)
    strangers_file(before, elsewhere)
    look = partial(surroundings_of, {now: facts})
    beside_few = rows_read(look)
    strangers_file(before, elsewhere)
    assert rows_read(look) < beside_few + STRANGERS / 4
    last_year = look()[place_of(now)].dossier.last_year
    assert last_year is not None
    assert [paper.year for paper in last_year.filings] == [2025]


def test_a_version_of_last_year_is_read_once(scene: Scene, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    now, before = this_year_and_last(scene)
    facts = facts_of(now)
    with django_assert_num_queries(6):
        first = surroundings_of({now: facts})[place_of(now)].dossier.last_year
    with django_assert_num_queries(5):
        again = surroundings_of({now: facts})[place_of(now)].dossier.last_year
    assert first is not None
    assert again == first
    assert first.filings == (facts_of_snapshot(before),)
