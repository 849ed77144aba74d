"""Two clerks explain the same words of their report: the second one gets both texts, nothing is written over unread."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains

from assessments.models import Cycle, NarrativeExplanation
from portal.accounts.models import User
from tests.assessments.conftest import Scene
from tests.factories.narratives import DOUBTFUL, make_report_cycle, write

MINE, THEIRS, LATER = "年中追加了预算。", "待遇标准上调。", "年中追加了预算，见批复。"


@pytest.fixture
def cycle(scene: Scene) -> Cycle:
    """A report with one warning that asks for an explanation."""
    cycle = make_report_cycle(scene.cycle.prefecture, scene.clerk.unit)
    write(cycle, scene.clerk, DOUBTFUL)
    return cycle


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def field_of(cycle: Cycle, person: User) -> tuple[str, str]:
    """The rule and the anchor of the warning."""
    address = reverse("assessments:narrative", args=[cycle.pk])
    (entry,) = signed_in(person).get(address).context["page"].panel.entries
    return entry.answered.rule, entry.answered.anchor


def explain(cycle: Cycle, person: User, text: str, was: str = "") -> dict[str, Any]:
    """What becomes of an explanation that the script posts."""
    rule, anchor = field_of(cycle, person)
    said = {"rule": rule, "anchor": anchor, "text": text, "was": was}
    address = reverse("assessments:narrative_save", args=[cycle.pk])
    answer = signed_in(person).post(address, {"explanations": [said]}, content_type="application/json")
    (outcome,) = answer.json()["explained"]
    return dict(outcome)


@pytest.mark.parametrize("turn", [1, -1])
def test_an_explanation_in_the_report_is_not_written_over_unread(scene: Scene, cycle: Cycle, turn: int) -> None:
    early, late = (scene.clerk, scene.colleague)[::turn]
    assert explain(cycle, early, THEIRS)["status"] == "saved"
    outcome = explain(cycle, late, MINE)
    assert (outcome.pop("at").count(":"), outcome.pop("name")) == (2, ":".join(["explain", *field_of(cycle, late)]))
    assert outcome == {
        "status": "conflict",
        "message": f"{early}刚写了“{THEIRS}”，没有保存。请核对后再保存。",
        "theirs": THEIRS,
        "by": str(early),
        "own": False,
    }
    assert NarrativeExplanation.objects.get().text == THEIRS
    assert explain(cycle, late, MINE, was=THEIRS)["status"] == "saved"
    assert NarrativeExplanation.objects.get().text == MINE


def test_the_same_words_are_no_conflict_and_ones_own_page_is_called_so(scene: Scene, cycle: Cycle) -> None:
    assert [explain(cycle, who, f" {MINE}")["status"] for who in (scene.clerk, scene.colleague)] == ["saved", "saved"]
    assert explain(cycle, scene.colleague, THEIRS, was=f" {MINE} ")["status"] == "saved"
    outcome = explain(cycle, scene.colleague, LATER, was=MINE)
    assert (outcome["status"], outcome["own"]) == ("conflict", True)


def post(cycle: Cycle, person: User, typed: str, was: str, revision: str = "1") -> Any:
    """Posts the whole form without a script."""
    name = ":".join(["explain", *field_of(cycle, person)])
    text = DOUBTFUL if revision == "1" else f"{DOUBTFUL}再写"
    data = {"text": text, "revision": revision, name: typed, f"was:{name}": was}
    return signed_in(person).post(reverse("assessments:narrative", args=[cycle.pk]), data)


def held_in(page: Any) -> tuple[str, str]:
    """What stands in the field of the explanation, and what the page says that its author has read."""
    (entry,) = page.context["page"].panel.entries
    return entry.typed or entry.answered.explanation, entry.was


def test_without_a_script_both_texts_stand_on_the_page(scene: Scene, cycle: Cycle) -> None:
    explain(cycle, scene.colleague, THEIRS)
    told = post(cycle, scene.clerk, MINE, was="")
    assertContains(told, f"{scene.colleague}刚写了“{THEIRS}”", status_code=422)
    assert held_in(told) == (MINE, THEIRS)
    assert NarrativeExplanation.objects.get().text == THEIRS


def test_what_was_not_touched_takes_nothing_back(scene: Scene, cycle: Cycle) -> None:
    explain(cycle, scene.clerk, MINE)
    explain(cycle, scene.colleague, THEIRS, was=MINE)
    assert post(cycle, scene.clerk, MINE, was=MINE).status_code == 302
    assert NarrativeExplanation.objects.get().text == THEIRS


@pytest.mark.parametrize(("typed", "revision", "status"), [("同上", "1", 422), (MINE, "0", 409)])
def test_a_page_that_was_refused_for_another_reason_goes_on_naming_what_was_read(
    scene: Scene, cycle: Cycle, typed: str, revision: str, status: int
) -> None:
    explain(cycle, scene.colleague, THEIRS)
    refused = post(cycle, scene.clerk, typed, was="", revision=revision)
    assert (refused.status_code, held_in(refused)) == (status, (typed, ""))
