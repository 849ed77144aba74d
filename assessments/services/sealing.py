"""Which acts stand behind the seals of a filing's version, and how that version stands today."""

from collections.abc import Mapping

from django.db import transaction

from assessments.domain.workflow import State
from assessments.models import Filing, Move, Snapshot
from portal.accounts.models import Region, Unit
from portal.documents.acts import SealAct
from portal.documents.standing import CURRENT, REOPENED, SUPERSEDED, WITHDRAWN, Standing
from portal.seals.signing import PREFECTURE_FIELD, UNIT_FIELD


@transaction.atomic
def acts_behind(subject_id: str, digest: str) -> tuple[SealAct, ...]:
    """The unit's submission of the version with ``digest``, then the prefecture's conclusion of it, as they stand now.

    Nothing for a draft, an import and a version that was withdrawn. A version that was returned or replaced keeps its
    submission; one that was reopened has lost its conclusion. Inside a transaction the filing's row stays locked until
    its end, so that no step comes between this answer and what is made of it.
    """
    if not subject_id.isdecimal() or not _locked(subject_id):
        return ()
    snapshot = _version(subject_id, digest)
    if snapshot is None or snapshot.actor_id is None:
        return ()
    steps = _steps(snapshot)
    if "submit" not in steps or "withdraw" in steps:
        return ()
    filing = snapshot.filing
    acts = [_act(UNIT_FIELD, filing.obligation.unit_id, steps["submit"])]
    concluded = filing.state == State.CONCLUDED and "conclude" in steps and filing.version == snapshot.version
    if concluded and (office := finance_unit(filing.obligation.cycle.prefecture)):
        acts.append(_act(PREFECTURE_FIELD, office.pk, steps["conclude"]))
    return tuple(acts)


def standing_of(subject_id: str, digest: str) -> Standing | None:
    """How the version with ``digest`` stands; None where the filing never had it."""
    snapshot = _version(subject_id, digest) if subject_id.isdecimal() else None
    if snapshot is None:
        return None
    filing, owed = snapshot.filing, snapshot.filing.obligation
    received = Snapshot.objects.received().filter(filing=filing).order_by("-version").first()
    latest = received.version if received else snapshot.version
    return Standing(
        paper=owed.cycle.get_kind_display(),
        unit=owed.unit.name,
        region=owed.unit.region.name,
        about=f"{owed.fund_name}　{owed.cycle.name}".strip(),
        version=snapshot.version,
        state=_state(filing, snapshot, latest),
        latest=latest,
        submitted_at=snapshot.at if snapshot.actor_id else None,
    )


def finance_unit(prefecture: Region) -> Unit | None:
    """The prefecture's finance bureau, which concludes and signs; None where it has none, as with some imports."""
    return Unit.objects.filter(region=prefecture, kind=Unit.Kind.FINANCE).order_by("-active", "pk").first()


def _locked(subject_id: str) -> bool:
    return Filing.objects.select_for_update(no_key=True).filter(pk=subject_id).exists()


def _version(subject_id: str, digest: str) -> Snapshot | None:
    related = ("filing__obligation__cycle__prefecture", "filing__obligation__unit__region")
    return Snapshot.objects.select_related(*related).filter(filing_id=int(subject_id), digest=digest).first()


def _steps(snapshot: Snapshot) -> Mapping[str, Move]:
    """The last step of each name that was made on the version."""
    moves = Move.objects.filter(filing=snapshot.filing_id, version=snapshot.version)
    return {move.name: move for move in moves.select_related("actor").order_by("pk")}


def _act(field: str, unit_id: int, step: Move) -> SealAct:
    return SealAct(field=field, unit_id=unit_id, act=step.name, actor=str(step.actor), at=step.at)


def _state(filing: Filing, snapshot: Snapshot, latest: int) -> str:
    steps = _steps(snapshot)
    if "withdraw" in steps:
        return WITHDRAWN
    if latest > snapshot.version:
        return SUPERSEDED
    return REOPENED if "conclude" in steps and filing.state != State.CONCLUDED else CURRENT
