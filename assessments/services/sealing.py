"""The acts behind the seals of a filing's version, and how that version stands today."""

from collections import defaultdict
from collections.abc import Mapping

from django.db import transaction
from django.db.models import QuerySet

from assessments.domain.workflow import State
from assessments.editions import edition_named
from assessments.models import Filing, Move, Snapshot
from portal.accounts.models import Region, Unit
from portal.documents.papers.seal_acts import SealAct
from portal.documents.papers.version_status import CURRENT, REOPENED, RETURNED, SUPERSEDED, WITHDRAWN, Standing
from portal.seals.fields import PREFECTURE_FIELD, UNIT_FIELD
from portal.text.door import clean_all


@transaction.atomic
def acts_behind(subject_id: str, digest: str) -> tuple[SealAct, ...]:
    """The unit's submission of the version with ``digest``, then the prefecture's conclusion of it, as they stand now.

    Nothing for a draft, an import and a version that was withdrawn. A version that was returned or replaced keeps its
    submission; one that was reopened has lost its conclusion, or its approval where nobody reviews it. Inside a
    transaction the filing's row stays locked until its end, so that no step comes between this answer and what is made
    of it.
    """
    if not subject_id.isdecimal() or not _locked(subject_id):
        return ()
    snapshot = _versions(subject_id).filter(digest=digest).first()
    if snapshot is None or snapshot.actor_id is None:
        return ()
    steps = _steps_by_version(snapshot.filing)[snapshot.version]
    if "submit" not in steps or "withdraw" in steps:
        return ()
    filing = snapshot.filing
    sent = "submit" if filing.obligation.cycle.paper.reviewed else "approve"
    if sent == "approve" and filing.version == snapshot.version and filing.state != State.CONCLUDED:
        return ()
    acts = [_act(UNIT_FIELD, snapshot.unit_id, steps["submit"], sent)]
    concluded = filing.state == State.CONCLUDED and "conclude" in steps and filing.version == snapshot.version
    if concluded and (office := finance_unit(filing.obligation.cycle.prefecture)):
        acts.append(_act(PREFECTURE_FIELD, office.pk, steps["conclude"], "conclude"))
    return tuple(acts)


def standings_of(subject_id: str) -> dict[str, Standing]:
    """The standing of every version of a filing, by digest; empty where there is no such filing."""
    versions = list(_versions(subject_id))
    if not versions:
        return {}
    steps = _steps_by_version(versions[0].filing)
    received = [snapshot.version for snapshot in versions if "withdraw" not in steps[snapshot.version]]
    latest = max(received, default=versions[-1].version)
    return {snapshot.digest: _standing(snapshot, steps[snapshot.version], latest) for snapshot in versions}


def finance_unit(prefecture: Region) -> Unit | None:
    """The prefecture's finance bureau, which concludes and signs; None where it has none, as with some imports."""
    return Unit.objects.filter(region=prefecture, kind=Unit.Kind.FINANCE).order_by("-active", "pk").first()


def _locked(subject_id: str) -> bool:
    return Filing.objects.select_for_update(no_key=True).filter(pk=subject_id).exists()


def _versions(subject_id: str) -> QuerySet[Snapshot]:
    if not subject_id.isdecimal():
        return Snapshot.objects.none()
    related = ("filing__obligation__cycle__prefecture", "filing__obligation__unit__region", "unit")
    return Snapshot.objects.select_related(*related).filter(filing_id=int(subject_id)).order_by("version")


def _steps_by_version(filing: Filing) -> Mapping[int, Mapping[str, Move]]:
    """The last step of each name that was made on each version."""
    steps: dict[int, dict[str, Move]] = defaultdict(dict)
    for move in Move.objects.filter(filing=filing).select_related("actor").order_by("pk"):
        steps[move.version][move.name] = move
    return steps


def _act(field: str, unit_id: int, step: Move, act: str) -> SealAct:
    return SealAct(field=field, unit_id=unit_id, act=act, actor=str(step.actor), at=step.at)


def _standing(snapshot: Snapshot, steps: Mapping[str, Move], latest: int) -> Standing:
    filing, owed, imported = snapshot.filing, snapshot.filing.obligation, snapshot.actor_id is None
    printed = {} if imported else clean_all(snapshot.payload["texts"])
    return Standing(
        paper=owed.cycle.kind_name,
        unit=printed.get(edition_named(snapshot.edition).unit_square) or filing.unit_name,
        region=printed.get("region") or filing.region_name,
        unit_now=snapshot.unit.name,
        taken_over_by="" if snapshot.unit.active else _heirs(snapshot.unit),
        about=f"{owed.fund_name}　{owed.cycle.name}".strip(),
        version=snapshot.version,
        state=_state(snapshot, steps, latest),
        latest=latest,
        submitted_at=None if imported else snapshot.at,
        seals=() if imported else (UNIT_FIELD, PREFECTURE_FIELD) if owed.cycle.paper.reviewed else (UNIT_FIELD,),
        judged_at=steps["score"].at if "score" in steps else None,
    )


def _heirs(unit: Unit) -> str:
    """Who took over from a unit that is closed."""
    heirs = Unit.objects.filter(inheritances__predecessor=unit, inheritances__direct=True).order_by("pk")
    return "、".join(heirs.values_list("name", flat=True))


def _state(snapshot: Snapshot, steps: Mapping[str, Move], latest: int) -> str:
    if "withdraw" in steps:
        return WITHDRAWN
    if latest > snapshot.version:
        return SUPERSEDED
    if "return_for_revision" in steps:
        return RETURNED
    last = "conclude" if snapshot.filing.obligation.cycle.paper.reviewed else "submit"
    return REOPENED if last in steps and snapshot.filing.state != State.CONCLUDED else CURRENT
