"""What the portal writes into a form when it is begun."""

from assessments.editions import EDITIONS
from assessments.sheets.contents import TYPED
from tests.assessments.conftest import Scene


def test_no_rule_holds_against_a_unit_what_the_portal_fills_in_and_the_unit_cannot_change(scene: Scene) -> None:
    words = scene.obligation.words(unit="甲", region="乙")
    for edition in EDITIONS.values():
        assert set(edition.filled(words)) == edition.given
        assert edition.given.isdisjoint(box.key for box in edition.boxes() if box.kind in TYPED)
