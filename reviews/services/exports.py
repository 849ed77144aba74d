"""Exporting the sealed PDFs of a filing, of a county or of a whole cycle as one ZIP."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from assessments.domain.workflow import State
from assessments.models import Cycle, Filing, Snapshot
from portal.accounts.models import Region, User
from portal.accounts.models.names import region_name_on
from portal.audit.services import record
from portal.clock import beijing_day
from portal.documents.bundles.bundle_plan import BundleEntry, BundlePlan
from portal.documents.models import SEALED_VARIANTS, Document, Variant
from portal.jobs.models import Job
from portal.jobs.services import request
from portal.ui.language import official_language
from reviews.models import Export, ReviewSheet, ReviewSheetSnapshot
from reviews.permissions import may_export
from reviews.services.errors import ExportRefused

#: Ends the name of an import, which nobody seals.
UNSEALED = "_未签章"


@transaction.atomic
def export(
    *, cycle: Cycle, actor: User, at: datetime, region: Region | None = None, filing: Filing | None = None
) -> Job:
    """Asks for the ZIP of what was received in ``cycle``: all of it, one county's, or one filing.

    Concluded filings come with both seals, the others with their unit's, imports without any and named so. The same
    choice with the same content, sealed as far as before, gives the same job. Raises ExportRefused for another
    prefecture's papers, or where nothing has been received.
    """
    if not may_export(actor) or cycle.prefecture_id != actor.unit.region_id:
        raise ExportRefused(_("只有本地区财政局的业务管理员可以导出。"))
    chosen, _made = Export.objects.get_or_create(cycle=cycle, region=region, filing=filing)
    with official_language():
        name, entries = chosen.name, _with_what_is_sealed([*_filings(chosen), *_sheets(chosen)])
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
        variant=Variant.UNSIGNED,
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
        variant, fallback = _variants(snapshot)
        yield BundleEntry(
            subject_kind="filing",
            subject_id=str(snapshot.filing_id),
            digest=snapshot.digest,
            variant=variant,
            name=_filing_name(snapshot.filing),
            fallback=fallback,
        )


def _variants(snapshot: Snapshot) -> tuple[str, str]:
    """What is wanted of a version, and what goes in while that waits for its second seal."""
    if snapshot.filing.imported:
        return Variant.UNSIGNED, ""
    if snapshot.filing.state == State.CONCLUDED and snapshot.filing.obligation.cycle.paper.reviewed:
        return Variant.COUNTERSIGNED, Variant.SEALED
    return Variant.SEALED, ""


def _sheets(chosen: Export) -> Iterator[BundleEntry]:
    """The signed review sheets; a single filing comes without one."""
    if chosen.filing_id:
        return
    signed = ReviewSheetSnapshot.objects.filter(sheet__cycle=chosen.cycle, sheet__state=ReviewSheet.State.SIGNED)
    if chosen.region_id:
        signed = signed.filter(sheet__region=chosen.region_id)
    newest = signed.order_by("sheet_id", "-number").distinct("sheet_id").select_related("sheet__region")
    newest = newest.prefetch_related("sheet__region__former_names")
    for snapshot in newest:
        imported, region = snapshot.sheet.imported, region_name_on(snapshot.sheet.region, beijing_day(snapshot.at))
        yield BundleEntry(
            subject_kind="review_sheet",
            subject_id=str(snapshot.sheet_id),
            digest=snapshot.digest,
            variant=Variant.UNSIGNED if imported else Variant.SEALED,
            name=f"{region}/{chosen.cycle.name}_{snapshot.sheet.title}{UNSEALED if imported else ''}.pdf",
        )


def _filing_name(filing: Filing) -> str:
    owed = filing.obligation
    paper = "_".join(filter(None, (filing.unit_name, owed.fund_name, owed.cycle.name, owed.cycle.kind_name)))
    return f"{filing.region_name}/{paper}{UNSEALED if filing.imported else ''}.pdf"


def _with_what_is_sealed(entries: Iterable[BundleEntry]) -> list[BundleEntry]:
    """The entries, each with the digests of what is sealed of it by now."""
    wanted = list(entries)
    found = Document.objects.filter(content_digest__in=[entry.digest for entry in wanted], variant__in=SEALED_VARIANTS)
    sealed: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for document in found.order_by("sha256"):
        sealed[document.subject_kind, document.subject_id, document.content_digest].append(document.sha256)
    return [
        replace(entry, known=" ".join(sealed[entry.subject_kind, entry.subject_id, entry.digest])) for entry in wanted
    ]
