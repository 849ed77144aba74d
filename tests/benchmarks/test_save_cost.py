"""What saving one square costs beside saving the whole form: each with what it answers, squares or the page.

Prints the ratio, which is to stay below a third, and what one square costs beside five other forms of the unit, last
year's and a narrative of 5 000 characters, which is to stay far below a second; asserts only that all was saved and
found.

``./bin/bench tests/benchmarks/test_save_cost.py`` shows it.
"""

import time
from collections.abc import Callable
from functools import partial
from statistics import median

import pytest

from assessments.domain.facts import Form
from assessments.domain.funds import Fund
from assessments.models import Filing, NarrativeReport
from assessments.queries import facts_of
from assessments.services.snapshots import take_snapshot
from tests.assessments.conftest import Scene
from tests.assessments.views.conftest import Desk, at_desk, looks_in
from tests.benchmarks.rounds import rounds
from tests.factories.assessments import NOW, SQUARES, make_cycle, make_draft, make_obligation
from tests.filings import BACHU, parcel

ROWS = 14
ROUNDS = rounds(30)


def every_square(desk: Desk, filing: Filing, number: int) -> list[dict[str, str]]:
    """A change of every typed square of the form."""
    columns = ("level3", "target", "actual")
    keys = [*SQUARES, *(f"indicators[{row.pk}].{name}" for row in filing.list_rows.all() for name in columns)]
    return [{"key": key, "value": str(number + place), "was": desk.value(key)} for place, key in enumerate(keys)]


def whole_form(changes: list[dict[str, str]]) -> dict[str, str]:
    """The same changes as a browser without a script posts them."""
    return {change["key"]: change["value"] for change in changes} | {
        f"was:{change['key']}": change["was"] for change in changes
    }


def seconds(act: Callable[[], object]) -> float:
    """How long ``act`` takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def save_one(desk: Desk, number: int) -> None:
    """Saves one square as the page's script does."""
    was = str(9000 + number - 1) if number else ""
    change = {"key": "executed.other", "value": str(9000 + number), "was": was}
    assert desk.post("save_squares", {"changes": [change]}).json()["outcomes"][0]["status"] == "saved"


def ask(desk: Desk, seen: dict[str, str]) -> None:
    """Asks what follows from it as the page's script does."""
    found = desk.findings(**seen)
    assert looks_in(found["squares"]).keys() >= {"executed.other"}


@pytest.mark.measure
def test_one_square_beside_the_whole_form(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk, rows=ROWS)
    desk = at_desk(scene.clerk, filing)
    one, asked, whole = [], [], []
    for number in range(ROUNDS):
        seen = desk.shown()
        one.append(seconds(partial(save_one, desk, number)))
        asked.append(seconds(partial(ask, desk, seen)))
        form = whole_form(every_square(desk, filing, 100 * number))
        whole.append(seconds(partial(desk.client.post, desk.url("edit"), form, follow=True)))
    share = median(one) / median(whole)
    print(f"\none square {1000 * median(one):.1f} ms, its findings {1000 * median(asked):.1f} ms,", end=" ")
    print(f"whole form {1000 * median(whole):.1f} ms, ratio {share:.2f}")
    assert desk.value("executed.other") == str(9000 + ROUNDS - 1)
    assert desk.value("adjusted_budget.total") == str(100 * (ROUNDS - 1))


FUNDS = (Fund.RESIDENT_PENSION, Fund.EMPLOYEE_PENSION, Fund.WORK_INJURY, Fund.UNEMPLOYMENT, Fund.EMPLOYEE_MEDICAL)
LENGTH = 5000


def long_text() -> str:
    """A published narrative, over again until it is long."""
    (narrative,) = parcel(BACHU).dossier.narratives
    text = "\n".join(narrative.paragraphs)
    return (text * (LENGTH // len(text) + 1))[:LENGTH]


def beside_everything(scene: Scene) -> Filing:
    """A self-assessment beside five others, the unit's narrative, and the same papers of last year."""
    for year in (2025, 2026):
        cycle = make_cycle(scene.cycle.prefecture, kind=Form.SELF_ASSESSMENT, year=year)
        owed = [make_obligation(cycle, scene.clerk.unit, fund) for fund in (Fund.GOV_PENSION, *FUNDS)]
        papers = [make_draft(obligation, scene.clerk, rows=ROWS) for obligation in owed]
        NarrativeReport.objects.create(cycle=cycle, unit=scene.clerk.unit, text=long_text())
        if year == 2025:
            for paper in papers:
                take_snapshot(filing=paper, facts=facts_of(paper), version=1, actor=None, at=NOW)
    return papers[0]


@pytest.mark.measure
def test_one_square_beside_everything_it_is_checked_with(scene: Scene) -> None:
    desk = at_desk(scene.clerk, beside_everything(scene))
    seen = desk.shown()
    times = [(seconds(partial(save_one, desk, number)), seconds(partial(ask, desk, seen))) for number in range(ROUNDS)]
    page, (saved, asked) = seconds(partial(desk.client.get, desk.url("edit"))), zip(*times, strict=True)
    print(f"\none square {1000 * median(saved):.0f} ms, at most {1000 * max(saved):.0f} ms;", end=" ")
    print(f"its findings {1000 * median(asked):.0f} ms; page {1000 * page:.0f} ms")
    desk.save("executed.total", "10934")
    desk.save("initial_budget.total", "14158")
    desk.save("goal_actual", "完成预算的90%")
    assert desk.value("executed.other") == str(9000 + ROUNDS - 1)
    assert "绩效评价报告" in desk.findings()["panel_html"]
