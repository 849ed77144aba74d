"""Whatever is changed in a sealed paper, its seals do not hold with other bytes than they were put on."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.seals.inspection.examine import examine
from portal.seals.inspection.findings import PROBLEMS, TROUBLES, Inspection
from tests.factories.attacks import CONTENTS, flipped
from tests.factories.pdfs import CODE
from tests.portal.seals.inspection.offices import office, twice

SEED = 20260302


def _holes(pdf: bytes) -> list[tuple[int, int]]:
    """Where the signatures lie, which cover everything but themselves."""
    return [(mark.start(1) - 1, mark.end(1) + 1) for mark in CONTENTS.finditer(pdf)]


def _is_signed(pdf: bytes, place: int) -> bool:
    last_start, last_end = _holes(pdf)[-1]
    return not last_start <= place < last_end


def _is_ours(found: Inspection) -> bool:
    prints = {one.fingerprint for one in found.signatures}
    return found.code == CODE or bool(prints & {office().unit.fingerprint, office().prefecture.fingerprint})


@pytest.mark.parametrize("number", range(60))
def test_a_flipped_bit_is_noticed_wherever_it_is(number: int) -> None:
    chance = random.Random(SEED + number)
    pdf, place, bit = twice(), chance.randrange(len(twice())), chance.randrange(8)
    found = examine(flipped(pdf, place, bit), office().trust)
    assert _is_ours(found)
    assert not (found.holds and _is_signed(pdf, place)), place


@settings(max_examples=40)
@given(st.data())
def test_a_flipped_bit_never_breaks_the_reader(data: st.DataObject) -> None:
    pdf = twice()
    place, bit = data.draw(st.integers(0, len(pdf) - 1)), data.draw(st.integers(0, 7))
    _is_well_formed(examine(flipped(pdf, place, bit), office().trust))


@settings(max_examples=40)
@given(st.data())
def test_a_cut_never_breaks_the_reader(data: st.DataObject) -> None:
    pdf = twice()
    start = data.draw(st.integers(0, len(pdf)))
    end = data.draw(st.integers(start, len(pdf)))
    found = examine(pdf[:start] + pdf[end:], office().trust)
    _is_well_formed(found)
    assert not found.holds or start == end or found.size < len(pdf)


@settings(max_examples=40)
@given(st.binary(min_size=1, max_size=60), st.data())
def test_bytes_put_in_are_never_covered(extra: bytes, data: st.DataObject) -> None:
    pdf = twice()
    place = data.draw(st.integers(0, len(pdf)))
    found = examine(pdf[:place] + extra + pdf[place:], office().trust)
    _is_well_formed(found)
    assert not found.holds


def _is_well_formed(found: Inspection) -> None:
    assert found.trouble == "" or found.trouble in TROUBLES
    assert {word for one in found.signatures for word in one.problems} <= set(PROBLEMS)
    assert all(one.holds == (not one.problems) for one in found.signatures)
