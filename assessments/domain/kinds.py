"""The kinds of paper and what sets them apart (forms.md §0): the traits that code asks for instead of a kind."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assessments.domain.facts import Form
from assessments.domain.wording import gettext_noop as _
from assessments.domain.workflow import MOVES, OWN_MOVES, PermittedMove, Role


class Owner(StrEnum):
    """The owner of a paper: a bureau for each of its funds, or the prefecture."""

    BUREAU = "bureau"
    PREFECTURE = "prefecture"


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind of paper.

    ``name`` is what it is called and ``call`` what a cycle of it is, over ``year`` and ``month``. ``usual`` is the
    edition that a file is read with where it names none, and ``part`` the part of a file in which it stands. ``owner``
    owes it, and ``moves`` are the steps of its life. ``monthly``: it looks at a year up to a month. ``with_narrative``:
    a report is written beside it and sent with it. ``composed``: it is put together from other papers, and nobody
    fills it in.
    """

    form: Form
    name: str
    call: str
    usual: str
    part: str = "filings"
    owner: Owner = Owner.BUREAU
    moves: Mapping[str, PermittedMove] = field(default_factory=lambda: MOVES)
    monthly: bool = False
    with_narrative: bool = False
    composed: bool = False

    @property
    def reviewed(self) -> bool:
        """True if a prefecture scores what its owner has sent."""
        return "take_up" in self.moves

    @property
    def approvers(self) -> frozenset[Role]:
        """The roles in which a person answers for it: sends it, or approves it for good."""
        return self.moves["submit"].roles


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
    part="review_sheet",
    owner=Owner.PREFECTURE,
    moves=OWN_MOVES,
    composed=True,
)
REGIONAL_TARGET = PaperKind(
    Form.REGIONAL_TARGET_TABLE,
    _("区域绩效目标表"),
    _("%(year)s年区域绩效目标"),
    "regional-target-2023",
    part="targets",
    owner=Owner.PREFECTURE,
    moves=OWN_MOVES,
)

_ALL = (MONITORING, SELF_ASSESSMENT, REVIEW_SHEET, REGIONAL_TARGET)
KINDS: dict[str, PaperKind] = {kind.form.value: kind for kind in _ALL}
#: The kinds that a cycle can call for.
CALLED_FOR = (MONITORING, SELF_ASSESSMENT, REGIONAL_TARGET)
#: The codes of those that a prefecture reviews, and of those beside which a report is written.
REVIEWED = frozenset(kind.form.value for kind in _ALL if kind.reviewed)
WITH_NARRATIVE = frozenset(kind.form.value for kind in _ALL if kind.with_narrative)
