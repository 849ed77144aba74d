"""Filings under review, scored ones and review sheets for tests, made by the services that people use."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from assessments.domain.funds import Fund
from assessments.models import Cycle, Filing
from assessments.services.marks import add_mark, answer_mark
from assessments.services.moves import move
from portal.accounts.models import Region, Unit, User
from portal.clock import end_of
from reviews.domain.rubric import Part
from reviews.models import Review, ReviewSheet
from reviews.services.decisions import judgement_of
from reviews.services.review_sheets import compose, write_header
from reviews.services.reviews import take_up
from reviews.services.scores import GivenScore, score_parts, submit_scores
from tests.factories.accounts import (
    BusinessAdminFactory,
    ClerkFactory,
    CountyFactory,
    FinanceUnitFactory,
    HeadFactory,
    OfficeHeadFactory,
    PrefectureFactory,
    ReviewerFactory,
    UnitFactory,
)
from tests.factories.assessments import NOW, make_cycle, make_obligation, make_submitted

REASON = "按县局补充材料核定。"
#: The end of a Thursday; the next day is a working day.
DUE = end_of(date(2026, 10, 15))


@dataclass
class Court:
    """A prefecture's finance bureau that judges, one county's bureau that files, and an open cycle."""

    prefecture: Region = field(default_factory=PrefectureFactory.create)

    def __post_init__(self) -> None:
        office: Unit = FinanceUnitFactory.create(region=self.prefecture)
        self.county: Region = CountyFactory.create(parent=self.prefecture)
        self.bureau: Unit = UnitFactory.create(region=self.county)
        self.clerk: User = ClerkFactory.create(unit=self.bureau)
        self.head: User = HeadFactory.create(unit=self.bureau)
        self.reviewer: User = ReviewerFactory.create(unit=office)
        self.colleague: User = ReviewerFactory.create(unit=office)
        self.office_head: User = OfficeHeadFactory.create(unit=office)
        self.admin: User = BusinessAdminFactory.create(unit=office)
        self.cycle: Cycle = make_cycle(self.prefecture, due_at=DUE)

    def submitted(self, fund: Fund = Fund.GOV_PENSION, *, at: datetime = NOW) -> Filing:
        """A filing that the county has submitted."""
        return make_submitted(make_obligation(self.cycle, self.bureau, fund), self.clerk, self.head, at=at)

    def in_review(self, fund: Fund = Fund.GOV_PENSION, *, at: datetime = NOW) -> Review:
        """A filing that the reviewer has taken up."""
        return take_up(filing=self.submitted(fund, at=at), reviewer=self.reviewer, at=at)

    def taken_back(self) -> Filing:
        """A filing whose first version was received and returned, and whose second one its unit withdrew."""
        filing = self.in_review().filing
        add_mark(filing=filing, key="executed.total", reason="请核对。", author=self.reviewer, at=NOW)
        move(filing=filing, name="return_for_revision", actor=self.reviewer, at=NOW, answer_due_at=DUE)
        (mark,) = filing.marks.all()
        answer_mark(mark=mark, kind="corrected", text="", actor=self.clerk, at=NOW)
        for name, actor in (("send_to_head", self.clerk), ("submit", self.head), ("withdraw", self.head)):
            filing = move(filing=filing, name=name, actor=actor, at=NOW)
        return filing

    def scored(self, fund: Fund = Fund.GOV_PENSION, *, at: datetime = NOW) -> Filing:
        """A filing whose proposals the reviewer has accepted, full marks where there was none."""
        review = self.in_review(fund, at=at)
        give(review, self.reviewer, at=at)
        return submit_scores(review=review, actor=self.reviewer, at=at)

    def sheet(self, *, at: datetime = NOW, region: Region | None = None) -> ReviewSheet:
        """A draft of the county's sheet with its words filled in; something must be scored."""
        sheet = compose(cycle=self.cycle, region=region or self.county, actor=self.reviewer, at=at)
        return write_header(sheet=sheet, words={"business_office": "社会保障科"}, actor=self.reviewer)


def proposed(review: Review) -> dict[Part, int | None]:
    """What the system proposes for each part."""
    return {part: found.points for part, found in judgement_of(review).proposal.parts.items()}


def give(review: Review, actor: User, *, at: datetime = NOW, **points: str) -> None:
    """Saves drafts: ``points`` by part with a reason, every other part as proposed."""
    given = {
        part: GivenScore(Decimal(points[part.value]), REASON)
        if part.value in points
        else GivenScore(None if usual is None else Decimal(usual))
        for part, usual in proposed(review).items()
    }
    score_parts(review=review, given=given, actor=actor, at=at)
