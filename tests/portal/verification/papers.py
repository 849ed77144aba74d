"""An app of its own for these tests, whose papers stand as the tests say."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from portal.documents.papers.comparison_figures import Figure
from portal.documents.papers.version_status import CURRENT, Standing
from portal.seals.fields import PREFECTURE_FIELD, UNIT_FIELD
from tests.factories.assessments import NOW
from tests.portal.documents.registered_papers import UNIT

#: What a test changes of the usual standing.
STATE: dict[str, object] = {}
USUAL = Standing(
    paper="绩效监控情况表",
    unit=UNIT,
    region="巴楚县",
    about="城乡居民养老保险　2020年1–9月绩效监控",
    version=1,
    state=CURRENT,
    latest=1,
    submitted_at=NOW,
    seals=(UNIT_FIELD, PREFECTURE_FIELD),
)


def figures_of(subject_id: str, digest: str) -> Sequence[Figure]:
    """One figure as a form has it, and one as a review sheet has it."""
    return (
        Figure("预算数（万元）", "10,526.00"),
        Figure("巴楚县社会保险管理局　巴楚县机关事业单位养老保险(改革)基金支出　总分", "98"),
    )


def standings_of(subject_id: str) -> Mapping[str, Standing]:
    """One version, with the digest that registered papers have."""
    return {"a" * 64: replace(USUAL, **STATE)}  # type: ignore[arg-type]
