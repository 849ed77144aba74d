"""What a job is handed to print of a review sheet: the draft as it stands, or what was signed."""

from hashlib import sha256

import pytest

from assessments.services.snapshots import digest_of
from portal.documents.papers.printable_html import SealPlace
from reviews.models import ReviewSheet
from reviews.rendering.printed_sheet import build
from reviews.services.review_sheets import send_for_signature, sign
from reviews.services.sheet_snapshots import payload_of
from tests.factories.assessments import NOW
from tests.factories.reviews import Court
from tests.printed import words


def sheet_of_one(court: Court) -> ReviewSheet:
    court.scored()
    return court.sheet()


def test_a_draft_is_printed_as_it_stands(court: Court) -> None:
    sheet = sheet_of_one(court)
    page = build(str(sheet.pk), "draft", "")
    assert page.digest == digest_of(payload_of(sheet))
    assert page.title == f"{sheet.title}（草稿）"
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
    assert court.bureau.name in words(page.html)
    assert page.filename.endswith("_未签章.pdf")


@pytest.fixture
def signed(court: Court) -> ReviewSheet:
    waiting = send_for_signature(sheet=sheet_of_one(court), actor=court.reviewer, at=NOW)
    return sign(sheet=waiting, actor=court.office_head, at=NOW)


def test_a_sheet_to_be_sealed_has_the_prefectures_place_with_name_and_day(court: Court, signed: ReviewSheet) -> None:
    page = build(str(signed.pk), "sealed", signed.snapshots.get().digest)
    office = court.office_head.unit.name
    assert page.seal_places == (SealPlace("seal-prefecture", "PrefectureSeal", f"{office}公章"),)
    assert f"{office}（公章）2026年10月13日" in words(page.html)
    assert page.filename.endswith("_已签章.pdf")
    assert len(page.code) == 12


def test_what_was_signed_is_attached(signed: ReviewSheet) -> None:
    frozen = signed.snapshots.get()
    page = build(str(signed.pk), "sealed", frozen.digest)
    assert sha256(page.facts).hexdigest() == frozen.digest


def test_a_draft_leaves_the_day_open_and_has_no_code(court: Court) -> None:
    page = build(str(sheet_of_one(court).pk), "draft", "")
    assert '<p id="seal-prefecture">（公章）</p><p>　　　　年　　月　　日</p>' in page.html
    assert (page.seal_places, page.code) == ((), "")
