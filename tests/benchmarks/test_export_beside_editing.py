"""What a person's saves cost while a whole cycle is sealed and exported, beside what they cost on an idle machine.

Real processes: web server, worker, broker, database. 84 concluded filings of which nothing is sealed yet, the most
that an export can find to do. Prints medians and the slowest of twenty with their ratios, which are to stay within 2;
asserts that everything was saved and exported.

``./bin/bench tests/benchmarks/test_export_beside_editing.py`` shows it.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest
from pytest_django import Settings

from assessments.domain.funds import Fund
from assessments.models import Filing
from assessments.services.moves import move
from portal import clock
from portal.accounts.models import Unit
from portal.documents.bundles.bundle_plan import left_out
from portal.documents.models import Document
from portal.jobs.models import Job
from reviews.services.exports import export
from tests.benchmarks.portal_beside import Editor, served
from tests.factories.accounts import ClerkFactory, CountyFactory, HeadFactory, UnitFactory
from tests.factories.assessments import NOW, make_draft, make_obligation, make_submitted
from tests.factories.reviews import Court
from tests.factories.seals import make_authority
from tests.portal.jobs.workers import Yard, kill
from tests.portal.jobs.yards import yard

__all__ = ["yard"]

pytestmark = [pytest.mark.measure, pytest.mark.django_db(transaction=True)]
FILINGS = 84
FUNDS = list(Fund)[:7]
SAVES = 120
#: Seconds between two saves: nobody types faster.
PAUSE = 0.05


@pytest.fixture(autouse=True)
def _store(settings: Settings, tmp_path: Path) -> None:
    settings.DOCUMENT_STORE = tmp_path / "store"


@pytest.fixture
def web(yard: Yard) -> Iterator[int]:
    """The port of a running web server."""
    process, port = served(yard)
    yield port
    kill(process)


def concluded(court: Court, bureau: Unit, fund: Fund) -> Filing:
    """A filing that has gone all the way."""
    clerk, head = ClerkFactory.create(unit=bureau), HeadFactory.create(unit=bureau)
    filing = make_submitted(make_obligation(court.cycle, bureau, fund), clerk, head)
    for name, actor in (("take_up", court.reviewer), ("score", court.reviewer), ("conclude", court.office_head)):
        filing = move(filing=filing, name=name, actor=actor, at=NOW)
    return filing


def cycle_of(court: Court) -> None:
    """As many filings of as many counties as a prefecture has in a cycle."""
    for _county in range(FILINGS // len(FUNDS)):
        bureau = UnitFactory.create(region=CountyFactory.create(parent=court.prefecture))
        for fund in FUNDS:
            concluded(court, bureau, fund)


def saves(editor: Editor, *, until_done: Job | None = None) -> list[float]:
    """Saves a fixed number of times, or until the job is over."""
    taken: list[float] = []
    while len(taken) < SAVES if until_done is None else not Job.objects.get(pk=until_done.pk).over:
        taken.append(editor.save())
        time.sleep(PAUSE)
    return taken


def slow(taken: list[float]) -> float:
    """One save of twenty takes at least this long."""
    return quantiles(taken, n=20)[-1]


def test_saves_beside_the_export_of_a_whole_cycle(yard: Yard, web: int) -> None:
    make_authority()
    court = Court()
    cycle_of(court)
    draft = make_draft(make_obligation(court.cycle, court.bureau), court.clerk, rows=14)
    yard.flush()  # nobody has heard of the papers that wait to be sealed
    yard.worker(DJANGO_SETTINGS_MODULE="portal.settings")
    editor = Editor(web, court.clerk, draft)
    for _warming in range(20):
        editor.save()
    idle = saves(editor)
    job = export(cycle=court.cycle, actor=court.admin, at=clock.now())
    began = time.perf_counter()
    busy = saves(editor, until_done=job)
    lasted = time.perf_counter() - began
    job.refresh_from_db()
    print(
        f"\nidle {1000 * median(idle):.1f} ms (1 of 20 from {1000 * slow(idle):.1f}), "
        f"beside the export {1000 * median(busy):.1f} ms (from {1000 * slow(busy):.1f}), "
        f"ratio {median(busy) / median(idle):.2f} ({slow(busy) / slow(idle):.2f}); "
        f"{len(busy)} saves while {FILINGS} filings with two seals took {lasted:.0f} s"
    )
    assert (job.state, job.error_message, left_out(job)) == ("done", "", [])
    assert Document.objects.filter(variant="countersigned").count() == FILINGS
    assert editor.number == 20 + len(idle) + len(busy)
