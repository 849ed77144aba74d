"""What saving one square costs beside saving the whole form: each with what it answers, squares or the page.

Prints the ratio, which is to stay below a third; asserts only that both saved.

``./bin/test tests/benchmarks -s`` shows it.
"""

import time
from collections.abc import Callable
from functools import partial
from statistics import median

from assessments.models import Filing
from tests.assessments.conftest import Scene
from tests.assessments.views.conftest import Desk, at_desk
from tests.factories.assessments import SQUARES, make_draft

ROWS = 14
ROUNDS = 30


def every_square(desk: Desk, filing: Filing, number: int) -> list[dict[str, str]]:
    """A change of every typed square of the form."""
    columns = ("level3", "target", "actual")
    keys = [*SQUARES, *(f"indicators[{row.pk}].{name}" for row in filing.indicator_rows.all() for name in columns)]
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


def save_one(desk: Desk, number: int, seen: dict[str, str]) -> None:
    """Saves one square as the page's script does."""
    was = str(9000 + number - 1) if number else ""
    change = {"key": "executed.other", "value": str(9000 + number), "was": was}
    answer = desk.post("save_squares", {"changes": [change], **seen}).json()
    seen.update(layout=answer["layout"], panel=answer["panel"])


def test_one_square_beside_the_whole_form(scene: Scene) -> None:
    filing = make_draft(scene.obligation, scene.clerk, rows=ROWS)
    desk = at_desk(scene.clerk, filing)
    seen = {"layout": "", "panel": ""}
    one, whole = [], []
    for number in range(ROUNDS):
        one.append(seconds(partial(save_one, desk, number, seen)))
        form = whole_form(every_square(desk, filing, 100 * number))
        whole.append(seconds(partial(desk.client.post, desk.url("edit"), form, follow=True)))
    share = median(one) / median(whole)
    print(f"\none square {1000 * median(one):.1f} ms, whole form {1000 * median(whole):.1f} ms, ratio {share:.2f}")
    assert desk.value("executed.other") == str(9000 + ROUNDS - 1)
    assert desk.value("adjusted_budget.total") == str(100 * (ROUNDS - 1))
