"""The kinds of paper and what sets them apart (forms.md §0): the traits that code asks for instead of a kind."""

from dataclasses import dataclass
from enum import StrEnum

from assessments.domain.facts import Form
from assessments.domain.wording import gettext_noop as _


class Owner(StrEnum):
    """The owner of a paper: a bureau for each of its funds, or the prefecture."""

    BUREAU = "bureau"
    PREFECTURE = "prefecture"


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind of paper.

    ``name`` is what it is called and ``call`` what a cycle of it is, over ``year`` and ``month``. ``monthly``: it looks
    at a year up to a month. ``with_narrative``: a report is written beside it and sent with it. ``composed``: it is
    put together from other papers, and nobody fills it in. ``usual`` is the edition that a file is read with where it
    names none.
    """

    form: Form
    name: str
    call: str
    usual: str
    owner: Owner = Owner.BUREAU
    monthly: bool = False
    with_narrative: bool = False
    composed: bool = False


MONITORING = PaperKind(
    Form.MONITORING_REPORT, _("监控情况表"), _("%(year)s年1–%(month)s月绩效监控"), "monitoring-2020", monthly=True
)
SELF_ASSESSMENT = PaperKind(
    Form.SELF_ASSESSMENT, _("自评表"), _("%(year)s年度绩效自评"), "self-assessment-2022", with_narrative=True
)
REVIEW_SHEET = PaperKind(
    Form.REVIEW_SHEET,
    _("监控审核表"),
    _("%(year)s年监控审核"),
    "review-sheet-2020",
    owner=Owner.PREFECTURE,
    composed=True,
)

KINDS: dict[str, PaperKind] = {kind.form.value: kind for kind in (MONITORING, SELF_ASSESSMENT, REVIEW_SHEET)}
#: The kinds that a cycle can call for.
CALLED_FOR = (MONITORING, SELF_ASSESSMENT)
#: The codes of those beside which a report is written.
WITH_NARRATIVE = frozenset(kind.form.value for kind in KINDS.values() if kind.with_narrative)
