"""The act behind the seal of a review sheet, and how the sheet stands today."""

from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from assessments.services.sealing import finance_unit
from portal.accounts.models.names import region_name_on, unit_name_on
from portal.clock import beijing_day
from portal.documents.papers.seal_acts import SealAct
from portal.documents.papers.version_status import CURRENT, REOPENED, SUPERSEDED, Standing
from portal.seals.fields import PREFECTURE_FIELD
from reviews.models import ReviewSheet, ReviewSheetSnapshot
from reviews.services.sheet_names import name_of

_States = ReviewSheet.State


@transaction.atomic
def acts_behind(subject_id: str, digest: str) -> tuple[SealAct, ...]:
    """The office head's signature under the sheet, if it is the sheet with ``digest`` and in force.

    Nothing for a draft, an import and a sheet that is no longer in force. Inside a transaction the sheet's row stays
    locked until its end, so that nothing supersedes it between this answer and what is made of it.
    """
    if not subject_id.isdecimal():
        return ()
    locked = ReviewSheet.objects.select_for_update(no_key=True, of=("self",))
    sheet = locked.select_related("cycle__prefecture", "signed_by").filter(pk=subject_id).first()
    if sheet is None or sheet.imported or sheet.state != _States.SIGNED or sheet.signed_at is None:
        return ()
    if not sheet.snapshots.filter(digest=digest, actor=sheet.signed_by).exists():
        return ()
    office = finance_unit(sheet.cycle.prefecture)
    return (SealAct(PREFECTURE_FIELD, office.pk, "sign", str(sheet.signed_by), sheet.signed_at),) if office else ()


def standings_of(subject_id: str) -> dict[str, Standing]:
    """The standing of a signed sheet among those of its region and cycle, by digest; empty where it was never signed.

    Every signed sheet is one version of the region's judgement, counted from 1. Taken out of force by a filing that is
    judged again it is reopened, until the next one supersedes it.
    """
    frozen = list(_frozen(subject_id))
    if not frozen:
        return {}
    sheet = frozen[0].sheet
    versions, (region, office) = _versions(sheet), names_on(sheet, beijing_day(frozen[0].at))
    version, latest = versions.index(sheet.pk) + 1, len(versions)
    standing = Standing(
        paper=name_of(sheet.edition, sheet.cycle),
        unit=office,
        region=region,
        about=sheet.cycle.name,
        version=version,
        state=SUPERSEDED if version < latest else CURRENT if sheet.state == _States.SIGNED else REOPENED,
        latest=latest,
        submitted_at=sheet.signed_at,
        seals=() if sheet.imported else (PREFECTURE_FIELD,),
    )
    return {snapshot.digest: standing for snapshot in frozen}


def names_on(sheet: ReviewSheet, day: date | None) -> tuple[str, str]:
    """The names of the sheet's region and of the office that signs it on ``day``, or today."""
    region, office = sheet.region, finance_unit(sheet.cycle.prefecture)
    if day is None:
        return region.name, office.name if office else ""
    return region_name_on(region, day), unit_name_on(office, day) if office else ""


def _frozen(subject_id: str) -> QuerySet[ReviewSheetSnapshot]:
    if not subject_id.isdecimal():
        return ReviewSheetSnapshot.objects.none()
    frozen = ReviewSheetSnapshot.objects.filter(sheet_id=int(subject_id))
    return frozen.select_related("sheet__cycle__prefecture", "sheet__region")


def _versions(sheet: ReviewSheet) -> list[int]:
    signed = ReviewSheet.objects.filter(cycle=sheet.cycle, region=sheet.region)
    in_force_once = signed.filter(state__in=[_States.SIGNED, _States.SUPERSEDED])
    return list(in_force_once.order_by("signed_at", "pk").values_list("pk", flat=True))
