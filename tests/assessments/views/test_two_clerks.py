"""Two clerks explain the same finding: the second one gets both texts, and nothing is written over unread."""

import pytest

from assessments.models import Explanation
from tests.assessments.conftest import Scene
from tests.assessments.views.conftest import Desk, at_desk

MINE, THEIRS = "两项分别统计。", "口径与上年相同。"


@pytest.fixture
def two(scene: Scene, desk: Desk) -> tuple[Desk, Desk]:
    """Two clerks at one form with a warning that asks for an explanation."""
    assert desk.save(desk.key(3, "actual"), "50、6.17", "98.6%")["status"] == "saved"
    return desk, at_desk(scene.colleague, desk.filing)


@pytest.mark.parametrize("turn", [1, -1])
def test_an_explanation_is_not_written_over_unread(scene: Scene, two: tuple[Desk, Desk], turn: int) -> None:
    early, late = two[::turn]
    name = f"explain:V07:{early.key(3, 'actual')}"
    assert early.save(name, THEIRS)["status"] == "saved"
    outcome = late.save(name, MINE)
    author = (scene.clerk, scene.colleague)[::turn][0]
    assert outcome.pop("at").count(":") == 2
    assert outcome == {
        "key": name,
        "status": "conflict",
        "value": MINE,
        "theirs": THEIRS,
        "by": str(author),
        "own": False,
    }
    assert Explanation.objects.get().text == THEIRS
    assert late.save(name, MINE, was=THEIRS)["status"] == "saved"
    assert Explanation.objects.get().text == MINE


def test_the_same_words_of_two_are_no_conflict_and_ones_own_page_is_called_so(two: tuple[Desk, Desk]) -> None:
    first, second = two
    name = f"explain:V07:{first.key(3, 'actual')}"
    assert [desk.save(name, f" {MINE}")["status"] for desk in two] == ["saved", "saved"]
    assert second.save(name, THEIRS, was=f" {MINE}")["status"] == "saved"
    outcome = second.save(name, "另有原因，见附件。", was=MINE)
    assert (outcome["status"], outcome["own"]) == ("conflict", True)


def test_without_a_script_both_texts_stand_on_the_page(two: tuple[Desk, Desk]) -> None:
    first, second = two
    name = f"explain:V07:{first.key(3, 'actual')}"
    assert first.save(name, THEIRS)["status"] == "saved"
    answer = second.client.post(second.url("edit"), {name: MINE, f"was:{name}": ""})
    page = answer.content.decode()
    assert (answer.status_code, f"改为“{THEIRS}”" in page, MINE in page) == (422, True, True)
    assert Explanation.objects.get().text == THEIRS
