"""One prefecture with one county, its people, and an open monitoring cycle."""

from dataclasses import dataclass

import pytest

from assessments.models import Cycle, Obligation
from portal.accounts.models import User
from tests.factories.accounts import (
    BusinessAdminFactory,
    ClerkFactory,
    CountyFactory,
    FinanceUnitFactory,
    HeadFactory,
    OfficeHeadFactory,
    PrefectureFactory,
    ReviewerFactory,
    UnitFactory,
)
from tests.factories.assessments import make_cycle, make_obligation


@dataclass(frozen=True)
class Scene:
    """The people of a county's bureau and of its prefecture's finance bureau, and what the county owes."""

    clerk: User
    colleague: User
    head: User
    reviewer: User
    office_head: User
    admin: User
    cycle: Cycle
    obligation: Obligation


@pytest.fixture
def scene(db: None) -> Scene:
    """A county that owes one monitoring report for 机关事业单位养老保险."""
    prefecture = PrefectureFactory.create()
    bureau = UnitFactory.create(region=CountyFactory.create(parent=prefecture))
    office = FinanceUnitFactory.create(region=prefecture)
    cycle = make_cycle(prefecture)
    return Scene(
        clerk=ClerkFactory.create(unit=bureau),
        colleague=ClerkFactory.create(unit=bureau),
        head=HeadFactory.create(unit=bureau),
        reviewer=ReviewerFactory.create(unit=office),
        office_head=OfficeHeadFactory.create(unit=office),
        admin=BusinessAdminFactory.create(unit=office),
        cycle=cycle,
        obligation=make_obligation(cycle, bureau),
    )
