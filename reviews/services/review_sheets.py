"""The 监控审核表 from its composition to its signature."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.domain.workflow import State
from assessments.models import Cycle, Filing
from assessments.services.moves import move
from assessments.services.wording import in_words
from assessments.sheets.acceptance import text_refusal
from portal.accounts.models import Region, User
from portal.documents.making import paper_requests
from portal.documents.models import Variant
from portal.jobs.models import Job
from portal.meanwhile import merged
from reviews.domain.sheet_words import WORDS
from reviews.models import ReviewSheet, ReviewSheetRow
from reviews.permissions import may_compose, may_sign
from reviews.queries import JUDGED
from reviews.services.errors import SheetRefused
from reviews.services.reviews import reopen_scores
from reviews.services.sheet_checks import blank_squares, problems_of, standing_in_the_way
from reviews.services.sheet_course import note_step, supersede
from reviews.services.sheet_names import title_of
from reviews.services.sheet_rows import printed_rows
from reviews.services.sheet_snapshots import digest_of_sheet, freeze

EDITION = "review-sheet-2020"
#: The words above and below the table that people write, with the number of characters each holds.
HEADER_LIMITS = {"business_office": 60, "monitoring_point": 40, "office_head": 60, "handler": 60}
_Sheets = ReviewSheet.State
_IN_THE_MAKING = (_Sheets.DRAFT, _Sheets.AWAITING_SIGNATURE)


@transaction.atomic
def compose(*, cycle: Cycle, region: Region, actor: User, at: datetime) -> ReviewSheet:
    """Begins the sheet of a county, or of the whole prefecture, for a cycle: one row for each filing that is scored.

    The office is taken over from the prefecture's last sheet. Raises SheetRefused for another prefecture's region,
    where nothing is scored yet, or while a sheet of the region is in the making.
    """
    sheet = ReviewSheet(
        cycle=cycle,
        region=region,
        edition=EDITION,
        title=title_of(EDITION, cycle, region.name),
        business_office=_last_office(cycle.prefecture),
        handler=actor.full_name,
        monitoring_point=cycle.period if cycle.month else f"{cycle.year}年度",
        composed_by=actor,
        composed_at=at,
    )
    _require_composer(sheet, actor)
    Cycle.objects.select_for_update().get(pk=cycle.pk)  # two who compose at once queue here
    if cycle.prefecture_id not in (region.pk, region.parent_id):
        raise SheetRefused(_("%(region)s 不属于本地区。") % {"region": region.name})
    if ReviewSheet.objects.filter(cycle=cycle, region=region, state__in=_IN_THE_MAKING).exists():
        raise SheetRefused(_("%(region)s 本批次已有一张未签发的审核表，请打开它继续。") % {"region": region.name})
    rows = printed_rows(sheet)
    if not rows:
        raise SheetRefused(_("%(region)s 本批次还没有已评分的表，评分后才能编制审核表。") % {"region": region.name})
    sheet.save()
    ReviewSheetRow.objects.bulk_create(rows)
    note_step(sheet, "compose", actor, at)
    return sheet


@transaction.atomic
def refresh(*, sheet: ReviewSheet, actor: User) -> ReviewSheet:
    """Writes the rows of a draft again from what is scored now; raises SheetRefused."""
    held = _locked(sheet, _Sheets.DRAFT)
    _require_composer(held, actor)
    _write_rows(held)
    return held


@transaction.atomic
def write_header(
    *, sheet: ReviewSheet, words: Mapping[str, str], actor: User, seen: Mapping[str, str] | None = None
) -> ReviewSheet:
    """Writes 业务处室, 监控时点, 处室领导 and 经办人 of a draft; raises SheetRefused naming a wrong one.

    Raises ChangedMeanwhile where somebody else wrote what was not ``seen``.
    """
    held = _locked(sheet, _Sheets.DRAFT)
    _require_composer(held, actor)
    stands = {name: getattr(held, name) for name in HEADER_LIMITS}
    typed = {name: words.get(name, stands[name]).strip() for name in HEADER_LIMITS}
    for name, limit in HEADER_LIMITS.items():
        if problem := text_refusal(_(WORDS[name]), typed[name], limit):
            raise SheetRefused(in_words(problem))
    for name, text in merged(seen, stands=stands, typed=typed).items():
        setattr(held, name, text)
    held.save(update_fields=list(HEADER_LIMITS))
    return held


@transaction.atomic
def discard(*, sheet: ReviewSheet, actor: User, at: datetime) -> None:
    """Throws a draft away; its filings stay scored. Raises SheetRefused."""
    held = _locked(sheet, _Sheets.DRAFT)
    _require_composer(held, actor)
    note_step(held, "discard", actor, at)
    held.delete()


@transaction.atomic
def send_for_signature(*, sheet: ReviewSheet, actor: User, at: datetime) -> ReviewSheet:
    """Sends a draft to the office head.

    Raises SheetRefused while the prefecture still has a filing of this sheet to score, while its scores do not stand
    (V27), or while the words above and below the table are blank (V26); the office head's name may wait for the
    signature.
    """
    held = _locked(sheet, _Sheets.DRAFT)
    _require_composer(held, actor)
    if waiting := standing_in_the_way(held):
        names = "、".join(waiting)
        raise SheetRefused(_("这些表还没有评完，评分后才能送签：%(names)s。") % {"names": names})
    rows = _write_rows(held)
    if blanks := [label for name, label in blank_squares(held) if name != "office_head"]:
        raise SheetRefused(_("请先在“表头和表尾”里填写并保存：%(names)s。") % {"names": "、".join(blanks)})
    if problems := problems_of(held, rows):
        said = "；".join(in_words(problem.message) for problem in problems)
        raise SheetRefused(_("得分有误，不能送签：%(problems)s。") % {"problems": said})
    held.state, held.sent_by, held.sent_at, held.refusal = _Sheets.AWAITING_SIGNATURE, actor, at, ""
    held.save(update_fields=["state", "sent_by", "sent_at", "refusal"])
    note_step(held, "send_for_signature", actor, at)
    return held


@transaction.atomic
def sign(*, sheet: ReviewSheet, actor: User, at: datetime) -> ReviewSheet:
    """Signs a sheet: its filings are concluded, the sheet is frozen and its sealed PDF asked for, all or nothing.

    The signer, whose password the doorway has asked for, neither composed, sent nor scored what is signed. A blank
    处室领导 becomes the signer's name. An earlier signed sheet of the same region and cycle is superseded. Raises
    SheetRefused, MoveRefused.
    """
    held = _locked(sheet, _Sheets.AWAITING_SIGNATURE)
    _require_signer(held, actor)
    if held.rows.filter(filing__isnull=False).exclude(filing__state__in=JUDGED).exists():
        raise SheetRefused(_("这张审核表上有表正在重新审核，请退回编制人。"))
    for earlier in ReviewSheet.objects.filter(cycle=held.cycle, region=held.region, state=_Sheets.SIGNED):
        supersede(sheet=earlier, reason=_("重新编制的审核表已签发"), actor=actor, at=at)
    held.office_head = held.office_head or actor.full_name
    held.state, held.signed_by, held.signed_at = _Sheets.SIGNED, actor, at
    held.save(update_fields=["state", "signed_by", "signed_at", "office_head"])
    snapshot = freeze(sheet=held, actor=actor, at=at)
    for filing in Filing.objects.filter(sheet_rows__sheet=held, state=State.SCORED).order_by("pk"):
        move(filing=filing, name="conclude", actor=actor, at=at)
    _request(held, snapshot.digest, Variant.SEALED, actor, at)
    note_step(held, "sign", actor, at, {"digest": snapshot.digest})
    return held


@transaction.atomic
def refuse(*, sheet: ReviewSheet, reason: str, filings: Collection[Filing], actor: User, at: datetime) -> ReviewSheet:
    """Gives a sheet back to its composer; the named filings go back into review. Raises SheetRefused, MoveRefused.

    No filing needs to be named where only the sheet's own words are wrong.
    """
    held = _locked(sheet, _Sheets.AWAITING_SIGNATURE)
    _require_signer(held, actor)
    said = reason.strip()
    if problem := text_refusal(_("理由"), said, 500):
        raise SheetRefused(in_words(problem))
    if not said:
        raise SheetRefused(_("请写明退回理由。"))
    listed = set(held.rows.values_list("filing_id", flat=True))
    if any(filing.pk not in listed for filing in filings):
        raise SheetRefused(_("所选的表不在这张审核表上，请刷新页面后重选。"))
    for filing in filings:
        reopen_scores(move(filing=filing, name="refuse", actor=actor, at=at, reason=said))
    held.state, held.refusal = _Sheets.DRAFT, said
    held.save(update_fields=["state", "refusal"])
    note_step(held, "refuse", actor, at, {"reason": said, "filings": [filing.pk for filing in filings]})
    return held


@transaction.atomic
def request_paper(*, sheet: ReviewSheet, actor: User, at: datetime) -> Job:
    """The job that prints the sheet: as it was signed, marked 未签章, or as it stands, marked 草稿 before that."""
    frozen = sheet.snapshots.order_by("-number").first()
    if sheet.state in _IN_THE_MAKING or frozen is None:
        return _request(sheet, digest_of_sheet(sheet), Variant.DRAFT, actor, at)
    return _request(sheet, frozen.digest, Variant.UNSIGNED, actor, at)


def _request(sheet: ReviewSheet, digest: str, variant: Variant, actor: User, at: datetime) -> Job:
    return paper_requests.request_paper(
        subject_kind="review_sheet",
        subject_id=str(sheet.pk),
        digest=digest,
        variant=variant,
        actor=actor,
        at=at,
    )


def _write_rows(sheet: ReviewSheet) -> list[ReviewSheetRow]:
    sheet.rows.all().delete()
    return ReviewSheetRow.objects.bulk_create(printed_rows(sheet))


def _locked(sheet: ReviewSheet, state: ReviewSheet.State) -> ReviewSheet:
    held = (
        ReviewSheet.objects.select_for_update(of=("self",))
        .select_related("cycle__prefecture", "region")
        .get(pk=sheet.pk)
    )
    if held.state != state:
        raise SheetRefused(_("这张审核表现在是“%(state)s”，请刷新页面。") % {"state": held.get_state_display()})
    return held


def _require_composer(sheet: ReviewSheet, actor: User) -> None:
    if not may_compose(actor, sheet):
        raise SheetRefused(_("只有本地区的审核员可以编制审核表。"))


def _require_signer(sheet: ReviewSheet, actor: User) -> None:
    if not may_sign(actor, sheet):
        raise SheetRefused(_("只有处室领导可以签发或退回，并且编制人不能签发自己编制的审核表。"))
    if sheet.rows.filter(filing__reviewer=actor).exists():
        raise SheetRefused(_("这张审核表上有您评分的表，须由另一位处室领导签发。"))


def _last_office(prefecture: Region) -> str:
    sheets = ReviewSheet.objects.filter(cycle__prefecture=prefecture, imported=False).exclude(business_office="")
    return sheets.order_by("-id").values_list("business_office", flat=True).first() or ""
