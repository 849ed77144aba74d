"""One filing is judged on two pages: the second is told what the first has written, and takes nothing back."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.asserts import assertContains

from assessments.models import Mark
from assessments.services.marks import add_mark
from portal.accounts.models import User
from reviews.domain.rubric import Part
from reviews.models import Review
from reviews.services.reviews import reassign
from tests.factories.assessments import NOW
from tests.factories.reviews import Court, give

MINE, THEIRS = "执行数与国库报表不一致。", "按县局补充材料核定。"
PART = Part.BUDGET_EXECUTION.value


@pytest.fixture
def review(court: Court) -> Review:
    return court.in_review()


def at(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def fields(points: str, reason: str, was: tuple[str, str], part: str = PART) -> dict[str, str]:
    """A part as its page sends it: what was typed, and what was read."""
    typed = {f"{part}-points": points, f"{part}-reason": reason}
    return typed | {f"was:{part}-points": was[0], f"was:{part}-reason": was[1]}


def save(client: Client, review: Review, points: str, reason: str, was: tuple[str, str] = ("", "")) -> dict[str, Any]:
    """Saves one part as the script does."""
    address = reverse("reviews:score_part", args=[review.filing_id, PART])
    answer = client.post(address, fields(points, reason, was))
    assert answer.status_code == 200
    return dict(answer.json())


def held(review: Review, part: str = PART) -> tuple[Decimal | None, str]:
    score = review.scores.get(part=part)
    return score.points, score.reason


def test_a_part_is_not_scored_over_unread_by_ones_own_other_page(court: Court, review: Review) -> None:
    one, other = at(court.reviewer), at(court.reviewer)
    assert "conflict" not in save(one, review, "25", THEIRS)
    conflict = save(other, review, "27", MINE)["conflict"]
    clock = conflict.pop("at")
    assert conflict == {
        "points": "25",
        "reason": THEIRS,
        "by": str(court.reviewer),
        "own": True,
        "message": f"您自己在另一页（{clock}）刚改为“25 分 {THEIRS}”，没有保存。这里仍是您填的，再保存一次就用您的。",
    }
    assert held(review) == (Decimal(25), THEIRS)
    assert "conflict" not in save(other, review, "27", MINE, was=("25.0", THEIRS))
    assert held(review) == (Decimal(27), MINE)


def test_who_gets_a_review_back_does_not_score_over_the_one_who_had_it(court: Court, review: Review) -> None:
    early = at(court.reviewer)
    for to in (court.colleague, court.reviewer):
        reassign(filing=review.filing, to=to, actor=court.office_head, at=NOW)
        if to == court.colleague:
            save(at(court.colleague), review, "25", THEIRS)
    conflict = save(early, review, "27", MINE)["conflict"]
    assert (conflict["by"], conflict["own"], held(review)) == (str(court.colleague), False, (Decimal(25), THEIRS))


def test_the_same_score_of_two_pages_is_no_conflict(court: Court, review: Review) -> None:
    for page in (at(court.reviewer), at(court.reviewer)):
        assert "conflict" not in save(page, review, "25.0", f" {THEIRS}")
    assert held(review) == (Decimal(25), THEIRS)


def test_the_reason_that_the_proposal_brings_is_read_as_none(court: Court, review: Review) -> None:
    page = at(court.reviewer)
    proposal = page.get(reverse("reviews:review", args=[review.filing_id])).context["panel"].parts[3].proposed
    late = {**fields(proposal, "", ("", ""), "timeliness")}
    address = reverse("reviews:score_part", args=[review.filing_id, "timeliness"])
    page.post(address, late)
    changed = page.post(address, fields("9", THEIRS, (proposal, ""), "timeliness"))
    assert ("conflict" in changed.json(), held(review, "timeliness")) == (False, (Decimal(9), THEIRS))


def test_without_a_script_both_stand_on_the_page_and_what_was_not_touched_takes_nothing_back(
    court: Court, review: Review
) -> None:
    page, address = at(court.reviewer), reverse("reviews:scores", args=[review.filing_id])
    save(page, review, "25", THEIRS)
    late = fields("27", MINE, ("", "")) | fields("", "", ("", ""), "timeliness")
    told = page.post(address, late)
    assertContains(told, f"刚改为“25 分 {THEIRS}”", status_code=422)
    part = told.context["panel"].parts[0]
    assert (part.points, part.reason, part.read) == ("27", MINE, {"points": "25", "reason": THEIRS})
    assert held(review) == (Decimal(25), THEIRS)
    untouched = fields("", "", ("", "")) | fields("9", MINE, ("", ""), "timeliness")
    assert page.post(address, untouched).status_code == 302
    assert (held(review), held(review, "timeliness")) == ((Decimal(25), THEIRS), (Decimal(9), MINE))


def test_a_page_that_was_refused_goes_on_naming_what_was_read_of_what_was_not_compared(
    court: Court, review: Review
) -> None:
    page, address = at(court.reviewer), reverse("reviews:scores", args=[review.filing_id])
    save(page, review, "25", THEIRS)
    wrong = fields("99", MINE, ("", "")) | fields("9", MINE, ("", ""), "timeliness")
    refused = page.post(address, wrong).context["panel"]
    assert refused.parts[0].read == {"points": "", "reason": ""}
    assert refused.parts[3].read == {"points": "9", "reason": MINE}


def test_scores_are_handed_in_as_they_were_read(court: Court, review: Review) -> None:
    page, address = at(court.reviewer), reverse("reviews:scores", args=[review.filing_id])
    give(review, court.reviewer)
    shown = page.get(reverse("reviews:review", args=[review.filing_id])).context["panel"].parts
    read = [fields(part.points, part.reason, (part.points, part.reason), part.code) for part in shown]
    whole = {name: text for part in read for name, text in part.items()} | {"act": "submit"}
    save(at(court.reviewer), review, "20", THEIRS, was=(shown[0].points, shown[0].reason))
    told = page.post(address, whole)
    assertContains(told, f"刚改为“20 分 {THEIRS}”", status_code=422)
    assert held(review) == (Decimal(20), THEIRS)
    again = whole | fields("20", THEIRS, ("20", THEIRS))
    assert page.post(address, again).headers["Location"] == reverse("reviews:queue")


@pytest.mark.parametrize("act", ["change", "remove"])
def test_a_mark_is_not_reworded_or_removed_unread(court: Court, review: Review, act: str) -> None:
    mark = add_mark(filing=review.filing, key="executed.total", reason="请核对。", author=court.reviewer, at=NOW)
    page, address = at(court.reviewer), reverse("reviews:mark", args=[review.filing_id, mark.pk])
    page.post(address, {"act": "change", "reason": THEIRS, "was": "请核对。"})
    late = page.post(address, {"act": act, "reason": MINE, "was": "请核对。"}, follow=True)
    assertContains(late, f"批注刚由{court.reviewer}改为“{THEIRS}”，没有保存。")
    assert Mark.objects.get().reason == THEIRS
    page.post(address, {"act": act, "reason": MINE, "was": THEIRS})
    assert [mark.reason for mark in Mark.objects.all()] == ([MINE] if act == "change" else [])
