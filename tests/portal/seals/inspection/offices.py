"""One authority, two units, and papers with both seals, made once in a test run."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache, cached_property

from portal.seals.inspection.findings import Inspection
from tests.factories.pdfs import CODE, small_paper
from tests.factories.signatures import SEALED_AT, Authority, Identity, sealed, with_fields

UNIT, PREFECTURE = "甲县社会保险管理局", "乙地区财政局"
UNIT_FIELD, PREFECTURE_FIELD = "UnitSeal", "PrefectureSeal"
COUNTERSIGNED_AT = SEALED_AT + timedelta(days=10)


@dataclass(frozen=True)
class Trust:
    """Whom to trust."""

    roots: tuple[bytes, ...] = ()
    crls: tuple[bytes, ...] = ()


@dataclass
class Office:
    """An authority with the seals of one unit and one prefecture."""

    authority: Authority = field(default_factory=Authority)

    @cached_property
    def unit(self) -> Identity:
        return self.authority.issue(UNIT)

    @cached_property
    def prefecture(self) -> Identity:
        return self.authority.issue(PREFECTURE)

    @property
    def trust(self) -> Trust:
        """As the portal trusts: the root, and its newest list."""
        return Trust((self.authority.root.der,), (self.authority.crl(COUNTERSIGNED_AT),))

    def once(self, paper: bytes | None = None, at: datetime = SEALED_AT) -> bytes:
        """A paper with the unit's seal; the other field waits."""
        empty = with_fields(paper or small_paper(), [UNIT_FIELD, PREFECTURE_FIELD])
        return sealed(empty, UNIT_FIELD, self.unit, self.authority, certify=True, at=at)

    def twice(self, once: bytes) -> bytes:
        """The same with the prefecture's."""
        return sealed(once, PREFECTURE_FIELD, self.prefecture, self.authority, at=COUNTERSIGNED_AT)


@cache
def office() -> Office:
    """The usual one."""
    return Office()


def once(code: str = CODE) -> bytes:
    """A paper with its first seal."""
    return _once(code)


def twice(code: str = CODE) -> bytes:
    """A paper with both seals."""
    return _twice(code)


@cache
def _once(code: str) -> bytes:
    return office().once(small_paper(code))


@cache
def _twice(code: str) -> bytes:
    return office().twice(once(code))


def problems(inspection: Inspection) -> list[tuple[str, ...]]:
    """What is wrong with each signature."""
    return [found.problems for found in inspection.signatures]
