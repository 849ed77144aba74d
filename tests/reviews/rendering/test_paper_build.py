"""What a job is handed to print of a review sheet: the draft as it stands, or what was signed."""

from assessments.services.snapshots import digest_of
from reviews.models import ReviewSheet
from reviews.rendering.paper import build
from reviews.services.review_sheets import send_for_signature, sign
from reviews.services.sheet_snapshots import payload_of
from tests.factories.assessments import NOW
from tests.factories.reviews import Court


def sheet_of_one(court: Court) -> ReviewSheet:
    court.scored()
    return court.sheet()


def test_a_draft_is_printed_as_it_stands(court: Court) -> None:
    sheet = sheet_of_one(court)
    page = build(str(sheet.pk), "draft", "")
    assert page.digest == digest_of(payload_of(sheet))
    assert page.title == sheet.title
    assert "草稿" in page.html


def test_a_signed_sheet_is_printed_as_it_was_signed(court: Court) -> None:
    sheet = sign(
        sheet=send_for_signature(sheet=sheet_of_one(court), actor=court.reviewer, at=NOW),
        actor=court.office_head,
        at=NOW,
    )
    frozen = sheet.snapshots.get()
    sheet.rows.update(reporting_unit="后来改的名称")
    page = build(str(sheet.pk), "unsigned", frozen.digest)
    assert page.digest == frozen.digest
    assert "后来改的名称" not in page.html
    assert court.bureau.name in page.html
    assert page.filename.endswith("_未签章.pdf")
