"""Garbage of a document waits, and is gone after it."""

import gc
import weakref

from portal.documents import pdf
from portal.documents.pdf.garbage import collected_at_the_end


class Knot:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_garbage_waits_and_is_gone_at_the_end() -> None:
    with collected_at_the_end():
        knot = weakref.ref(Knot())
        [[] for _ in range(20_000)]
        assert knot() is not None
    assert knot() is None


def test_what_was_there_before_is_looked_through_as_seldom_as_the_collector_would() -> None:
    knots = [Knot()]
    old, documents = weakref.ref(knots[0]), 0
    gc.collect()
    knots.clear()
    while old() is not None:
        with collected_at_the_end():
            documents += 1
    assert documents == gc.get_threshold()[2] + 2


def test_the_usual_threshold_comes_back_even_after_an_error() -> None:
    usual = gc.get_threshold()
    try:
        with collected_at_the_end():
            raise ValueError
    except ValueError:
        assert gc.get_threshold() == usual


def test_nothing_of_a_document_is_left_after_it() -> None:
    page = "<!doctype html><title>表</title><table class=sheet>" + "<tr><td>绩效</td></tr>" * 50 + "</table>"
    pdf.render_pdf(page)
    before = len(gc.get_objects())
    for _ in range(3):
        pdf.render_pdf(page)
    assert len(gc.get_objects()) - before < 1000
