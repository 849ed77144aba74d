"""An app of its own for these tests, whose papers (kind ``paper``) carry seals.

The id of a paper names the two units that seal it: ``case-7-9``. The short name of each says how far it has got: 报送
or 撤回 for the unit, 办结 for the office. Everything is read from the database, as an app of the portal does it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from portal.accounts.models import Unit, User
from portal.clock import now
from portal.documents.making.paper_requests import request_paper
from portal.documents.papers.printable_html import PrintableHtml, SealPlace
from portal.documents.papers.seal_acts import SealAct
from portal.documents.papers.version_status import CURRENT, WITHDRAWN, Standing
from portal.jobs.models import Job
from portal.seals.signing import PREFECTURE_FIELD, UNIT_FIELD
from tests.factories.accounts import FinanceUnitFactory, UnitFactory
from tests.factories.assessments import NOW

DIGEST = "d" * 64
FIELDS = (UNIT_FIELD, PREFECTURE_FIELD)


@dataclass(frozen=True)
class Case:
    """One paper of a bureau that has submitted it, for a prefecture's bureau that has not concluded it yet."""

    unit: Unit
    office: Unit

    @classmethod
    def made(cls) -> "Case":
        """A new one, neither unit with a seal."""
        unit: Unit = UnitFactory.create(short_name="报送")
        office: Unit = FinanceUnitFactory.create(region=unit.region.parent, short_name="审核")
        return cls(unit, office)

    @property
    def subject_id(self) -> str:
        """The id of the paper."""
        return f"case-{self.unit.pk}-{self.office.pk}"

    def ask(self, variant: str = "sealed", **others: str) -> Job:
        """Asks for a variant of the paper."""
        wanted: dict[str, Any] = {
            "subject_kind": "paper",
            "subject_id": self.subject_id,
            "digest": DIGEST,
        }
        return request_paper(**wanted | {"variant": variant} | others, actor=None, at=now())

    def withdraw(self) -> None:
        """The unit takes its submission back."""
        Unit.objects.filter(pk=self.unit.pk).update(short_name="撤回")

    def reopen(self) -> None:
        """The office takes the paper into review again."""
        Unit.objects.filter(pk=self.office.pk).update(short_name="审核")

    def conclude(self) -> None:
        """The office concludes the paper."""
        Unit.objects.filter(pk=self.office.pk).update(short_name="办结")


def build(subject_id: str, variant: str, digest: str) -> PrintableHtml:
    """A page with a place for each seal."""
    places = "".join(f"<p id='{field}'>（公章）</p>" for field in FIELDS)
    html = (
        f"<!doctype html><html lang='zh-CN'><head><title>表</title></head><body><p>{variant}</p>{places}</body></html>"
    )
    return PrintableHtml(
        html=html,
        title="表",
        filename=f"{subject_id}_已签章.pdf",
        digest=digest,
        version=2,
        seal_places=tuple(SealPlace(field, field, "公章") for field in FIELDS) if variant == "sealed" else (),
    )


@transaction.atomic
def acts_behind(subject_id: str, digest: str) -> tuple[SealAct, ...]:
    """What the short names of the two units say, their rows locked."""
    units = {unit.pk: unit for unit in Unit.objects.select_for_update().filter(pk__in=_ids(subject_id)).order_by("pk")}
    unit, office = (units.get(pk) for pk in _ids(subject_id))
    if unit is None or office is None or digest != DIGEST or unit.short_name != "报送":
        return ()
    acts = [SealAct(UNIT_FIELD, unit.pk, "submit", "买买提江", NOW)]
    if office.short_name == "办结":
        acts.append(SealAct(PREFECTURE_FIELD, office.pk, "conclude", "李建国", NOW))
    return tuple(acts)


def standings_of(subject_id: str) -> Mapping[str, Standing]:
    """One version, withdrawn or current."""
    unit, office = (Unit.objects.get(pk=pk) for pk in _ids(subject_id))
    state = WITHDRAWN if unit.short_name == "撤回" else CURRENT
    standing = Standing("监控情况表", unit.name, unit.region.name, "2026年", 1, state, 1, now(), seals=FIELDS)
    return {DIGEST: standing} if office else {}


def may_read(user: User, subject_id: str) -> bool:
    """Both units read the paper."""
    return user.unit_id in _ids(subject_id)


def _ids(subject_id: str) -> tuple[int, int]:
    _case, unit, office = subject_id.split("-")
    return int(unit), int(office)
