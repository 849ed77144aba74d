"""Exporting the PDFs of a filing, of a county or of a whole cycle as one ZIP."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.models import Cycle, Filing, Snapshot
from portal.accounts.models import Region, User
from portal.audit.services import record
from portal.documents.bundle import BundleEntry, BundlePlan
from portal.documents.models import Job
from portal.documents.services import request
from portal.ui.language import official_language
from reviews.models import Export, ReviewSheet, ReviewSheetSnapshot
from reviews.permissions import may_export
from reviews.services.errors import ExportRefused

_VARIANT = "unsigned"


@transaction.atomic
def export(
    *, cycle: Cycle, actor: User, at: datetime, region: Region | None = None, filing: Filing | None = None
) -> Job:
    """Asks for the ZIP of what was received in ``cycle``: all of it, one county's, or one filing.

    The same choice with the same content gives the same job. Raises ExportRefused for another prefecture's papers, or
    where nothing has been received.
    """
    if not may_export(actor) or cycle.prefecture_id != actor.unit.region_id:
        raise ExportRefused(_("只有本地区财政局的业务管理员可以导出。"))
    chosen, _made = Export.objects.get_or_create(cycle=cycle, region=region, filing=filing)
    with official_language():
        name, entries = chosen.name, [*_filings(chosen), *_sheets(chosen)]
    if not entries:
        raise ExportRefused(_("%(name)s 还没有收到任何表，报送后才能导出。") % {"name": chosen.name})
    plan = BundlePlan.made(f"{name}.zip", entries)
    record(
        actor=actor,
        verb="export",
        subject_kind="bundle",
        subject_id=chosen.pk,
        at=at,
        region_code=cycle.prefecture.code,
        details={"name": name, "papers": len(entries)},
    )
    return request(
        kind="bundle",
        subject_kind="bundle",
        subject_id=str(chosen.pk),
        digest=plan.digest,
        variant=_VARIANT,
        actor=actor,
        at=at,
        parameters=plan.parameters,
    )


def _filings(chosen: Export) -> Iterator[BundleEntry]:
    """The version received last of each filing; what its unit withdrew was not received."""
    received = Snapshot.objects.received().filter(filing__obligation__cycle=chosen.cycle)
    if chosen.filing_id:
        received = received.filter(filing=chosen.filing_id)
    if chosen.region_id and chosen.region_id != chosen.cycle.prefecture_id:
        received = received.filter(filing__obligation__unit__region=chosen.region_id)
    newest = received.order_by("filing_id", "-version").distinct("filing_id")
    for snapshot in newest.select_related("filing__obligation__unit__region", "filing__obligation__cycle"):
        yield BundleEntry("filing", str(snapshot.filing_id), snapshot.digest, _VARIANT, _filing_name(snapshot.filing))


def _sheets(chosen: Export) -> Iterator[BundleEntry]:
    """The signed review sheets; a single filing comes without one."""
    if chosen.filing_id:
        return
    signed = ReviewSheetSnapshot.objects.filter(sheet__cycle=chosen.cycle, sheet__state=ReviewSheet.State.SIGNED)
    if chosen.region_id:
        signed = signed.filter(sheet__region=chosen.region_id)
    newest = signed.order_by("sheet_id", "-number").distinct("sheet_id").select_related("sheet__region")
    for snapshot in newest:
        name = f"{snapshot.sheet.region.name}/{snapshot.sheet.title}.pdf"
        yield BundleEntry("review_sheet", str(snapshot.sheet_id), snapshot.digest, _VARIANT, name)


def _filing_name(filing: Filing) -> str:
    owed = filing.obligation
    paper = f"{owed.unit.name}_{owed.fund_name or owed.cycle.name}_{owed.cycle.get_kind_display()}"
    return f"{owed.unit.region.name}/{paper}.pdf"
