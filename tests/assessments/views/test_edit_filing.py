"""What a page fetches of its filing: all that it is checked with among the unit's own papers, and nobody else's."""

import pytest
from pytest_django import DjangoAssertNumQueries

from assessments.domain.funds import Fund
from assessments.models import Filing
from assessments.queries import facts_of
from assessments.services.examining import examine
from assessments.services.squares import Change, save_squares
from assessments.views.edit_filing import own_filing
from portal.accounts.backends import AccountsBackend
from portal.accounts.models import User
from tests.assessments.conftest import Scene
from tests.factories.accounts import ClerkFactory, UnitFactory
from tests.factories.assessments import NOW, loaded, make_cycle, make_draft, make_obligation

pytestmark = pytest.mark.django_db
PASTED = "参保缴费人数比预计多143人，后期精准统计。"


def pasted(filing: Filing, clerk: User) -> Filing:
    """The filing with words that another form of the unit says too."""
    change = Change("deviation_and_measures", PASTED, "")
    save_squares(filing_id=filing.pk, changes=[change], actor=clerk, at=NOW)
    return loaded(filing)


def own(filing: Filing, clerk: User) -> Filing:
    """The filing as the page of its clerk fetches it."""
    person = AccountsBackend().get_user(clerk.pk)
    assert person is not None
    return own_filing(person, filing.pk)


def test_a_page_finds_what_is_found_without_it(scene: Scene, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    first = pasted(make_draft(scene.obligation, scene.clerk, rows=2), scene.clerk)
    pasted(make_draft(make_obligation(scene.cycle, scene.clerk.unit, Fund.RESIDENT_PENSION), scene.clerk), scene.clerk)
    page = own(first, scene.clerk)
    facts = facts_of(page)
    assert facts == facts_of(first)
    found = examine(first, facts)
    assert {item.rule for item in found.all} >= {"V28"}
    with django_assert_num_queries(3):
        assert examine(page, facts) == found


def test_beside_a_paper_lie_the_units_own_of_the_cycle(scene: Scene) -> None:
    mine = make_draft(scene.obligation, scene.clerk)
    beside = make_draft(make_obligation(scene.cycle, scene.clerk.unit, Fund.RESIDENT_PENSION), scene.clerk)
    make_draft(make_obligation(make_cycle(scene.cycle.prefecture, year=2025), scene.clerk.unit), scene.clerk)
    neighbour = ClerkFactory.create(unit=UnitFactory.create(region=scene.clerk.unit.region, name="邻局"))
    make_draft(make_obligation(scene.cycle, neighbour.unit), neighbour)
    assert own(mine, scene.clerk).beside == (beside,)
