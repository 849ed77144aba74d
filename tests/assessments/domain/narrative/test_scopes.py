"""Whose figures a text gives."""

import pytest

from assessments.domain.narrative.claims import Key
from assessments.domain.narrative.scopes import HERE, OWN_LEVEL, Home, place_at, scope_at
from tests.assessments.domain.narrative.texts import claims

BACHU, KASHGAR = Home.of("喀什地区巴楚县"), Home.of("喀什地区")


@pytest.mark.parametrize(
    ("text", "home", "scope"),
    [
        ("全县", BACHU, HERE),
        ("我县", BACHU, HERE),
        ("巴楚县", BACHU, HERE),
        ("喀什地区", BACHU, "喀什地区"),
        ("全国", BACHU, "全国"),
        ("全地区", KASHGAR, HERE),
        ("地区本级", KASHGAR, OWN_LEVEL),
        ("全县", Home.of(""), HERE),
    ],
)
def test_the_own_region_has_many_names(text: str, home: Home, scope: str) -> None:
    assert scope_at(text, 0, home) == (scope, len(text))


def test_another_place_begins_a_clause() -> None:
    assert place_at("贵池区申请补贴", 0) == ("贵池区", 3)
    assert place_at("城乡居民", 0) is None
    assert place_at("年末城乡居民", 0) is None


def _scopes(*paragraphs: str) -> list[Key]:
    return [claim.key for claim in claims(*paragraphs).values]


def test_figures_of_other_places_and_levels_are_other_data() -> None:
    keys = _scopes("2022年社会保险基金收入9万元；县本级收入7万元。", "东至县基金收入5万元。")
    assert [key.scope for key in keys] == [HERE, OWN_LEVEL, "东至县"]
