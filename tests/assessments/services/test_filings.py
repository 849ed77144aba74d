"""What the portal writes into a form when it is begun."""

from assessments.domain.editions import EDITION_FACTS, GIVEN
from assessments.sheets.contents import TYPED
from assessments.sheets.editions import sheet_of
from tests.assessments.conftest import Scene


def test_no_rule_holds_against_a_unit_what_the_portal_fills_in_and_the_unit_cannot_change(scene: Scene) -> None:
    typed = {box.key for edition in EDITION_FACTS for box in sheet_of(edition).boxes() if box.kind in TYPED}
    assert set(scene.obligation.locked_squares(unit="甲", region="乙")) == GIVEN - typed
