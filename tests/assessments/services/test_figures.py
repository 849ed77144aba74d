"""What of a filing its public page shows."""

import pytest

from assessments.rendering.paper.printed_filing import build
from assessments.services.figures import figures_of
from portal.documents.papers.comparison_figures import Figure
from tests.assessments.conftest import Scene
from tests.factories.assessments import make_submitted
from tests.printed import words

pytestmark = pytest.mark.django_db


def test_the_totals_and_the_rate_are_those_on_the_paper(scene: Scene) -> None:
    filing = make_submitted(scene.obligation, scene.clerk, scene.head)
    digest = filing.snapshots.get().digest
    figures = figures_of(str(filing.pk), digest)
    paper = words(build(str(filing.pk), "unsigned", digest).html)
    assert [figure.label for figure in figures][:4] == [
        "预算数（万元）",
        "到位数（万元）",
        "执行数（万元）",
        "预算执行率",
    ]
    assert [figure for figure in figures if figure.value not in paper] == []


@pytest.mark.parametrize(("subject_id", "digest"), [("x", "0" * 64), ("1", "0" * 64)])
def test_what_was_never_sent_has_no_figures(scene: Scene, subject_id: str, digest: str) -> None:
    none: tuple[Figure, ...] = ()
    assert figures_of(subject_id, digest) == none
