"""The act behind a review sheet's seal, and how each signed sheet stands."""

from datetime import timedelta

import pytest

from assessments.models import Filing
from portal.documents.papers.seal_acts import SealAct
from portal.documents.papers.version_status import Standing
from reviews.models import Review, ReviewSheet
from reviews.services.review_sheets import send_for_signature, sign
from reviews.services.reviews import reopen
from reviews.services.scores import submit_scores
from reviews.services.sealing import acts_behind, standings_of
from reviews.services.sheet_snapshots import digest_of_sheet
from tests.factories.assessments import NOW
from tests.factories.reviews import Court

LATER = NOW + timedelta(hours=1)


def sent(court: Court) -> ReviewSheet:
    return send_for_signature(sheet=court.sheet(), actor=court.reviewer, at=NOW)


def signed(court: Court) -> ReviewSheet:
    court.scored()
    return sign(sheet=sent(court), actor=court.office_head, at=NOW)


def signed_again(court: Court, sheet: ReviewSheet) -> ReviewSheet:
    """Its filing is reopened, scored and put on a new sheet."""
    review = reopened(court, sheet)
    submit_scores(review=review, actor=court.reviewer, at=LATER)
    return sign(sheet=sent(court), actor=court.office_head, at=LATER)


def reopened(court: Court, sheet: ReviewSheet) -> Review:
    filing = Filing.objects.get(sheet_rows__sheet=sheet)
    return Review.objects.get(filing=reopen(filing=filing, reason="金额有误", actor=court.admin, at=LATER))


def acts(sheet: ReviewSheet) -> tuple[SealAct, ...]:
    return acts_behind(str(sheet.pk), sheet.snapshots.get().digest)


def standing(sheet: ReviewSheet) -> Standing:
    return standings_of(str(sheet.pk))[sheet.snapshots.get().digest]


def state(sheet: ReviewSheet) -> tuple[str, int, int]:
    found = standing(sheet)
    return found.state, found.version, found.latest


def test_a_signature_seals_with_the_seal_of_the_prefecture(court: Court) -> None:
    head = court.office_head
    assert acts(signed(court)) == (SealAct("PrefectureSeal", head.unit_id, "sign", head.full_name, NOW),)


def test_nothing_stands_behind_a_sheet_that_is_not_signed(court: Court) -> None:
    court.scored()
    sheet = sent(court)
    known = digest_of_sheet(sheet)
    assert (acts_behind(str(sheet.pk), known), standings_of(str(sheet.pk))) == ((), {})


@pytest.mark.parametrize("subject_id", ["", "no-number", "2000000011"])
def test_nothing_stands_behind_what_is_not_there(court: Court, subject_id: str) -> None:
    known = signed(court).snapshots.get().digest
    assert (acts_behind(subject_id, known), standings_of(subject_id)) == ((), {})


def test_a_signed_sheet_is_current_and_says_what_it_is(court: Court) -> None:
    sheet = signed(court)
    assert standing(sheet) == Standing(
        paper="绩效监控审核表",
        unit=court.office_head.unit.name,
        region=court.county.name,
        about=court.cycle.name,
        version=1,
        state="current",
        latest=1,
        submitted_at=NOW,
        seals=("PrefectureSeal",),
    )


def test_a_reopened_filing_takes_its_sheet_out_of_force(court: Court) -> None:
    sheet = signed(court)
    reopened(court, sheet)
    assert (acts(sheet), state(sheet)) == ((), ("reopened", 1, 1))


def test_the_next_signed_sheet_supersedes(court: Court) -> None:
    first = signed(court)
    second = signed_again(court, first)
    assert (state(first), state(second)) == (("superseded", 1, 2), ("current", 2, 2))
    assert (acts(first), len(acts(second))) == ((), 1)
