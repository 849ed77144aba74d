"""Two clerks explain one finding or answer one mark: the second one gets both texts, nothing is written over unread."""

from typing import Any

import pytest
from pytest_django.asserts import assertContains

from assessments.domain.workflow import State
from assessments.models import Explanation, Filing, ListRow, Mark
from tests.assessments.conftest import Scene
from tests.assessments.views.conftest import Desk, at_desk, cells_in
from tests.factories.assessments import NOW

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


@pytest.fixture
def mark(scene: Scene, desk: Desk) -> Mark:
    """A mark that was returned to the unit."""
    Filing.objects.update(state=State.RETURNED, version=1)
    said = {"reason": "请核对。", "version": 1, "author": scene.reviewer, "at": NOW, "sent_at": NOW}
    return Mark.objects.create(filing=desk.filing, key="executed.total", **said)


def answer(desk: Desk, mark: Mark, kind: str, text: str, **was: str) -> Any:
    response = desk.post("answer_mark", {"mark": mark.pk, "kind": kind, "text": text, **was})
    assert response.status_code == 200
    return response.json()


def held(mark: Mark) -> tuple[str, str]:
    mark.refresh_from_db()
    return mark.answer_kind, mark.answer


@pytest.mark.parametrize("turn", [1, -1])
def test_an_answer_is_not_written_over_unread(scene: Scene, desk: Desk, mark: Mark, turn: int) -> None:
    people = (scene.clerk, scene.colleague)[::turn]
    early, late = (at_desk(person, desk.filing) for person in people)
    assert "conflict" not in answer(early, mark, "corrected", "")
    found = answer(late, mark, "explained", MINE)
    conflict = found["conflict"]
    assert conflict.pop("at").count(":") == 2
    assert conflict == {"kind": "corrected", "text": "", "by": str(people[0]), "own": False}
    assert held(mark) == ("corrected", "")
    assert f"<b>{people[0].full_name}</b>" in found["threads_html"]
    assert "conflict" not in answer(late, mark, "explained", MINE, was_kind="corrected", was="")
    assert held(mark) == ("explained", MINE)


def test_the_same_answer_of_two_is_no_conflict_and_ones_own_page_is_called_so(
    scene: Scene, desk: Desk, mark: Mark
) -> None:
    other = at_desk(scene.colleague, desk.filing)
    assert [answer(one, mark, "explained", f" {MINE}").get("conflict") for one in (desk, other)] == [None, None]
    again = answer(other, mark, "explained", THEIRS, was_kind="explained", was=f"{MINE} ")
    assert again.get("conflict") is None
    conflict = answer(other, mark, "corrected", "", was_kind="explained", was=MINE)["conflict"]
    assert (conflict["text"], conflict["own"], held(mark)) == (THEIRS, True, ("explained", THEIRS))


def test_what_was_typed_on_an_older_version_is_compared_when_it_is_saved_again(two: tuple[Desk, Desk]) -> None:
    first, second = two
    name = f"explain:V07:{first.key(3, 'actual')}"
    first.save(name, THEIRS)
    first.save("executed.total", "111")
    typed = {name: MINE, f"was:{name}": "", "executed.total": "222", "was:executed.total": ""}
    page = second.client.post(second.url("edit"), {**typed, "page_read": "7"}).content.decode()
    for field in (name, "executed.total"):
        assert f'<input type="hidden" name="was:{field}" value="">' in page
    told = second.client.post(second.url("edit"), {**typed, "page_read": "0"})
    assertContains(told, f"改为“{THEIRS}”", status_code=422)
    assert (second.value("executed.total"), Explanation.objects.get().text) == ("111", THEIRS)


def test_a_text_that_was_refused_goes_on_naming_what_was_read(two: tuple[Desk, Desk]) -> None:
    first, second = two
    assert first.save("executed.total", "111")["status"] == "saved"
    refused = second.client.post(second.url("edit"), {"executed.total": "约200", "was:executed.total": ""})
    assertContains(refused, '<input type="hidden" name="was:executed.total" value="">', status_code=422)


def test_a_row_is_not_removed_unread(scene: Scene, desk: Desk) -> None:
    other, key = at_desk(scene.colleague, desk.filing), desk.key(2, "target")
    first, second = desk.key(1, "target"), desk.value(key)
    refs = [name.partition("[")[2].partition("]")[0] for name in (first, key)]
    read = {first: desk.value(first), key: second, "indicators[999999].target": "", "executed.total": "7"}
    page = desk.shown()
    other.save(key, "96%", second)
    kept = desk.post("rows", {"act": "remove", "refs": refs, "was": read, **page}).json()
    said = f"第 2 行刚被{scene.colleague}改为“96%”，没有删除。看过仍要删除，请再删一次。"
    assert (kept["conflict"], ListRow.objects.count()) == (said, 3)
    assert ">\n96%</textarea>" in cells_in(kept["squares"])[key]
    gone = desk.post("rows", {"act": "remove", "refs": refs, "was": {**read, key: "96%"}}).json()
    assert ("conflict" in gone, ListRow.objects.count()) == (False, 1)


@pytest.mark.parametrize("was", [7, ["x"], {"indicators[1].target": 7}])
def test_a_row_that_was_read_in_another_shape_is_refused_in_words(desk: Desk, was: object) -> None:
    ref = str(desk.filing.list_rows.get(position=1).pk)
    assert desk.post("rows", {"act": "remove", "refs": [ref], "was": was}).status_code == 400
